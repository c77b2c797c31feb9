import type { CaseState, Reading } from '../case/state.js';
import { localDay, weekEnd } from '../clocks/businessTime.js';
import { isClient } from '../controls/sides.js';
import { notAfter } from '../time.js';

/** The week of the review to which a reading belongs, where the client is (CA-2). */
const weekOf = ({ calendars: { client } }: CaseState, { at }: Reading): string => weekEnd(client, localDay(client, at));

/** True where a miss that the client recorded stands against what the vendor has read for the same week. */
const standsAgainst = (state: CaseState, miss: Reading, other: Reading): boolean =>
  miss.missed && isClient(state, miss.by) && !isClient(state, other.by) && weekOf(state, miss) === weekOf(state, other);

/** Which of two readings of a KPI counts: the newer one, save that the vendor closes no miss of the client's by its own reading of that week. */
export function standing(state: CaseState, held: Reading | undefined, made: Reading): Reading {
  if (held === undefined) return made;
  for (const [miss, other] of [[held, made] as const, [made, held] as const])
    if (standsAgainst(state, miss, other)) return { ...miss, beside: { value: other.value, source: other.source } };
  return notAfter(held.at, made.at) ? made : held;
}
