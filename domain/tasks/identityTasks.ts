import { accountStanding } from '../access/identify.js';
import { refOf } from '../access/resources.js';
import type { CaseState } from '../case/state.js';
import { namedFor } from '../people/named.js';
import { own } from '../record.js';
import { say } from '../say.js';
import type { Instant } from '../time.js';
import { dueAfter, type WantedTask } from './task.js';

/** Names that no provider knows, and what is no more there: only a person can put that right. */
export function identityTasks(state: CaseState, now: Instant): WantedTask[] {
  return state.status === 'open' ? [...accounts(state, now), ...places(state, now)] : [];
}

const accounts = (state: CaseState, now: Instant): WantedTask[] =>
  Object.values(state.people).flatMap((person): WantedTask[] => {
    const is = accountStanding(person)?.is;
    if (person.status !== 'proposed' && person.status !== 'accepted') return [];
    if (is !== 'unknown' && is !== 'gone') return [];
    const id = `login:${person.id}`;
    return [
      {
        id,
        what: say('tasks.login', { person: person.id }),
        assignees: namedFor(state, 'vendor-contact'),
        role: 'vendor-contact',
        why: [say(is === 'gone' ? 'tasks.login-gone' : 'tasks.login-unknown')],
        actions: [
          { do: 'CorrectPerson', with: { person: person.id }, ask: ['changed', 'reason'], say: say('tasks.login-how') },
        ],
        due: dueAfter(state, id, now),
      },
    ];
  });

const places = (state: CaseState, now: Instant): WantedTask[] =>
  state.intake.resources.map(refOf).flatMap((resource): WantedTask[] => {
    const is = own(state.places, resource)?.is;
    if (is !== 'unknown' && is !== 'gone') return [];
    const id = `place:${resource}`;
    return [
      {
        id,
        what: say('tasks.place', { resource }),
        assignees: namedFor(state, 'engineering-manager'),
        role: 'engineering-manager',
        why: [say(is === 'gone' ? 'tasks.place-gone' : 'tasks.place-unknown')],
        actions: [{ do: 'ShowAccess', with: {}, say: say('tasks.place-how') }],
        due: dueAfter(state, id, now),
      },
    ];
  });
