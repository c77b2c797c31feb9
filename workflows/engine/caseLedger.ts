import { log, metricMeter } from '@temporalio/workflow';
import type { Next } from '../../activities/contract.js';
import type { CommandEnvelope } from '../../domain/case/commands.js';
import type { Effect } from '../../domain/case/effects.js';
import type { RecordedEvent } from '../../domain/case/events.js';
import { type CommandOutcome, ID_REUSED } from '../../domain/case/receipt.js';
import type { PersonId } from '../../domain/case/roles.js';
import type { CaseState } from '../../domain/case/state.js';
import { stateHash } from '../../domain/case/stored.js';
import { evolve, initialState } from '../../domain/decider/evolve.js';
import type { Instant } from '../../domain/time.js';
import type { Head } from '../../evidence/ledger.js';
import type { CaseInput } from '../contract.js';
import { lookAhead } from './ahead.js';
import { carriedBy, underIds } from './carried.js';
import type { CaseClock } from './caseClock.js';
import { decided } from './decided.js';
import { isReplaying, Recorder, Unstorable } from './record.js';

/**
 * The state of a case beside the head of its ledger.
 *
 * 1. The state is the fold of what the ledger has acknowledged, never of more: decide, record, apply.
 * 2. Entries that this run does not know are folded before the command is decided again.
 * 3. An error while deciding is answered and recorded; an error while applying stops the case.
 * 4. Whatever steers the run (entries, the next instant, effects) is taken from the answer of the append and so from the history. A build with
 *    other rules that replays it is not asked to decide, and arrives at what was recorded.
 */
export class CaseLedger {
  state: CaseState;
  head: Head;
  /** The case's time up to which everything that time makes true is on the record. */
  settledAt: Instant | undefined;
  /** The nearest later instant at which time makes something true. */
  due: Instant | undefined;
  /** Effects that are due, as of the last append; those in {@link started} may be among them. */
  effects: Effect[] = [];
  /** Ids of effects that have been started and that the record still asks for. */
  readonly started = new Set<string>();
  quarantine: string | undefined;
  readonly recorder = new Recorder();
  /** Until when the state holds all that rules and time make true; undefined when that is not known. */
  #settled: { until?: Instant } | undefined;

  constructor(
    private readonly caseId: string,
    private readonly runId: string,
    private readonly clock: CaseClock,
    carried: CaseInput['carried'],
  ) {
    this.state = carried?.state ?? initialState(caseId);
    this.head = carried?.head ?? { seq: 0, hash: '' };
    this.settledAt = carried?.settledAt;
  }

  /** Decides, records and applies one command. Throws {@link Quarantined}. */
  async take(envelope: CommandEnvelope): Promise<CommandOutcome> {
    let defect: Error | undefined;
    let asked = envelope;
    for (;;) {
      this.assertSound();
      const now = this.clock.now();
      try {
        const outcome = await this.#record(asked, now, defect);
        if (outcome === undefined) continue;
        if (!('renamed' in outcome)) return outcome;
        asked = underIds(asked, outcome.renamed);
      } catch (error) {
        if (!(error instanceof Unstorable)) throw error;
        if (defect !== undefined) this.enterQuarantine(`The ledger refused entries: ${error.message}`);
        defect = error;
      }
    }
  }

  /** Before a run ends: where its state and the stored one differ, both become the fold of the ledger, or the case stops. */
  async reconcile(): Promise<void> {
    const { caseId, head, state } = this;
    try {
      const answer = await this.recorder.reconcile({ caseId, head, stateHash: stateHash(state) });
      if (answer.status === 'broken') this.enterQuarantine(answer.message);
      if (answer.status !== 'rebuilt') return;
      this.state = answer.state;
      log.warn('The state of the run and the stored one differed; both are the fold of the ledger now.', {
        caseId,
        seq: head.seq,
      });
    } catch (error) {
      this.enterQuarantine(`The stored state could not be compared: ${String(error)}`);
    }
  }

  /** Throws {@link Quarantined} once the case is in quarantine. */
  assertSound(): void {
    if (this.quarantine !== undefined) throw new Quarantined(this.quarantine);
  }

