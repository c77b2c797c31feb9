import { refOf } from '../access/resources.js';
import type { HumanCommand } from '../case/commands.js';
import { type Decision, record, refuse } from '../case/decision.js';
import type { Actor } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { unlessRole } from '../people/named.js';
import { proposePolicy, withdrawPolicy } from '../policyChange/policyProposal.js';
import { say } from '../say.js';
import type { Instant } from '../time.js';
import { scopeFault } from './scope.js';

export type LifeCommand = Extract<
  HumanCommand,
  {
    type: 'ChooseModel' | 'ChangeScope' | 'ProposePolicy' | 'WithdrawPolicy' | 'PauseCase' | 'ResumeCase' | 'CloseCase';
  }
>;

/** Decides what is asked about the case as a whole: its model, scope and policy, its pause and its end. */
export function decideLife(state: CaseState, command: LifeCommand, actor: Actor, now: Instant): Decision {
  switch (command.type) {
    case 'ChooseModel':
      return (
        unlessRole(state, actor, ['procurement', 'executive']) ??
        (command.model === (state.replan?.model ?? state.plan.model.chosen)
          ? refuse('DuplicateId', say('lifecycle.model-already-chosen', { model: command.model }))
          : record({ type: 'ModelChosen', model: command.model, reason: command.reason }))
      );
    case 'ChangeScope':
      return changeScope(state, command, actor);
    case 'ProposePolicy':
      return proposePolicy(state, command, actor, now);
    case 'WithdrawPolicy':
      return withdrawPolicy(state, command, actor);
    case 'PauseCase':
      return (
        unlessRole(state, actor, ['procurement', 'executive']) ??
        (state.pause === undefined
          ? record({ type: 'CasePaused', reason: command.reason })
          : refuse('CaseNotInState', say('lifecycle.already-paused')))
      );
    case 'ResumeCase':
      return resume(state, command.reason, actor);
    case 'CloseCase':
      return unlessRole(state, actor, ['procurement', 'executive']) ?? record({ ...command, type: 'CaseClosing' });
    default: {
      const never: never = command;
      return never;
    }
  }
}

function resume(state: CaseState, reason: string, actor: Actor): Decision {
  const denied = unlessRole(state, actor, ['procurement', 'executive']);
  if (denied) return denied;
  if (state.pause === undefined) return refuse('CaseNotInState', say('lifecycle.not-paused'));
  if (state.pause.by === actor.personId) return refuse('RequesterMayNotDecide', say('lifecycle.own-pause'));
  return record({ type: 'CaseResumed', reason });
}

function changeScope(state: CaseState, command: Extract<LifeCommand, { type: 'ChangeScope' }>, actor: Actor): Decision {
  const denied = unlessRole(state, actor, ['procurement']);
  if (denied) return denied;
  const { type: _type, reason, ...change } = command;
  // Whoever puts something into the scope does not decide alone who gets it.
  const own = (change.add ?? []).find(({ owner }) => owner === actor.personId);
  if (own !== undefined)
    return refuse('RequesterMayNotDecide', say('lifecycle.own-resource', { resource: refOf(own) }));
  const fault = scopeFault(state, change);
  return fault === undefined ? record({ type: 'ScopeChanged', change, reason }) : refuse('Malformed', fault);
}
