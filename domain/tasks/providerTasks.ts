import { holdsOther, type Lease, type WayIn } from '../access/lease.js';
import { isRefused, isStuck } from '../access/report.js';
import type { CaseState } from '../case/state.js';
import { namedFor } from '../people/named.js';
import { type Said, say } from '../say.js';
import type { Instant } from '../time.js';
import { keepers } from './keepers.js';
import { dueAfter, type WantedTask } from './task.js';

/** What a provider does not do as asked: withdrawals that do not go through, openings that it refuses, permissions other than the granted ones. */
export const providerTasks = (state: CaseState, now: Instant): WantedTask[] => [
  ...stuckWithdrawals(state, now),
  ...refusedOpenings(state, now),
  ...otherPermissions(state, now),
];

const stuckWithdrawals = (state: CaseState, now: Instant): WantedTask[] =>
  Object.values(state.leases)
    .filter((l) => isStuck(l, now))
    .map(({ id, person, resource, wantSince, keptBy = [], ...lease }) => ({
      id: `withdraw:${id}`,
      what: say('tasks.withdraw', { person, resource }),
      ...keepers(state),
      why: [
        say('tasks.withdraw-since', { since: wantSince }),
        ...(keptBy.length > 0 ? keptBy.map(wayText) : [whyStuck(lease)]),
      ],
      actions: [{ do: 'ShowAccess', with: {}, say: say('tasks.withdraw-how') }],
      due: dueAfter(state, `withdraw:${id}`, now, 2),
    }));

/** What keeps a closing from going through, where no way in is known that it left. */
const whyStuck = ({ lastReason, lastError: problem = lastReason }: Pick<Lease, 'lastReason' | 'lastError'>): Said =>
  problem === undefined
    ? say('tasks.withdraw-still-there')
    : say('tasks.withdraw-problem', { problem: lastReason ?? problem });

/** The way in that a closing cannot take away, and so where somebody has to look. */
function wayText({ by, through }: WayIn): Said {
  switch (by) {
    case 'direct':
      return say('tasks.withdraw-direct');
    case 'invitation':
      return say('tasks.withdraw-invitation');
    case 'team':
      return through === undefined ? say('tasks.withdraw-other') : say('tasks.withdraw-team', { team: through });
    case 'organisation':
      return through === 'owner' ? say('tasks.withdraw-owner') : say('tasks.withdraw-organisation');
    case 'other':
      return say('tasks.withdraw-other');
    default:
      return by satisfies never;
  }
}

/** Access that the provider refuses to give: asking again does not help, whatever it rests on. */
const refusedOpenings = (state: CaseState, now: Instant): WantedTask[] =>
  Object.values(state.leases)
    .filter(isRefused)
    .map(({ id, person, resource, lastReason: reason }) => ({
      id: `opening:${id}`,
      what: say('tasks.opening', { person, resource }),
      ...keepers(state),
      why: reason === undefined ? [] : [say('tasks.opening-refused', { reason })],
      actions: [{ do: 'ShowAccess', with: {}, say: say('tasks.opening-how') }],
      due: dueAfter(state, `opening:${id}`, now),
    }));

/** Permissions other than the granted one, once that one was asked for twice in vain. */
const otherPermissions = (state: CaseState, now: Instant): WantedTask[] =>
  Object.values(state.leases)
    .filter((l) => holdsOther(l) && (l.failures ?? 0) > 1)
    .map(({ id, person, resource, permission, held, lastError: problem }) => ({
      id: `permission:${id}`,
      what: say('tasks.permission', { person, resource, held, permission }),
      assignees: namedFor(state, 'security'),
      role: 'security',
      why: [
        problem === undefined
          ? say('tasks.permission-kept', { permission, held })
          : say('tasks.permission-problem', { permission, problem }),
      ],
      actions: [{ do: 'ShowAccess', with: {}, say: say('tasks.permission-how') }],
      due: dueAfter(state, `permission:${id}`, now, 4),
    }));
