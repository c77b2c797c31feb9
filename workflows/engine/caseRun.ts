import {
  ApplicationFailure,
  allHandlersFinished,
  CancellationScope,
  condition,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { CommandEnvelope } from '../../domain/case/commands.js';
import type { CaseState } from '../../domain/case/state.js';
import {
  type CaseDescription,
  type CaseInput,
  type CaseTime,
  caseTimeUpdate,
  commandUpdate,
  describeCaseQuery,
  type Look,
  lookUpdate,
} from '../contract.js';
import { CaseClock } from './caseClock.js';
import { CaseLedger } from './caseLedger.js';
import { Deadlines } from './deadlines.js';
import { Effects } from './effects.js';
import { handOver } from './handOver.js';
import { CommandQueue } from './queue.js';
import { systemCommand } from './systemCommand.js';
import { faultOf } from './wellFormed.js';

/** What is under way when it is reached comes on top; a run then stays under 300 events. */
const ROLLOVER_EVENTS = 180;
const LEAST_ROLLOVER_EVENTS = 20;

const lookedCommand = ({ lookId, outcome }: Look): CommandEnvelope =>
  systemCommand(`look:${lookId}`, { type: 'ReportEffect', effectId: `look:${lookId}`, outcome });

/** What the procedure sees of the run: it waits for the state and does nothing. */
export type Procedure = (until: (holds: (state: CaseState) => boolean) => Promise<void>) => Promise<void>;

/**
 * One run of a case: one queue, one clock, one set of effects.
 *
 * 1. Handlers are in place before anything is awaited.
 * 2. Nothing can cancel it: a cancelled command would be neither recorded nor refused.
 * 3. It hands over at a quiet point: no effect in flight, nothing in the queue, every handler finished.
 */
export class CaseRun {
  readonly #queue = new CommandQueue();
  readonly #clock: CaseClock;
  readonly #ledger: CaseLedger;
  readonly #effects: Effects;
  readonly #deadlines: Deadlines;
  #phase: 'open' | 'draining' | 'rolling' = 'open';
  #answered = 0;

  constructor(private readonly input: CaseInput) {
    const { caseId, carried, virtualNow } = input;
    this.#clock = new CaseClock(virtualNow, carried?.settledAt);
    this.#ledger = new CaseLedger(caseId, workflowInfo().runId, this.#clock, carried);
    const put = (envelope: CommandEnvelope) => this.#queue.put(envelope);
    this.#effects = new Effects(this.#ledger, this.#clock, caseId, put);
    this.#deadlines = new Deadlines(this.#ledger, this.#clock, put);
    setHandler(commandUpdate, put, { validator: (envelope) => this.#admit(envelope) });
    setHandler(lookUpdate, (look: Look) => put(lookedCommand(look)), { validator: (_look: Look) => this.#admit() });
    setHandler(caseTimeUpdate, () => this.#settledTime(), { validator: () => this.#admit() });
    setHandler(describeCaseQuery, () => this.#describe());
  }

  /** Follows the procedure to its end, or hands over to the next run. */
  through(procedure: Procedure): Promise<void> {
    return CancellationScope.nonCancellable(async () => {
      let ended = false;
      const until = (holds: (state: CaseState) => boolean) =>
        condition(() => holds(this.#ledger.state) || this.#ledger.state.status === 'closed');
      const followed = procedure(until).then(() => {
        ended = true;
        return new Promise<never>(() => undefined);
      });
      if (this.input.carried !== undefined) this.#takeOver();
      await Promise.race([followed, this.#pump(), this.#deadlines.run(), this.#over(() => ended)]);
    });
  }

  /** A new run begins with what time has made true since the last one, and learns from the answer what comes next. */
  #takeOver(): void {
    const { recovery } = this.input;
    const first = systemCommand(
      `clock:run:${workflowInfo().runId}`,
      recovery === undefined ? { type: 'Tick' } : { type: 'RecordRecovery', ...recovery },
    );
    // Whatever it fails on has put the case into quarantine.
    this.#queue.put(first).catch(() => undefined);
  }

  async #pump(): Promise<never> {
    for (;;) {
      await condition(() => this.#queue.waiting > 0);
      const next = this.#queue.take();
      if (next === undefined) continue;
      try {
        next.answer(await this.#ledger.take(next.envelope));
      } catch (error) {
        // Anything but an ApplicationFailure would fail the workflow's task and leave every sender hanging.
        this.#ledger.enterQuarantine(`The engine failed: ${String(error)}`);
        next.fail(quarantined());
      }
      this.#queue.done();
      this.#answered++;
      this.#effects.startDue();
    }
  }

  /** Returns when the case is over; continues as new when the run has become long. */
  async #over(ended: () => boolean): Promise<void> {
    for (;;) {
      await condition(() => this.#finished(ended()) || this.#tooLong());
      this.#effects.start('closings');
      this.#phase = 'draining';
      await condition(() => this.#effects.inFlight === 0);
      this.#effects.start('none');
      this.#phase = 'rolling';
      this.#deadlines.pause(true);
      await condition(() => this.#queue.open === 0 && allHandlersFinished());
      await this.#ledger.reconcile();
      if (this.#ledger.quarantine === undefined && this.#finished(ended())) return;
      if (this.#ledger.quarantine === undefined) await this.#handOver();
      this.#phase = 'open';
      this.#effects.start('all');
      this.#deadlines.pause(false);
    }
  }

  #finished(ended: boolean): boolean {
    const { state, due, quarantine } = this.#ledger;
    if (quarantine !== undefined || this.#queue.open > 0 || this.#effects.inFlight > 0) return false;
    // A first command that was refused has opened nothing.
    return state.status === 'new' ? this.#answered > 0 : ended && due === undefined;
  }

  #tooLong(): boolean {
    const limit = Math.max(LEAST_ROLLOVER_EVENTS, this.input.rolloverEvents ?? ROLLOVER_EVENTS);
    if (this.#ledger.quarantine !== undefined || this.#ledger.state.status === 'new') return false;
    const { historyLength, shouldMoveOn } = this.#ledger.recorder.reach;
    return historyLength > limit || shouldMoveOn;
  }

  #handOver(): Promise<never> {
    const { state, head, settledAt } = this.#ledger;
    const now = this.#clock.now();
    return handOver(this.input, { state, head, settledAt: settledAt ?? now }, now, this.#ledger.recorder.reach);
  }

  /** Reads and says no, nothing else. */
  #admit(envelope?: CommandEnvelope): void {
    if (this.#phase === 'rolling')
      throw ApplicationFailure.create({
        type: 'CaseRollingOver',
        nonRetryable: true,
        message: 'The case is moving to its next run. Retry with the same key.',
      });
    if (this.#ledger.quarantine !== undefined) throw quarantined();
    const fault = envelope === undefined ? undefined : faultOf(envelope);
    if (fault !== undefined) throw ApplicationFailure.create({ type: 'Malformed', nonRetryable: true, message: fault });
  }

  async #settledTime(): Promise<CaseTime> {
    const settled = () =>
      this.#ledger.quarantine !== undefined ||
      (this.#queue.open === 0 && this.#effects.inFlight === 0 && !this.#deadlines.reached);
    await condition(() => settled() || this.#phase !== 'open');
    const nextDeadline = this.#deadlines.next;
    return {
      now: this.#clock.now(),
      seq: this.#ledger.head.seq,
      settled: settled() && this.#phase === 'open',
      ...(nextDeadline === undefined ? {} : { nextDeadline }),
    };
  }

  #describe(): CaseDescription {
    const { state, head, quarantine } = this.#ledger;
    const nextDeadline = this.#deadlines.next;
    return {
      caseId: this.input.caseId,
      runId: workflowInfo().runId,
      seq: head.seq,
      head,
      status: state.status,
      now: this.#clock.now(),
      pending: { commands: this.#queue.open, effects: this.#effects.inFlight },
      historyEvents: workflowInfo().historyLength,
      rollingOver: this.#phase === 'rolling',
      ...(nextDeadline === undefined ? {} : { nextDeadline }),
      ...(quarantine === undefined ? {} : { quarantined: quarantine }),
    };
  }
}

const quarantined = (): ApplicationFailure =>
  ApplicationFailure.create({
    type: 'CaseQuarantined',
    nonRetryable: true,
    message: 'The case does not match its ledger and accepts no commands until an operator has checked it.',
  });
