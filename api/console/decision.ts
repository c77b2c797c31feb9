import type { DecisionPage } from '../../contract/console/decision.js';
import type { Approval } from '../../domain/approvals/approval.js';
import { sideOf } from '../../domain/case/roles.js';
import type { CaseState } from '../../domain/case/state.js';
import { subjectKey } from '../../domain/controls/control.js';
import type { JsonObject } from '../../domain/controls/form.js';
import { own } from '../../domain/record.js';
import { type Instant, toMs } from '../../domain/time.js';
import type { Actors } from '../../presentation/console/actors.js';
import { type DecisionById, decisionOf, showsDecision } from '../../presentation/console/decision.js';
import { withNames as named } from '../../presentation/words/people.js';
import type { Store } from '../../store/contract.js';
import { caseNow } from '../caseClock.js';
import { withNames } from '../names.js';
import type { ApiParts } from '../parts.js';
import { Problem } from '../problems.js';
import { earlierQuestions } from './earlierQuestions.js';

/** From the first instant that a case can have. */
const FIRST = '0000-01-01T00:00:00.000Z';

/** When somebody looked before or decided it last, whichever is later. */
function lastSeen({ votes, stands }: Approval, personId: string, looked: Instant | undefined): Instant | undefined {
  const decided = [...votes, ...(stands?.votes ?? [])].filter(({ by }) => by === personId).map(({ at }) => at);
  return [...decided, ...(looked === undefined ? [] : [looked])].sort((a, b) => toMs(b) - toMs(a))[0];
}

/** Answers as they stood at an instant, by the key of their control, of those that somebody of that side may read. */
async function answersAt(
  { ledger }: Store,
  { caseId }: CaseState,
  through: Instant,
  { role }: Actors[0],
): Promise<Map<string, JsonObject>> {
  const answers = new Map<string, JsonObject>();
  const period = { from: FIRST, through };
  for await (const { actor, event } of ledger.population({ facts: ['EvidenceSubmitted'], period, caseId }))
    if (event.type === 'EvidenceSubmitted' && (sideOf(role) === 'client' || sideOf(actor.role) === 'vendor'))
      answers.set(subjectKey(event.control, event.person), event.form);
  return answers;
}

const isNewer = ({ evidence, successors = {} }: CaseState, at: Instant): boolean =>
  [...Object.values(evidence), ...Object.values(successors)].some((one) => toMs(one.at) > toMs(at));

/** The page with people by name and documents by that of their file. */
async function told({ store }: ApiParts, state: CaseState, page: DecisionById): Promise<DecisionPage> {
  const { names, ...rest } = await withNames(store, state, page);
  const say = (text: string): string => named(text, names);
  const hashes = page.controls.flatMap(({ documents }) => documents.map(({ sha256 }) => sha256));
  const files = await store.documents.describe(state.caseId, [...new Set(hashes)]);
  return {
    ...rest,
    title: say(rest.title),
    question: say(rest.question),
    outlook: rest.outlook.map(say),
    flags: rest.flags.map(say),
    others: rest.others.map((id) => names[id] ?? id),
    candidates: rest.candidates.map((id) => ({ id, name: names[id] ?? id })),
    controls: rest.controls.map((control) => ({
      ...control,
      title: say(control.title),
      summary: say(control.summary),
      missing: control.missing.map(say),
      answers: control.answers.map((one) => ({ ...one, answer: say(one.answer) })),
      documents: control.documents.map((one) => ({ ...one, ...files[one.sha256] })),
    })),
    names,
  };
}

/** The page of a decision for somebody who may see the case; that they look at it is noted. Throws `UnknownApproval`. */
export async function decisionPageOf(
  parts: ApiParts,
  state: CaseState,
  approvalId: string,
  actors: Actors,
): Promise<DecisionPage> {
  const { store } = parts;
  const [reader] = actors;
  const { personId } = reader;
  const now = await caseNow(parts, state);
  const approval = own(state.approvals, approvalId);
  if (approval === undefined || !showsDecision(state, approvalId, reader))
    throw new Problem('UnknownApproval', `There is no approval ${approvalId} for you in this case.`);
  const looked = await store.looks.look({ personId, caseId: state.caseId, approval: approvalId }, now);
  const at = lastSeen(approval, personId, looked);
  const answers = at !== undefined && isNewer(state, at) ? await answersAt(store, state, at, reader) : new Map();
  const page = decisionOf(state, approvalId, actors, { now, seen: { ...(at !== undefined && { at }), answers } });
  if (page === undefined) throw new Problem('UnknownApproval');
  const earlier =
    sideOf(reader.role) === 'client' ? await earlierQuestions(store, state.caseId, approvalId, now) : undefined;
  return told(parts, state, { ...page, ...(earlier !== undefined && { earlier }) });
}
