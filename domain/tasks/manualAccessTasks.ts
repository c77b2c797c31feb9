import type { Lease } from '../access/lease.js';
import { type Hands, handsOf } from '../access/manualAccess.js';
import { leaseWork } from '../access/schedule.js';
import type { PersonId, Role } from '../case/roles.js';
import { CLIENT_ROLES } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { namedFor } from '../people/named.js';
import { say } from '../say.js';
import { type Instant, notAfter } from '../time.js';
import { dueAfter, type WantedTask } from './task.js';

/** Business hours in which an ended access to a data set or model has to be closed by hand. */
const CLOSE_WITHIN_HOURS = 2;

const roleOf = (state: CaseState, person: PersonId): Role =>
  CLIENT_ROLES.find((r) => namedFor(state, r).includes(person)) ?? 'security';

function actTask(state: CaseState, lease: Lease, hands: Hands, is: 'opened' | 'closed', now: Instant): WantedTask {
  const id = `attest:${lease.id}`;
  const open = is === 'opened';
  const { person, permission, notAfter: until, cause } = lease;
  return {
    id,
    what: say(open ? 'tasks.open-by-hand' : 'tasks.close-by-hand', { resource: hands.resource, person }),
    assignees: [hands.administrator],
    role: roleOf(state, hands.administrator),
    why: [
      open
        ? say(until === undefined ? 'tasks.open-granted' : 'tasks.open-granted-until', { permission, until })
        : cause === undefined
          ? say('tasks.close-ended')
          : say('tasks.close-ended-by', { cause }),
    ],
    actions: [
      {
        do: 'AttestManualChange',
        with: { person, resource: hands.resource, is },
        ask: ['evidence'],
        say: say(open ? 'tasks.open-how' : 'tasks.close-how'),
      },
    ],
    due: open ? dueAfter(state, id, now) : dueAfter(state, id, now, CLOSE_WITHIN_HOURS),
  };
}

function checkTask(state: CaseState, lease: Lease, hands: Hands, now: Instant): WantedTask {
  const id = `verify:${lease.id}`;
  const { person, want } = lease;
  return {
    id,
    what: say('tasks.check-by-hand', { resource: hands.resource, person }),
    assignees: [hands.checker],
    role: roleOf(state, hands.checker),
    why: [say(want === 'present' ? 'tasks.check-present' : 'tasks.check-absent')],
    actions: (['present', 'absent'] as const).map((found) => ({
      do: 'VerifyManualAccess',
      with: { person, resource: hands.resource, found },
      ask: ['evidence'],
      say: say('tasks.check-how'),
    })),
    due: dueAfter(state, id, now),
  };
}

/** What has to be opened, closed or checked by hand now. */
export const manualAccessTasks = (state: CaseState, now: Instant): WantedTask[] =>
  Object.values(state.leases).flatMap((lease) => {
    const hands = handsOf(state, lease);
    const work = hands === undefined ? undefined : leaseWork(state, lease);
    if (hands === undefined || work === undefined || !notAfter(work.at, now)) return [];
    const done = work.intent === 'open' ? 'opened' : 'closed';
    return work.intent === 'look' || lease.attested?.is === done
      ? [checkTask(state, lease, hands, now)]
      : [actTask(state, lease, hands, done, now)];
  });

/** Instants at which something held by hand falls due by time alone. */
export const manualAccessInstants = (state: CaseState): Instant[] =>
  Object.values(state.leases).flatMap((lease) => {
    const work = handsOf(state, lease) === undefined ? undefined : leaseWork(state, lease);
    return work === undefined ? [] : [work.at];
  });
