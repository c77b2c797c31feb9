import { fromMs, type Instant, toMs } from '../../domain/time.js';

/**
 * The case's time as a domain value.
 *
 * 1. In production it is the machine's time: nothing is passed in and the offset is zero.
 * 2. In a rehearsal each run anchors itself again, because a new run's own clock counts skipped time twice.
 * 3. It never runs backwards: not behind what the ledger has recorded, whichever machine's clock wrote it.
 */
export class CaseClock {
  readonly offsetMs: number;
  #floorMs: number;

  constructor(virtualNow: Instant | undefined, notBefore: Instant | undefined) {
    this.offsetMs = virtualNow === undefined ? 0 : toMs(virtualNow) - Date.now();
    this.#floorMs = notBefore === undefined ? Number.NEGATIVE_INFINITY : toMs(notBefore);
  }

  now(): Instant {
    return fromMs(Math.max(Date.now() + this.offsetMs, this.#floorMs));
  }

  /** Keeps the clock at or after an instant that is on the record. */
  notBefore(at: Instant): void {
    this.#floorMs = Math.max(this.#floorMs, toMs(at));
  }
}
