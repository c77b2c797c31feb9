import { Problem } from '../problems.js';
import type { EventStream } from './eventStream.js';

/** Streams of one sign-in at a time: one for each tab of a browser. */
const STREAMS_MAX = 8;

/** The streams that are open in this process, by the sign-in that opened them. */
export class OpenStreams {
  readonly #bySignIn = new Map<string, Set<EventStream>>();

  /** Throws `TooManyRequests` when this sign-in has as many as it may. */
  require(signIn: string): void {
    if ((this.#bySignIn.get(signIn)?.size ?? 0) >= STREAMS_MAX)
      throw new Problem('TooManyRequests', `This sign-in has ${STREAMS_MAX} open event streams. Close one first.`, {
        retryAfterSeconds: 15,
      });
  }

  /** Counts a stream until it is closed. */
  add(signIn: string, stream: EventStream): void {
    const its = this.#bySignIn.get(signIn) ?? new Set();
    this.#bySignIn.set(signIn, its.add(stream));
    stream.onClosed(() => {
      its.delete(stream);
      if (its.size === 0) this.#bySignIn.delete(signIn);
    });
  }

  endAll(): void {
    for (const its of this.#bySignIn.values()) for (const stream of its) stream.end();
  }
}
