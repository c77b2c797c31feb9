import type { PersonId } from '../case/roles.js';
import { own } from '../record.js';
import { type Said, say } from '../say.js';
import { unless } from './conclude.js';
import { type Scene, subjectKey } from './control.js';
import { isClient } from './sides.js';

/** What is wrong with who checked what `what` names: one of the client's people, and never whoever supplied it (AU-2). */
export function checkerFaults({ state, planned, person }: Scene, checker: PersonId, what: Said): Said[] {
  const supplier = own(state.evidence, subjectKey(planned.id, person))?.by;
  return [
    ...unless(isClient(state, checker), say('controls.checked-outside', { what, checker })),
    ...unless(checker !== supplier, say('controls.checked-by-supplier', { what, checker })),
  ];
}
