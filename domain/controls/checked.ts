import type { PersonId } from '../case/roles.js';
import type { Why } from '../say.js';
import { unless } from './conclude.js';
import { type Scene, subjectKey } from './control.js';
import { isClient } from './sides.js';

/** What is wrong with who checked an answer: one of the client's people, and never whoever supplied it (AU-2). */
export function checkerFaults({ state, planned, person }: Scene, checker: PersonId, what: string): Why[] {
  const supplier = state.evidence[subjectKey(planned.id, person)]?.by;
  return [
    ...unless(isClient(state, checker), `${what} was checked by ${checker}; one of the client's people has to check.`),
    ...unless(
      checker !== supplier,
      `${what} was checked by whoever supplies this answer; another of the client's people has to check.`,
    ),
  ];
}
