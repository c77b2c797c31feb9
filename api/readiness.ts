import { inTime } from './inTime.js';

/** Longest wait for one check, milliseconds; what does not answer by then does not hold. */
const CHECK_MS = 2_000;

/** Whether something holds: asked for at most 2 s; a rejection and silence mean no, as does the answer false. */
export const holds = (check: () => Promise<unknown>): Promise<boolean> =>
  inTime(
    CHECK_MS,
    check().then(
      (answer) => answer !== false,
      () => false,
    ),
  );

/** Asks once for all who ask within `ms` milliseconds. */
export function shared<T>(ms: number, ask: () => Promise<T>): () => Promise<T> {
  let asked: { at: number; answer: Promise<T> } | undefined;
  return () => {
    const now = performance.now();
    if (asked === undefined || now - asked.at >= ms) asked = { at: now, answer: ask() };
    return asked.answer;
  };
}
