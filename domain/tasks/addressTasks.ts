import type { PersonId, Role } from '../case/roles.js';
import { HELD_ROLES } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { refusingSince } from '../mail/undelivered.js';
import { correctedBy } from '../people/decide.js';
import { namedFor } from '../people/named.js';
import { own } from '../record.js';
import { say } from '../say.js';
import { type Instant, toMs } from '../time.js';
import { dueAfter, type WantedTask } from './task.js';

/** Whose address refuses, of those who have a part in the case: the longest first. */
export const refusingPeople = (state: CaseState, now: Instant): { person: PersonId; since: Instant }[] =>
  [...refusingSince(state, now)]
    .filter(([person]) => hasPart(state, person))
    .map(([person, since]) => ({ person, since }))
    .sort((a, b) => toMs(a.since) - toMs(b.since));

function hasPart(state: CaseState, person: PersonId): boolean {
  const status = own(state.people, person)?.status;
  if (status === 'proposed' || status === 'accepted') return true;
  return HELD_ROLES.some((role) => namedFor(state, role).includes(person));
}

/** Whoever can mend an address and has one that works; undefined when nobody is reached. */
export function menderOf(state: CaseState, person: PersonId, now: Instant) {
  const refusing = refusingSince(state, now);
  for (const role of correctedBy(state, person)) {
    const people = namedFor(state, role).filter((one) => !refusing.has(one));
    if (people.length > 0) return { role, people };
  }
  return undefined;
}

/**
 * Once for each person whose address refuses, for somebody whose address works: the letter about it has to arrive. Its
 * id names the role that is asked, so that another role is asked by a letter of its own once the first is out of reach.
 */
export function addressTasks(state: CaseState, now: Instant): WantedTask[] {
  return refusingPeople(state, now).map(({ person, since }): WantedTask => {
    const found = menderOf(state, person, now);
    const role: Role = found?.role ?? 'procurement';
    const id = `address:${found?.role ?? 'nobody'}:${person}`;
    return {
      id,
      what: say('tasks.address', { person }),
      assignees: found?.people ?? namedFor(state, 'procurement'),
      role,
      why: [say('tasks.address-why', { since }), ...(found === undefined ? [say('tasks.address-nobody')] : [])],
      actions: [{ do: 'CorrectPerson', with: { person }, ask: ['changed', 'reason'], say: say('tasks.address-how') }],
      due: dueAfter(state, id, now),
    };
  });
}
