import { holdsOther } from '../access/lease.js';
import { isStuck } from '../access/report.js';
import type { CaseState } from '../case/state.js';
import { isRunning } from '../clocks/pauses.js';
import { isOpen } from '../flags/flags.js';
import { namedFor } from '../people/named.js';
import { say } from '../say.js';
import type { Instant } from '../time.js';
import { accountTasks } from './accountTasks.js';
import { dueAfter, type WantedTask } from './task.js';

/** What went wrong and has to be looked at by somebody: red flags, withdrawals that do not go through, permissions that were not granted, what is at a provider beside the record, a policy that does not come into force. */
export const exceptionTasks = (state: CaseState, now: Instant): WantedTask[] => [
  ...openFlags(state, now),
  ...stuckWithdrawals(state, now),
  ...otherPermissions(state, now),
  ...accountTasks(state, now),
  ...policyNotInForce(state, now),
];

function openFlags(state: CaseState, now: Instant): WantedTask[] {
  if (!isRunning(state)) return [];
  return Object.entries(state.flags).flatMap(([key, flag]): WantedTask[] => {
    const binding = state.plan.controls[flag.id]?.binding;
    if (!isOpen(state, flag, now) || binding?.kind !== 'deal-breaker') return [];
    const id = `flag:${key}`;
    const { person } = flag;
    const about = { flag: flag.id, ...(person === undefined ? {} : { person }) };
    return [
      {
        id,
        what: say(person === undefined ? 'tasks.flag' : 'tasks.flag-on', { flag: flag.id, person }),
        assignees: namedFor(state, binding.clearedBy),
        role: binding.clearedBy,
        why: [flag.reason],
        actions: [
          { do: 'RequestClearance', with: about, ask: ['reason'], say: say('tasks.flag-clear') },
          {
            do: 'ProposeRemedy',
            with: about,
            ask: ['term', 'owner', 'until', 'reason'],
            say: say('tasks.flag-remedy'),
          },
        ],
        due: dueAfter(state, id, now),
      },
    ];
  });
}

const stuckWithdrawals = (state: CaseState, now: Instant): WantedTask[] =>
  Object.values(state.leases)
    .filter((l) => isStuck(l, now))
    .map(({ id, person, resource, wantSince, lastError: problem }) => ({
      id: `withdraw:${id}`,
      what: say('tasks.withdraw', { person, resource }),
      assignees: [...new Set([...namedFor(state, 'security'), ...namedFor(state, 'engineering-manager')])],
      role: 'security',
      why: [
        say('tasks.withdraw-since', { since: wantSince }),
        problem === undefined ? say('tasks.withdraw-still-there') : say('tasks.withdraw-problem', { problem }),
      ],
      actions: [{ do: 'ShowAccess', with: {}, say: say('tasks.withdraw-how') }],
      due: dueAfter(state, `withdraw:${id}`, now, 2),
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

/** An approved policy whose plan was tried and did not come about; it is tried again, and somebody has to know. */
function policyNotInForce(state: CaseState, now: Instant): WantedTask[] {
  const { policy, attempts = 0 } = state.replan ?? {};
  if (policy === undefined || attempts === 0 || !isRunning(state)) return [];
  const id = `policy-not-in-force:${policy.approval}`;
  return [
    {
      id,
      what: say('tasks.policy-not-in-force'),
      assignees: namedFor(state, 'procurement'),
      role: 'procurement',
      why: [say('tasks.policy-not-compiled')],
      actions: [
        {
          do: 'WithdrawPolicy',
          with: { approval: policy.approval },
          ask: ['reason'],
          say: say('tasks.policy-withdraw'),
        },
      ],
      due: dueAfter(state, id, now),
    },
  ];
}
