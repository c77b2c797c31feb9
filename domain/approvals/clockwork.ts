import type { Clockwork } from '../case/clockwork.js';
import type { CaseEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { isRunning } from '../clocks/pauses.js';
import { voidProposals } from '../policyChange/policyProposal.js';
import { say } from '../say.js';
import { type Instant, notAfter } from '../time.js';
import type { Approval } from './approval.js';
import { gateFacts } from './gate.js';
import { planDayStart } from './stages.js';

/** Another policy is the executive's decision and nobody else's, access its owner's; a request for access lapses. */
const isNobodyElses = ({ kind }: Approval): boolean => kind === 'policy' || kind === 'access';

function escalations(state: CaseState, now: Instant): CaseEvent[] {
  if (!isRunning(state) && state.status !== 'closing') return [];
  return Object.values(state.approvals).flatMap((a): CaseEvent[] => {
    if (a.kind === 'gate' && state.status !== 'open') return [];
    if (isNobodyElses(a)) return [];
    if (a.status !== 'asked' || a.escalatedTo !== undefined || !notAfter(a.due, now)) return [];
    const stage = state.plan.stages.find((s) => a.kind === 'gate' && s.id === a.subject);
    return [{ type: 'ApprovalEscalated', approval: a.id, to: stage?.escalateTo ?? state.plan.escalateTo }];
  });
}

/** Nobody decides on a flag that is cleared already. */
const settledFlags = (state: CaseState): CaseEvent[] =>
  Object.values(state.approvals).flatMap((a): CaseEvent[] => {
    const open = a.status === 'asked' || a.status === 'returned';
    if (!open || (a.kind !== 'clearance' && a.kind !== 'remedy') || state.flags[a.subject]?.status !== 'cleared')
      return [];
    return [{ type: 'ApprovalVoided', approval: a.id, was: a.status, reason: say('approvals.flag-cleared') }];
  });

/** Gates ask for a decision once all is met, close again when what was approved changes, and call in help when nobody answers. */
export const approvalsClockwork: Clockwork = {
  name: 'approvals',
  facts: (state, now) => {
    if (state.status !== 'open' && state.status !== 'closing') return [];
    const ended = state.delegations.flatMap((d): CaseEvent[] =>
      notAfter(d.until, now) ? [{ type: 'DelegationEnded', from: d.from, to: d.to, role: d.role }] : [],
    );
    // Gates are over in a case that closes; waivers of what its end rests on are still decided.
    const gates = state.status === 'open' ? state.plan.stages.flatMap((s) => gateFacts(state, s, now)) : [];
    return [...ended, ...gates, ...settledFlags(state), ...voidProposals(state), ...escalations(state, now)];
  },
  agenda: (state) => [
    ...state.delegations.map((d) => d.until),
    ...state.plan.stages.flatMap((s) =>
      s.notBeforeDay === undefined || state.stagesDone[s.id] ? [] : [planDayStart(state, s.notBeforeDay)],
    ),
    ...Object.values(state.approvals).flatMap((a) =>
      a.status === 'asked' && a.escalatedTo === undefined && !isNobodyElses(a) ? [a.due] : [],
    ),
  ],
};