  /** Stops the case, loudly. */
  enterQuarantine(why: string): void {
    if (this.quarantine !== undefined) return;
    this.quarantine = why;
    this.due = undefined;
    this.effects = [];
    metricMeter.createCounter('drawbridge_quarantines').add(1);
    log.error('QUARANTINE: the case takes no commands and has no effects until an operator has looked.', {
      caseId: this.caseId,
      seq: this.head.seq,
      why,
    });
  }

  /** Undefined when the command has to be decided again. */
  async #record(
    envelope: CommandEnvelope,
    now: Instant,
    defect: Error | undefined,
  ): Promise<CommandOutcome | { renamed: Record<PersonId, PersonId> } | undefined> {
    const { caseId, runId, head: expected } = this;
    const { commandId, requestHash, actor } = envelope;
    const answer = await this.recorder.append(() => {
      const occasion = { now, runId, ...(this.#settled && { settled: this.#settled }) };
      const { entries, outcome, state } = decided(this.state, envelope, occasion, defect);
      const idle = entries.length === 0 && actor.role === 'system';
      const next = lookAhead(state, now, this.started);
      const carried = carriedBy(envelope);
      return { caseId, runId, expected, commandId, requestHash, at: now, entries, outcome, ...carried, idle, next };
    });
    switch (answer.status) {
      case 'appended': {
        const first = expected.seq + 1;
        // In a replay this moment is another.
        const at = answer.outcome.receipt?.at ?? now;
        this.#apply(
          answer.entries.map((entry, i) => ({ ...entry, seq: first + i, at, commandId })),
          answer.head,
        );
        this.#settle(at, answer.next);
        return answer.outcome;
      }
      case 'behind':
        this.#apply(answer.entries, answer.head);
        this.#recordedUntil(answer.entries.at(-1)?.at ?? now);
        return undefined;
      case 'known':
        await this.#again(now);
        return answer.sameRequest || actor.role === 'system' ? answer.outcome : ID_REUSED;
      case 'renamed':
        return { renamed: answer.ids };
      case 'tampered':
        this.enterQuarantine(answer.message);
        return undefined;
      default: {
        const never: never = answer;
        return never;
      }
    }
  }

  /** What follows from a state that was reached by entries which somebody else has appended. */
  async #again(now: Instant): Promise<void> {
    const { caseId, runId, head: expected } = this;
    const at = this.settledAt ?? now;
    const answer = await this.recorder.append(() => {
      const next = lookAhead(this.state, at, this.started);
      const nothing = { caseId, runId, expected, commandId: '', requestHash: '', at, idle: true, next };
      return { ...nothing, entries: [], outcome: { status: 'recorded', events: [], notes: [] } };
    });
    if (answer.status === 'appended') this.#settle(at, answer.next);
  }

  #apply(entries: RecordedEvent[], head: Head): void {
    this.#settled = undefined;
    try {
      let state = this.state;
      for (const entry of entries) state = evolve(state, entry);
      if (head.seq !== this.head.seq + entries.length)
        throw new Error(`Entry ${head.seq} does not follow ${this.head.seq}.`);
      this.state = state;
      this.head = head;
    } catch (error) {
      this.enterQuarantine(`Entries up to ${head.seq} could not be applied: ${String(error)}`);
    }
  }

  #recordedUntil(at: Instant): void {
    this.settledAt = at;
    this.clock.notBefore(at);
  }

  #settle(at: Instant, next: Next): void {
    if (this.quarantine !== undefined) return;
    this.#recordedUntil(at);
    if ('fault' in next) {
      this.enterQuarantine(`The next deadline could not be calculated: ${next.fault}`);
      return;
    }
    this.due = next.due;
    // What another build has found settled is asked afresh by the rules of this one.
    this.#settled = isReplaying() ? undefined : { ...(next.due !== undefined && { until: next.due }) };
    this.effects = next.start;
    // An id that the record no longer asks for never comes back.
    const asked = new Set([...next.underWay, ...next.start.map(({ id }) => id)]);
    for (const id of this.started) if (!asked.has(id)) this.started.delete(id);
  }
}

/** The case takes no commands and has no effects until an operator has looked. */
export class Quarantined extends Error {
  override readonly name = 'Quarantined';
}
