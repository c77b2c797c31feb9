import { holdsOther } from '../access/lease.js';
import { isStuck } from '../access/report.js';
import type { CaseState } from '../case/state.js';
import { isRunning } from '../clocks/pauses.js';
import { isOpen } from '../flags/flags.js';
import { namedFor } from '../people/named.js';
import type { Instant } from '../time.js';
import { dueAfter, nameOf, step, type WantedTask } from './task.js';

/** What went wrong and has to be looked at by somebody: red flags, withdrawals that do not go through, permissions that were not granted, unknown accounts on a repository, a policy that does not come into force. */
export const exceptionTasks = (state: CaseState, now: Instant): WantedTask[] => [
  ...openFlags(state, now),
  ...stuckWithdrawals(state, now),
  ...otherPermissions(state, now),
  ...unknownAccounts(state, now),
  ...policyNotInForce(state, now),
];

function openFlags(state: CaseState, now: Instant): WantedTask[] {
  if (!isRunning(state)) return [];
  return Object.entries(state.flags).flatMap(([key, flag]): WantedTask[] => {
    const binding = state.plan.controls[flag.id]?.binding;
    if (!isOpen(state, flag, now) || binding?.kind !== 'deal-breaker') return [];
    const id = `flag:${key}`;
    const whom = flag.person === undefined ? [] : ['--person', flag.person];
    return [
      {
        id,
        title: `Red flag ${flag.id} stops ${flag.person === undefined ? 'the case' : nameOf(flag.person)}`,
        assignees: namedFor(state, binding.clearedBy),
        role: binding.clearedBy,
        why: flag.reason,
        how: [
          `Once mended, anybody but the decider asks: ${step(['flag', 'clear', state.caseId, flag.id, ...whom, '--reason', '"…"'].join(' '))}`,
          `Or agree a remedy with a date: ${step(['flag', 'remedy', state.caseId, flag.id, ...whom, '--term', '"…"', '--owner', 'PERSON', '--until', 'DAY', '--reason', '"…"'].join(' '))}`,
        ],
        due: dueAfter(state, id, now),
      },
    ];
  });
}

const stuckWithdrawals = (state: CaseState, now: Instant): WantedTask[] =>
  Object.values(state.leases)
    .filter((l) => isStuck(l, now))
    .map((l) => ({
      id: `withdraw:${l.id}`,
      title: `Withdrawal of ${nameOf(l.person)} from ${l.resource} has not gone through`,
      assignees: [...new Set([...namedFor(state, 'security'), ...namedFor(state, 'engineering-manager')])],
      role: 'security' as const,
      why: `The record ended this access on ${l.wantSince} (${l.cause ?? 'ended'}) and the provider has not been seen without it since; the last problem was ${l.lastError ?? 'that it was still present'}.`,
      how: [`Take it away at the provider by hand; the next look records it: ${step(`access show ${state.caseId}`)}`],
      due: dueAfter(state, `withdraw:${l.id}`, now, 2),
    }));

/** Permissions other than the granted one, once that one was asked for twice in vain. */
const otherPermissions = (state: CaseState, now: Instant): WantedTask[] =>
  Object.values(state.leases)
    .filter((l) => holdsOther(l) && (l.failures ?? 0) > 1)
    .map((l) => ({
      id: `permission:${l.id}`,
      title: `${nameOf(l.person)} holds ${l.held} on ${l.resource} and was granted ${l.permission}`,
      assignees: namedFor(state, 'security'),
      role: 'security' as const,
      why: `The provider was asked to give ${l.permission} and ${l.lastError === undefined ? `still gives ${l.held}` : `did not: ${l.lastError}`}.`,
      how: [
        `Take away at the provider what gives it, as a team or a role for everybody in the organisation; the daily look records it: ${step(`access show ${state.caseId}`)}`,
      ],
      due: dueAfter(state, `permission:${l.id}`, now, 4),
    }));

const unknownAccounts = (state: CaseState, now: Instant): WantedTask[] =>
  Object.entries(state.surveys).flatMap(([repository, survey]) =>
    survey.unknownAccounts.map((person) => {
      const id = `unknown-account:${repository}:${person}`;
      return {
        id,
        title: `Somebody outside the roster reaches ${repository}`,
        assignees: namedFor(state, 'security'),
        role: 'security' as const,
        why: `${nameOf(person)} was found on ${repository} and this case grants them nothing (DC-1).`,
        how: ['Remove the account at the provider, or put the person on the roster; the next look closes this task.'],
        due: dueAfter(state, id, now, 4),
      };
    }),
  );

/** An approved policy whose plan was tried and did not come about; it is tried again, and somebody has to know. */
function policyNotInForce(state: CaseState, now: Instant): WantedTask[] {
  const { policy, attempts = 0 } = state.replan ?? {};
  if (policy === undefined || attempts === 0 || !isRunning(state)) return [];
  const id = `policy-not-in-force:${policy.approval}`;
  return [
    {
      id,
      title: 'The approved policy is not in force yet',
      assignees: namedFor(state, 'procurement'),
      role: 'procurement',
      why: 'The plan that was approved could not be made of it; the case stays under its present policy meanwhile.',
      how: [
        'It is tried again by itself. If the policy has to be another one, take it back and propose it anew:',
        step(`policy withdraw ${policy.approval} --case ${state.caseId} --reason "…"`),
      ],
      due: dueAfter(state, id, now),
    },
  ];
}
