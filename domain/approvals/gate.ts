import type { CaseEvent } from '../case/events.js';
import type { PlannedStage } from '../case/plan.js';
import type { CaseState } from '../case/state.js';
import { plusBusinessHours } from '../clocks/businessTime.js';
import { isRunning } from '../clocks/pauses.js';
import { flagsAgainstCase } from '../flags/flags.js';
import { own } from '../record.js';
import { say } from '../say.js';
import type { Instant } from '../time.js';
import type { Approval, Rejection } from './approval.js';
import { decidesTexts, type GateContent, gateContent, hasTexts, isCovered } from './content.js';
import { caseReady, stageReached, stageReady } from './stages.js';

/** Nothing opens while the case is paused, nor before the plan has followed a change of scope. */
const mayGoOn = (state: CaseState): boolean => isRunning(state) && state.replan?.intake === undefined;

/** The rejection of a content that nobody has asked for again since. */
export const rejectionOf = (state: CaseState, approval: string, hash: string): Rejection | undefined =>
  own(state.rejections, approval)?.find((r) => r.contentHash === hash);

/** Asks the deciders of a stage for its gate. */
export function askForGate(
  state: CaseState,
  { id: stage, deciders, decideWithinHours }: PlannedStage,
  { hash, items, successors, requesters }: GateContent,
  now: Instant,
  again: Pick<Approval, 'request' | 'rejections'> = {},
): CaseEvent {
  return {
    type: 'ApprovalRequested',
    approval: {
      id: `gate:${stage}`,
      kind: 'gate',
      subject: stage,
      contentHash: hash,
      items,
      ...(successors.length === 0 ? {} : { successors }),
      requesters,
      deciders,
      rule: 'all',
      due: plusBusinessHours(state.calendars.client, now, decideWithinHours),
      ...again,
    },
  };
}

/** True when a gate has what it decides on: texts of people are read as they come, whatever else those people lack. */
const isReady = (state: CaseState, stage: PlannedStage, now: Instant): boolean =>
  decidesTexts(state, stage.id)
    ? caseReady(state, stage, now) && hasTexts(state, stage.id, now)
    : stageReady(state, stage, now);

/** True while a stage may go on: reached, and nothing against the case. */
const isOpen = (state: CaseState, stage: PlannedStage, now: Instant): boolean =>
  mayGoOn(state) && stageReached(state, stage) && flagsAgainstCase(state, now).length === 0;

/** True while the gate of a stage may be asked for, apart from what was rejected. */
export const mayBeAsked = (state: CaseState, stage: PlannedStage, now: Instant): boolean =>
  // A text is read whatever stops the case; it opens nothing by itself.
  (decidesTexts(state, stage.id) ? mayGoOn(state) && stageReached(state, stage) : isOpen(state, stage, now)) &&
  isReady(state, stage, now);

/** What the rules make of the gate of a stage now. */
export function gateFacts(state: CaseState, stage: PlannedStage, now: Instant): CaseEvent[] {
  const approval = own(state.approvals, `gate:${stage.id}`);
  if (approval === undefined) return unasked(state, stage, now);
  return approval.stands === undefined
    ? undecided(state, stage, approval, now)
    : standing(state, stage, approval, approval.stands.items, now);
}

function unasked(state: CaseState, stage: PlannedStage, now: Instant): CaseEvent[] {
  const done = state.stagesDone[stage.id] !== undefined;
  const byItself = stage.deciders.length === 0;
  if (done) {
    const reason = say('approvals.now-decided');
    return byItself ? [] : [{ type: 'StageReopened', stage: stage.id, reason }];
  }
  if (byItself)
    return isOpen(state, stage, now) && stageReady(state, stage, now)
      ? [{ type: 'StageCompleted', stage: stage.id }]
      : [];
  if (!mayBeAsked(state, stage, now)) return [];
  const content = gateContent(state, stage.id, now);
  const rejected = rejectionOf(state, `gate:${stage.id}`, content.hash) !== undefined;
  return rejected ? [] : [askForGate(state, stage, content, now)];
}

/** Asked for the first time, or anew: what is no longer what was asked, or no longer ready, is not decided. */
function undecided(
  state: CaseState,
  stage: PlannedStage,
  { id, status, contentHash }: Approval,
  now: Instant,
): CaseEvent[] {
  const changed = contentHash !== gateContent(state, stage.id, now).hash;
  const unready = status === 'asked' && !isReady(state, stage, now);
  if (!changed && !unready) return [];
  const reason = say(changed ? 'approvals.content-changed' : 'approvals.no-longer-met');
  return [{ type: 'ApprovalVoided', approval: id, was: status, reason }];
}

/** What stands, stands: until it rests on something that nobody approved; its successor is asked for beside it (design, decision 19). */
function standing(
  state: CaseState,
  stage: PlannedStage,
  { id, status, contentHash }: Approval,
  decided: readonly string[],
  now: Instant,
): CaseEvent[] {
  const done = state.stagesDone[stage.id] !== undefined;
  if (!isCovered(state, stage.id, decided, now)) {
    const reason = say('approvals.content-changed');
    const voided: CaseEvent = { type: 'ApprovalVoided', approval: id, was: 'approved', reason };
    return done ? [voided, { type: 'StageReopened', stage: stage.id, reason }] : [voided];
  }
  const content = gateContent(state, stage.id, now);
  const isNew = content.items.some((item) => !decided.includes(item));
  if (status !== 'approved')
    return isNew && content.hash === contentHash
      ? []
      : [{ type: 'SuccessorNotAsked', approval: id, reason: say('approvals.content-changed') }];
  if (!done && isOpen(state, stage, now) && stageReady(state, stage, now))
    return [{ type: 'StageCompleted', stage: stage.id }];
  const rejected = rejectionOf(state, id, content.hash) !== undefined;
  return isNew && mayGoOn(state) && !rejected ? [askForGate(state, stage, content, now)] : [];
}
