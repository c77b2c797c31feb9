import type { CommandEnvelope } from '../../domain/case/commands.js';
import type { CommandOutcome } from '../../domain/case/receipt.js';

/** A command in the queue with its two ways of answering. */
export type Queued = {
  envelope: CommandEnvelope;
  answer(outcome: CommandOutcome): void;
  fail(error: Error): void;
};

/** Commands, facts of the clock and reports of effects of one case, strictly one after the other. */
export class CommandQueue {
  readonly #waiting: Queued[] = [];
  #taken = 0;

  /** Puts a command in, before anything is awaited, and answers what it came to. */
  put(envelope: CommandEnvelope): Promise<CommandOutcome> {
    return new Promise((answer, fail) => {
      this.#waiting.push({ envelope, answer, fail });
    });
  }

  take(): Queued | undefined {
    const next = this.#waiting.shift();
    if (next !== undefined) this.#taken = 1;
    return next;
  }

  /** The command taken last is answered. */
  done(): void {
    this.#taken = 0;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Commands that have no answer yet, the one in work included. */
  get open(): number {
    return this.#waiting.length + this.#taken;
  }
}
