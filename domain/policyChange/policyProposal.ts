import type { Approval } from '../approvals/approval.js';
import type { HumanCommand } from '../case/commands.js';
import { type Decision, record, refuse } from '../case/decision.js';
import type { CaseEvent } from '../case/events.js';
import type { Plan } from '../case/plan.js';
import type { Actor } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { plusBusinessHours } from '../clocks/businessTime.js';
import { namedFor, unlessRole } from '../people/named.js';
import { own } from '../record.js';
import { type Said, say } from '../say.js';
import type { Instant } from '../time.js';

type Propose = Extract<HumanCommand, { type: 'ProposePolicy' }>;
type Withdraw = Extract<HumanCommand, { type: 'WithdrawPolicy' }>;

const isOpen = ({ kind, status }: Approval): boolean =>
  kind === 'policy' && (status === 'asked' || status === 'returned');

/** True while the approved policy is not in force yet: the plan under it is still to be compiled. */
const isUnderWay = ({ replan }: CaseState, { id }: Approval): boolean => replan?.policy?.approval === id;

/** Why somebody may not propose a policy whatever it says: known before it is read. */
export const mayNotPropose = (state: CaseState, actor: Actor) => unlessRole(state, actor, ['procurement']);

/** Asks the executive for another policy, shown by the difference that it makes to the plan of this case. */
export function proposePolicy(state: CaseState, command: Propose, actor: Actor, now: Instant): Decision {
  const { policy, origin, from, plan, difference, reason } = command;
  const denied = mayNotPropose(state, actor);
  if (denied) return denied;
  const open = Object.values(state.approvals).find(isOpen);
  if (open !== undefined) return refuse('DuplicateId', say('policy-change.other-open', { approval: open.id }));
  if (state.replan !== undefined) return refuse('CaseNotInState', say('policy-change.recompiling'));
  if (from !== state.plan.hash) return refuse('ContentChanged', say('policy-change.plan-changed'));
  if (plan === state.plan.hash)
    return refuse('DuplicateId', say('policy-change.same-plan', { policy: nameOf(policy) }));
  if (!namedFor(state, 'executive').some((p) => p !== actor.personId))
    return refuse('CaseNotInState', say('policy-change.nobody-decides'));
  return record({
    type: 'ApprovalRequested',
    approval: {
      // The number of this entry, so that an id never comes back.
      id: `policy:${state.seq + 1}`,
      kind: 'policy',
      subject: nameOf(policy),
      contentHash: plan,
      requesters: [actor.personId],
      deciders: [{ role: 'executive', quorum: 1 }],
      rule: 'all',
      due: plusBusinessHours(state.calendars.client, now, state.plan.numbers.taskHours),
      request: { reason },
      proposal: { policy, ...(origin === undefined ? {} : { origin }), from, difference },
    },
  });
}

const nameOf = ({ name, version }: Plan['policy']): string => `${name} ${version}`;

/** Takes a proposal back, also an approved one whose plan is not in force yet. */
export function withdrawPolicy(state: CaseState, { approval: id, reason }: Withdraw, actor: Actor): Decision {
  const denied = unlessRole(state, actor, ['procurement']);
  if (denied) return denied;
  const approval = own(state.approvals, id);
  if (approval?.kind !== 'policy') return refuse('UnknownApproval', say('policy-change.unknown', { approval: id }));
  if (!isOpen(approval) && !isUnderWay(state, approval))
    return refuse('NotAskedNow', say('policy-change.not-withdrawable', { approval: id, status: approval.status }));
  return record({ type: 'ApprovalVoided', approval: id, was: approval.status, reason });
}

/** Proposals that nobody can decide on any more, and approved ones that came to nothing: what they were told against is gone (ADR 6). */
export function voidProposals(state: CaseState): CaseEvent[] {
  const { replan, plan } = state;
  const moves = replan !== undefined && (replan.intake !== undefined || replan.model !== plan.model.chosen);
  return Object.values(state.approvals).flatMap((a): CaseEvent[] => {
    if (!isOpen(a) && !isUnderWay(state, a)) return [];
    const voided = (reason: Said): CaseEvent[] => [{ type: 'ApprovalVoided', approval: a.id, was: a.status, reason }];
    if (state.status !== 'open') return voided(say('policy-change.case-closing'));
    return moves || a.proposal?.from !== plan.hash ? voided(say('policy-change.difference-outdated')) : [];
  });
}

/** The state in which an approved policy is no longer waited for. */
export function withoutMigration(state: CaseState, approval: string): CaseState {
  const { replan, ...rest } = state;
  if (replan?.policy?.approval !== approval) return state;
  const { policy: _gone, ...left } = replan;
  const nothingElse = left.intake === undefined && left.model === state.plan.model.chosen;
  return nothingElse ? rest : { ...rest, replan: left };
}
