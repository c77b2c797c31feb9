import type { CaseState } from '../case/state.js';
import { isRunning } from '../clocks/pauses.js';
import { isOpen } from '../flags/flags.js';
import { namedFor } from '../people/named.js';
import { say } from '../say.js';
import type { Instant } from '../time.js';
import { accountTasks } from './accountTasks.js';
import { leftBehindTasks } from './leftBehindTasks.js';
import { providerTasks } from './providerTasks.js';
import { dueAfter, type WantedTask } from './task.js';

/** What went wrong and has to be looked at by somebody: red flags, what a provider does not do as asked, what is there beside the record, a policy that does not come into force. */
export const exceptionTasks = (state: CaseState, now: Instant): WantedTask[] => [
  ...openFlags(state, now),
  ...providerTasks(state, now),
  ...accountTasks(state, now),
  ...leftBehindTasks(state),
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
