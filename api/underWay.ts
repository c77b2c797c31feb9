import { Problem } from './problems.js';

/** Commands of one case that are under way at once; Temporal takes ten updates of a workflow, and lets the rest wait for long. */
const MOST = 10;
/** Seconds after which there is room again, most likely. */
const RETRY_AFTER_SECONDS = 1;

/** Lets so many commands of a case through at once as it can work on; further ones are asked to come again, before anything is done for them. */
export class UnderWay {
  readonly #byCase = new Map<string, number>();

  async run<T>(caseId: string, send: () => Promise<T>): Promise<T> {
    const running = this.#byCase.get(caseId) ?? 0;
    if (running >= MOST)
      throw new Problem('TooManyRequests', 'Too many commands of this case are under way. Try again in a second.', {
        retryAfterSeconds: RETRY_AFTER_SECONDS,
      });
    this.#byCase.set(caseId, running + 1);
    try {
      return await send();
    } finally {
      const left = (this.#byCase.get(caseId) ?? 1) - 1;
      if (left > 0) this.#byCase.set(caseId, left);
      else this.#byCase.delete(caseId);
    }
  }
}
