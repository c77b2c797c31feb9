import { toMs } from '../../domain/time.js';
import type { LeftBehind, LeftBehindAsked } from './port.js';

/** True unless it is known to be somebody else's, or to have come before; what is not dated or ascribed may be theirs. */
export const mayBe =
  ({ since, by }: LeftBehindAsked) =>
  (one: LeftBehind): boolean =>
    (since === undefined || one.at === undefined || toMs(one.at) >= toMs(since)) &&
    (by === undefined || one.by === undefined || one.by.id === by.id);

/** In an order that does not depend on the provider's: by kind, then by id. */
export const inOrder = (found: readonly LeftBehind[]): LeftBehind[] =>
  [...found].sort((a, b) => compare(a.kind, b.kind) || compare(a.id, b.id));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
