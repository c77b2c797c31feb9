import type { Clockwork } from '../case/clockwork.js';
import type { CaseEvent } from '../case/events.js';
import type { PlannedStage } from '../case/plan.js';
import type { CaseState } from '../case/state.js';
import { plusBusinessHours } from '../clocks/businessTime.js';
import { isRunning } from '../clocks/pauses.js';
import { flagsAgainstCase } from '../flags/flags.js';
import { voidProposals } from '../policyChange/policyProposal.js';
import { say } from '../say.js';
import { type Instant, notAfter } from '../time.js';
import { gateContent, planDayStart, stageReached, stageReady } from './stages.js';

/** Nothing opens while the case is paused, nor before the plan has followed a change of scope. */
const mayGoOn = (state: CaseState): boolean => isRunning(state) && state.replan?.intake === undefined;

function gateFacts(state: CaseState, stage: PlannedStage, now: Instant): CaseEvent[] {
  const id = `gate:${stage.id}`;
  const approval = state.approvals[id];
  const done = state.stagesDone[stage.id] !== undefined;
  const content = gateContent(state, stage.id, now);
  if (approval !== undefined) {
    const changed = approval.contentHash !== content.hash;
    const unready = approval.status === 'asked' && !stageReady(state, stage, now);
    if (changed || unready) {
      const reason = say(changed ? 'approvals.content-changed' : 'approvals.no-longer-met');
      const voided: CaseEvent = { type: 'ApprovalVoided', approval: id, was: approval.status, reason };
      return done ? [voided, { type: 'StageReopened', stage: stage.id, reason }] : [voided];
    }
    return approval.status === 'approved' && !done && mayGoOn(state)
      ? [{ type: 'StageCompleted', stage: stage.id }]
      : [];
  }
  if (done && stage.deciders.length > 0)
    return [{ type: 'StageReopened', stage: stage.id, reason: say('approvals.now-decided') }];
  if (
    done ||
    !mayGoOn(state) ||
    !stageReached(state, stage) ||
    !stageReady(state, stage, now) ||
    flagsAgainstCase(state, now).length > 0
  )
    return [];
  if (stage.deciders.length === 0) return [{ type: 'StageCompleted', stage: stage.id }];
  const due = plusBusinessHours(state.calendars.client, now, stage.decideWithinHours);
  return [
    {
      type: 'ApprovalRequested',
      approval: {
        id,
        kind: 'gate',
        subject: stage.id,
        contentHash: content.hash,
        requesters: content.requesters,
        deciders: stage.deciders,
        rule: 'all',
        due,
      },
    },
  ];
}

function escalations(state: CaseState, now: Instant): CaseEvent[] {
  if (!isRunning(state) && state.status !== 'closing') return [];
  return Object.values(state.approvals).flatMap((a): CaseEvent[] => {
    if (a.kind === 'gate' && state.status !== 'open') return [];
    // Another policy is the executive's decision and nobody else's.
    if (a.kind === 'policy') return [];
    if (a.status !== 'asked' || a.escalatedTo !== undefined || !notAfter(a.due, now)) return [];
    const stage = state.plan.stages.find((s) => a.kind === 'gate' && s.id === a.subject);
    return [{ type: 'ApprovalEscalated', approval: a.id, to: stage?.escalateTo ?? state.plan.escalateTo }];
  });
}

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
    return [...ended, ...gates, ...voidProposals(state), ...escalations(state, now)];
  },
  agenda: (state) => [
    ...state.delegations.map((d) => d.until),
    ...state.plan.stages.flatMap((s) =>
      s.notBeforeDay === undefined || state.stagesDone[s.id] ? [] : [planDayStart(state, s.notBeforeDay)],
    ),
    ...Object.values(state.approvals).flatMap((a) =>
      a.status === 'asked' && a.escalatedTo === undefined && a.kind !== 'policy' ? [a.due] : [],
    ),
  ],
};
