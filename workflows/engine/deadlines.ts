import { condition } from '@temporalio/workflow';
import type { CommandEnvelope } from '../../domain/case/commands.js';
import type { CommandOutcome } from '../../domain/case/receipt.js';
import { DAY_MS, earliest, type Instant, MINUTE_MS, notAfter, plusMs, toMs } from '../../domain/time.js';
import type { CaseClock } from './caseClock.js';
import type { CaseLedger } from './caseLedger.js';
import { systemCommand } from './systemCommand.js';

/**
 * One timer, for the nearest deadline of the case.
 *
 * 1. What time makes true goes through the same queue as commands, under the id `clock:<due>:<seq>`.
 * 2. The timer is set anew only when the deadline has changed, since each time costs two events.
 * 3. Only a timer that has gone off says that it is time, never the clock: in a replay that may be seconds ahead of what it was (docs/adr/0012).
 * 4. A fact that the rules fail on is tried again later and later, from a minute up to a day, so that it cannot flood the record; and at every
 *    other deadline, since nothing that comes later is held up by it.
 */
export class Deadlines {
  #failures = 0;
  #retryAt: Instant | undefined;
  #paused = false;

  constructor(
    private readonly ledger: CaseLedger,
    private readonly clock: CaseClock,
    private readonly put: (envelope: CommandEnvelope) => Promise<CommandOutcome>,
  ) {}

  /** The next instant at which the clock will put something into the queue. */
  get next(): Instant | undefined {
    if (this.#paused || this.ledger.quarantine !== undefined) return undefined;
    return earliest([this.ledger.due, this.#retryAt]);
  }

  /** True while something that time makes true is not on the record yet. */
  get reached(): boolean {
    const { next } = this;
    return next !== undefined && notAfter(next, this.clock.now());
  }

  pause(paused: boolean): void {
    this.#paused = paused;
  }

  /** Runs as long as the run does. */
  async run(): Promise<never> {
    for (;;) {
      await condition(() => this.next !== undefined);
      const { next } = this;
      if (next === undefined) continue;
      const waitMs = Math.max(1, toMs(next) - toMs(this.clock.now()));
      await condition(() => this.next !== next, waitMs);
      if (this.next === next) await this.#tick(next);
    }
  }

  async #tick(due: Instant): Promise<void> {
    const failed = await this.put(systemCommand(`clock:${due}:${this.ledger.head.seq}`, { type: 'Tick' })).then(
      (outcome) => outcome.status === 'refused',
      () => true,
    );
    const waitMs = Math.min(DAY_MS, MINUTE_MS * 2 ** Math.min(this.#failures, 12));
    this.#failures = failed ? this.#failures + 1 : 0;
    this.#retryAt = failed ? plusMs(this.ledger.settledAt ?? due, waitMs) : undefined;
  }
}
