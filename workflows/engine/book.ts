import { log, patched } from '@temporalio/workflow';
import type { CommandEnvelope } from '../../domain/case/commands.js';
import type { RecordedEvent } from '../../domain/case/events.js';
import { evolve, initialState } from '../../domain/case/evolve.js';
import { type Handled, handle, nextDeadline } from '../../domain/case/handle.js';
import type { CommandOutcome } from '../../domain/case/receipt.js';
import type { CaseState } from '../../domain/case/state.js';
import { type Instant, MINUTE_MS, plusMs, toMs } from '../../domain/time.js';
import type { Head } from '../../store/contract.js';
import type { CaseInput } from '../contract.js';
import type { CaseClock } from './caseClock.js';
import { failure, unrecorded } from './failure.js';
import { appendForSure, Unstorable } from './record.js';

/** The case takes no commands and has no effects until an operator has looked. */
export class Quarantined extends Error {
  override readonly name = 'Quarantined';
}

/**
 * The state of a case beside the head of its ledger.
 *
 * 1. The state is the fold of what the ledger has acknowledged, never of more: decide, record, apply.
 * 2. Entries that this run does not know are folded before the command is decided again.
 * 3. An error while deciding is answered and recorded; an error while applying stops the case.
 */
export class Book {
  state: CaseState;
  head: Head;
  /** The case's time up to which everything that time makes true is on the record. */
  settledAt: Instant | undefined;
  /** The nearest later instant at which time makes something true. */
  due: Instant | undefined;
  quarantine: string | undefined;
  /** Hash of the state as the store has it, for the entry of that number. */
  stored: { seq: number; hash: string } | undefined;

  constructor(
    private readonly caseId: string,
    private readonly runId: string,
    private readonly clock: CaseClock,
    carried: CaseInput['carried'],
  ) {
    this.state = carried?.state ?? initialState(caseId);
    this.head = carried?.head ?? { seq: 0, hash: '' };
    if (carried !== undefined) this.#settle(carried.settledAt);
  }

  /** Decides, records and applies one command. Throws {@link Quarantined}. */
  async take(envelope: CommandEnvelope): Promise<CommandOutcome> {
    let defect: Error | undefined;
    for (;;) {
      this.assertSound();
      const now = this.clock.now();
      const handled = defect === undefined ? this.#decide(envelope, now) : failure(envelope, defect);
      if (handled.entries.length === 0 && envelope.actor.role === 'system') {
        this.#settle(now);
        return unrecorded(handled, { ...this.head, at: now });
      }
      try {
        const outcome = await this.#record(envelope, handled, now);
        if (outcome !== undefined) return outcome;
      } catch (error) {
        if (!(error instanceof Unstorable)) throw error;
        if (defect !== undefined) this.enterQuarantine(`The ledger refuses what has to be recorded: ${error.message}`);
        defect = error;
      }
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
    log.error('QUARANTINE: the case takes no commands and has no effects until an operator has looked.', {
      caseId: this.caseId,
      seq: this.head.seq,
      why,
    });
  }

  /** Runs that began to close before letters were waited for are replayed as they went; asked only where a case may end. */
  #endsUntold({ command }: CommandEnvelope): boolean {
    return (command.type === 'CloseCase' || this.state.status === 'closing') && !patched('letters-before-the-end');
  }

  #decide(envelope: CommandEnvelope, now: Instant): Handled {
    try {
      return handle(this.state, envelope, { now, runId: this.runId, endsUntold: this.#endsUntold(envelope) });
    } catch (error) {
      const { name, stack } = error instanceof Error ? error : new Error('Something else than an error was thrown.');
      log.error('A command failed unexpectedly.', { caseId: this.caseId, command: envelope.command.type, name, stack });
      return failure(envelope, error);
    }
  }

  /** Undefined when the command has to be decided again. */
  async #record(envelope: CommandEnvelope, handled: Handled, now: Instant): Promise<CommandOutcome | undefined> {
    const { commandId, requestHash } = envelope;
    const { caseId, runId, head: expected } = this;
    const answer = await appendForSure({ caseId, runId, expected, commandId, requestHash, at: now, ...handled });
    switch (answer.status) {
      case 'appended': {
        const first = expected.seq + 1;
        this.#apply(
          handled.entries.map((entry, i) => ({ ...entry, seq: first + i, at: now, commandId })),
          answer.head,
          now,
        );
        if (answer.stateHash !== undefined) this.stored = { seq: answer.head.seq, hash: answer.stateHash };
        return answer.outcome;
      }
      case 'behind':
        this.#apply(answer.entries, answer.head, answer.entries.at(-1)?.at);
        return undefined;
      case 'known':
        return answer.outcome;
      case 'tampered':
        this.enterQuarantine(answer.message);
        return undefined;
      default: {
        const never: never = answer;
        return never;
      }
    }
  }

  #apply(entries: RecordedEvent[], head: Head, at: Instant | undefined): void {
    try {
      let state = this.state;
      for (const entry of entries) state = evolve(state, entry);
      if (head.seq !== this.head.seq + entries.length)
        throw new Error(`Entry ${head.seq} does not follow ${this.head.seq}.`);
      this.state = state;
      this.head = head;
    } catch (error) {
      this.enterQuarantine(`Entries up to ${head.seq} could not be applied: ${String(error)}`);
      return;
    }
    if (at !== undefined) this.#settle(at);
  }

  #settle(at: Instant): void {
    this.settledAt = at;
    this.clock.notBefore(at);
    try {
      const due = this.state.status === 'new' ? undefined : nextDeadline(this.state, at);
      // A deadline that does not lie ahead would make the clock spin.
      this.due = due === undefined || toMs(due) > toMs(at) ? due : plusMs(at, MINUTE_MS);
    } catch (error) {
      this.enterQuarantine(`The next deadline cannot be told: ${String(error)}`);
    }
  }
}
