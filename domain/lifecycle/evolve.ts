import { refOf } from '../access/resources.js';
import type { CaseEvent, RecordedEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { attributedUntil } from '../clocks/turn.js';
import { listedAnew } from '../leftBehind/evolve.js';
import { resumed } from './resumed.js';
import { dataScopeOf, reduced, rescoped, takenOut } from './scope.js';

export type LifeEvent = Extract<
  CaseEvent,
  {
    type:
      | 'ModelChosen'
      | 'ScopeChanged'
      | 'PolicyApproved'
      | 'PlanRecompiled'
      | 'PlanCompilationFailed'
      | 'CasePaused'
      | 'CaseResumed'
      | 'CaseClosing'
      | 'CaseClosed';
  }
>;

/** Folds the facts of the case as a whole: its plan, its pauses, its end. */
export function evolveLife(state: CaseState, event: LifeEvent, { at, actor }: RecordedEvent): CaseState {
  const again = { requestedBy: actor.personId, attempts: 0, nextAttemptAt: at };
  switch (event.type) {
    case 'ModelChosen':
      return { ...state, replan: { ...state.replan, ...again, model: event.model, reason: event.reason } };
    case 'ScopeChanged':
      return rescope(state, event, again);
    case 'PolicyApproved': {
      const { approval, policy, origin, plan, reason } = event;
      const { chosen: model } = state.plan.model;
      const wanted = { approval, hash: policy.hash, plan, ...(origin === undefined ? {} : { origin }) };
      return { ...state, replan: { ...again, model, reason, policy: wanted } };
    }
    case 'PlanRecompiled': {
      const { replan, policyOrigin: before, ...rest } = state;
      const origin = replan?.policy === undefined ? before : replan.policy.origin;
      return {
        ...rest,
        plan: event.plan,
        intake: event.intake ?? state.intake,
        ...(origin === undefined ? {} : { policyOrigin: origin }),
      };
    }
    case 'PlanCompilationFailed': {
      const { replan } = state;
      if (replan === undefined) return state;
      return {
        ...state,
        replan: { ...replan, attempts: replan.attempts + 1, nextAttemptAt: event.nextAttemptAt },
      };
    }
    case 'CasePaused':
      return { ...state, pause: { since: at, by: actor.personId, reason: event.reason } };
    case 'CaseResumed':
      return resumed(state, at);
    case 'CaseClosing': {
      const { pause, ...rest } = state;
      return {
        ...rest,
        ...(pause === undefined ? {} : { pauses: [...(state.pauses ?? []), { from: pause.since, until: at }] }),
        ...listedAnew(state, at),
        status: 'closing',
        closedReason: event.reason,
        ...(event.outcome === undefined ? {} : { closedOutcome: event.outcome }),
      };
    }
    case 'CaseClosed':
      return { ...state, status: 'closed', closedAt: at, attribution: attributedUntil(state.attribution, at) };
    default: {
      const never: never = event;
      return never;
    }
  }
}

/** What is removed goes at once, what is added waits for its plan; other data puts what was decided for the data in question at once. */
function rescope(
  state: CaseState,
  { change, reason }: Extract<LifeEvent, { type: 'ScopeChanged' }>,
  again: Pick<NonNullable<CaseState['replan']>, 'requestedBy' | 'attempts' | 'nextAttemptAt'>,
): CaseState {
  const before = state.replan?.intake ?? state.intake;
  const intake = rescoped(before, change);
  const model = state.replan?.model ?? state.plan.model.chosen;
  const dataScope = dataScopeOf(intake);
  const { remove = [] } = change;
  const gone = takenOut(change);
  const former = state.intake.resources.filter((r) => remove.includes(refOf(r)));
  return {
    ...state,
    intake: reduced(state.intake, change),
    people: gone.length === 0 ? state.people : withoutNeeds(state.people, gone),
    replan: { ...state.replan, ...again, model, intake, reason },
    ...(former.length === 0 ? {} : { formerResources: [...former, ...(state.formerResources ?? [])] }),
    ...(dataScope === dataScopeOf(before) ? {} : { dataScope }),
  };
}

const withoutNeeds = (people: CaseState['people'], gone: readonly string[]): CaseState['people'] =>
  Object.fromEntries(
    Object.entries(people).map(([id, p]) => [id, { ...p, needs: p.needs.filter((n) => !gone.includes(n.resource)) }]),
  );
