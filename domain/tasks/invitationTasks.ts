import { isNotInvitedAgain, waitingInvitations } from '../access/invitations.js';
import type { Lease } from '../access/lease.js';
import type { CaseState } from '../case/state.js';
import { namedFor } from '../people/named.js';
import { say } from '../say.js';
import type { Instant } from '../time.js';
import { dueAfter, type WantedTask } from './task.js';

/** Invitations that wait for somebody, and those that came to nothing so often that there is no further one. */
export const invitationTasks = (state: CaseState, now: Instant): WantedTask[] => [
  ...waitingInvitations(state, now).map((lease) => toAccept(state, lease, now)),
  ...Object.values(state.leases)
    .filter(isNotInvitedAgain)
    .map((lease) => toLookInto(state, lease, now)),
];

function toAccept(state: CaseState, { id: lease, ...of }: Lease, now: Instant): WantedTask {
  const { person, resource, invitedSince: since, invitationsEnded: times } = of;
  const id = `invitation:${lease}`;
  return {
    id,
    what: say('tasks.invitation', { person, resource }),
    assignees: [...new Set([person, ...namedFor(state, 'vendor-contact')])],
    role: 'engineer',
    why: [
      say('tasks.invitation-since', { since }),
      ...(times === undefined ? [] : [say('tasks.invitation-before', { times })]),
    ],
    actions: [{ do: 'ShowCase', with: {}, say: say('tasks.invitation-how') }],
    due: dueAfter(state, id, now),
  };
}

function toLookInto(state: CaseState, { id: lease, ...of }: Lease, now: Instant): WantedTask {
  const { person, resource, invitationsEnded: times } = of;
  const id = `not-invited:${lease}`;
  return {
    id,
    what: say('tasks.not-invited', { person, resource }),
    assignees: [...new Set([...namedFor(state, 'engineering-manager'), ...namedFor(state, 'vendor-contact')])],
    role: 'engineering-manager',
    why: [say('tasks.not-invited-why', { times })],
    actions: [{ do: 'ShowAccess', with: {}, say: say('tasks.not-invited-how') }],
    due: dueAfter(state, id, now),
  };
}
