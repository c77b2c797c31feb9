import type { HumanCommand } from '../case/commands.js';
import { type Decision, record, refuse } from '../case/decision.js';
import type { Actor } from '../case/roles.js';
import { CLIENT_ACTORS } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { unlessRole } from '../people/named.js';
import { own } from '../record.js';
import { say } from '../say.js';
import type { Instant } from '../time.js';
import { gateContent } from './content.js';
import { askForGate, mayBeAsked, rejectionOf } from './gate.js';

/** Answers the questions with which an approval was returned, or the reason for which a gate was rejected: it is asked again then, openly. */
export function answerQuestions(
  state: CaseState,
  command: Extract<HumanCommand, { type: 'AnswerQuestions' }>,
  actor: Actor,
  now: Instant,
): Decision {
  const { approval: id, answer } = command;
  const approval = own(state.approvals, id);
  // Of the vendor's engineers whoever asked: for access of their own.
  const asker = approval?.requesters.includes(actor.personId) ? (['engineer'] as const) : [];
  const denied = unlessRole(state, actor, [...CLIENT_ACTORS, 'vendor-contact', ...asker]);
  if (denied) return denied;
  if (approval?.status !== 'asked' && approval?.status !== 'returned') {
    const again = askedAgain(state, id, answer, actor, now);
    if (again !== undefined) return again;
  }
  if (approval === undefined) return refuse('UnknownApproval', say('approvals.unknown', { approval: id }));
  if (approval.status !== 'returned')
    return refuse('NotAskedNow', say('approvals.no-questions', { approval: id, status: approval.status }));
  if (approval.questions?.by === actor.personId) return refuse('RequesterMayNotDecide', say('approvals.own-questions'));
  return record({ type: 'QuestionsAnswered', approval: id, answer });
}

/** The same content once more, with its rejection shown; whoever asks does not decide (AU-2). Undefined where nothing rejected waits. */
function askedAgain(state: CaseState, id: string, reason: string, actor: Actor, now: Instant): Decision | undefined {
  const stage = state.plan.stages.find((s) => `gate:${s.id}` === id);
  if (stage === undefined) return undefined;
  const content = gateContent(state, stage.id, now);
  const rejection = rejectionOf(state, id, content.hash);
  const { stands } = own(state.approvals, id) ?? {};
  if (rejection === undefined || !(stands === undefined ? mayBeAsked(state, stage, now) : state.status === 'open'))
    return undefined;
  const requesters = [...new Set([...content.requesters, actor.personId])].sort();
  return record(
    askForGate(state, stage, { ...content, requesters }, now, { request: { reason }, rejections: [rejection] }),
  );
}
