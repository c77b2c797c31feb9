import { setTimeout as wait } from 'node:timers/promises';
import type { Store } from '../store/contract.js';
import { isDatabaseUnavailable, StoreError } from '../store/errors.js';
import { CaseError } from './errors.js';
import { type Reply, replyOf } from './replies.js';

/** One bounded wait for a case's answer: it says when to try again, and ends in a typed error. */
export class RetryBudget {
  readonly #until: number;
  #absences = 0;
  #tried = 0;

  constructor(
    waitMs: number,
    private readonly store: Pick<Store, 'ping'>,
  ) {
    this.#until = Date.now() + waitMs;
  }

  /** Bound of the next call, for gRPC. */
  get deadline(): Date {
    return new Date(this.#until);
  }

  /** How many tries of the command have failed for good in their run. */
  get tried(): number {
    return this.#tried;
  }

  /**
   * Waits before the next try, or answers `absent` when there is no open run.
   *
   * Throws `CaseQuarantined`, `Malformed`, `PayloadKeyMissing`, `PayloadUnreadable`, `PayloadInClear`, `TemporalUnavailable`, `DatabaseUnavailable`.
   */
  async after(error: unknown): Promise<'absent' | 'again'> {
    const reply: Reply = replyOf(error);
    switch (reply.kind) {
      case 'quarantined':
        throw new CaseError('CaseQuarantined', reply.message);
      case 'malformed':
        throw new CaseError('Malformed', reply.message);
      case 'unreadable':
        throw new CaseError(reply.code, reply.message);
      case 'absent':
        // Between two runs of a case there is none for a moment.
        if (++this.#absences > 3) return 'absent';
        break;
      case 'anew':
        this.#tried++;
        break;
      case 'again':
      case 'away':
        break;
      case 'unknown':
        throw error;
      default: {
        const never: never = reply;
        return never;
      }
    }
    const pauseMs = reply.kind === 'again' ? 15 : 100;
    if (Date.now() + pauseMs >= this.#until) throw await this.#whoIsAway(reply.kind);
    await wait(pauseMs + Math.random() * 15);
    return 'again';
  }

  async #whoIsAway(kind: Reply['kind']): Promise<CaseError> {
    try {
      await this.store.ping();
    } catch (error) {
      if (isDatabaseUnavailable(error)) return databaseAway();
    }
    return kind === 'again'
      ? new CaseError('CaseRollingOver', 'The case is moving to its next run. Retry with the same key.')
      : new CaseError('TemporalUnavailable', 'The workflow engine did not answer in time. Retry with the same key.');
  }
}

export const databaseAway = (): CaseError =>
  new CaseError(
    'DatabaseUnavailable',
    'The database cannot be reached or is not accepting work. Retry with the same key.',
  );

/** Asks the store, with its absence as a typed error. */
export async function fromStore<T>(asked: () => Promise<T>): Promise<T> {
  try {
    return await asked();
  } catch (error) {
    if (isDatabaseUnavailable(error)) throw databaseAway();
    if (error instanceof StoreError && error.code !== 'BadCursor') throw new CaseError(error.code, error.message);
    throw error;
  }
}
