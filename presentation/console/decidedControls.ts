import type { DecidedControl } from '../../contract/console/decision.js';
import type { ControlView } from '../../contract/parts.js';
import type { Approval } from '../../domain/approvals/approval.js';
import { type Role, sideOf } from '../../domain/case/roles.js';
import type { CaseState, Evidence } from '../../domain/case/state.js';
import { fieldBeside } from '../../domain/controls/beside.js';
import { papersCitedBy } from '../../domain/controls/cited.js';
import type { JsonObject } from '../../domain/controls/form.js';
import { CONTROLS } from '../../domain/controls/index.js';
import { own } from '../../domain/record.js';
import { type Instant, toMs } from '../../domain/time.js';
import { answersByField, hashesOf } from '../evidence/answers.js';
import { isPaperOfVendor, readsAnswers } from '../facts/sight.js';
import { scored } from '../report/controls.js';
import { policyPhrases } from '../words/policyNumbers.js';
import { summaryOf } from './summary.js';

/** What a reader has seen before: when, and the answers as they stood then, by the key of their control. */
export type SeenBefore = { at?: Instant; answers: ReadonlyMap<string, JsonObject> };

type Answered = (DecidedControl['answers'][number] & { field: string })[];

/** Answers in words by their fields. */
function inWords(state: CaseState, id: string, form: JsonObject): Answered {
  const { form: shape, anchors = [] } = own(CONTROLS, id) ?? {};
  const titleOf = (document: string): string => own(state.papers, document)?.title ?? document;
  return shape ? scored(anchors, form.score, answersByField(shape, form, { titleOf })) : [];
}

/** Answers beside the thresholds that are theirs, and the thresholds of none of them. */
function besidePolicy(state: CaseState, id: string, answered: Answered) {
  const planned = own(state.plan.controls, id);
  const phrases = planned?.applies === true ? policyPhrases(planned) : [];
  const placed = phrases.map(({ name, text }) => ({ text, field: fieldBeside(id, name) }));
  const has = (field: string | undefined): boolean => answered.some((one) => one.field === field);
  const answers = answered.map(({ field, question, answer }) => {
    const policy = placed.filter((one) => one.field === field).map(({ text }) => text);
    return { question, answer, ...(policy.length > 0 && { policy: policy.join('; ') }) };
  });
  return { answers, policy: placed.filter(({ field }) => !has(field)).map(({ text }) => text) };
}

function changesBetween(before: Answered, after: Answered): DecidedControl['changes'] {
  const fields = [...new Set([...before, ...after].map(({ field }) => field))];
  return fields.flatMap((field) => {
    const [was, is] = [before.find((one) => one.field === field), after.find((one) => one.field === field)];
    if (was?.answer === is?.answer) return [];
    return [{ question: is?.question ?? was?.question ?? field, before: was?.answer, after: is?.answer }];
  });
}

/** The answers that a change is told against: what stands beside new ones, else what the reader has seen. */
function answersBefore(state: CaseState, key: string, shown: Evidence, seen: SeenBefore): JsonObject | undefined {
  const standing = own(state.evidence, key);
  if (standing !== undefined && standing !== shown) return standing.form;
  return seen.at !== undefined && toMs(shown.at) > toMs(seen.at) ? seen.answers.get(key) : undefined;
}

function changedSince(state: CaseState, { key, id }: ControlView, shown: Evidence, seen: SeenBefore) {
  const isBeside = own(state.evidence, key) !== undefined && own(state.evidence, key) !== shown;
  const isNewer = seen.at !== undefined && toMs(shown.at) > toMs(seen.at);
  if (!isBeside && !isNewer) return {};
  const before = answersBefore(state, key, shown, seen);
  const changes = before && changesBetween(inWords(state, id, before), inWords(state, id, shown.form));
  return { changed: true, ...(changes && { changes }) };
}

function documentsOf(state: CaseState, id: string, { form }: Evidence, role: Role) {
  const papers = papersCitedBy(id, form)
    .flatMap((paper) => own(state.papers, paper) ?? [])
    .filter((paper) => sideOf(role) === 'client' || isPaperOfVendor(state, paper));
  const shape = own(CONTROLS, id)?.form;
  const texts = new Set(papers.map(({ textHash }) => textHash));
  return {
    documents: papers.map(({ id: paper, title, textHash, state: stands }) => ({
      paper,
      title,
      sha256: textHash,
      state: stands,
    })),
    files: (shape ? hashesOf(shape, form) : []).flatMap(({ question, hash }) =>
      texts.has(hash) ? [] : [{ title: question, sha256: hash }],
    ),
  };
}

/** The evidence that an approval is about: new evidence where it is asked to take the place of what stands. */
export const evidenceShown = (state: CaseState, { successors = [] }: Approval, key: string): Evidence | undefined =>
  (successors.includes(key) ? own(state.successors, key) : undefined) ?? own(state.evidence, key);

/** A control as somebody decides on it, as far as they read its answers. */
export function decidedControl(
  state: CaseState,
  approval: Approval,
  view: ControlView,
  reader: { role: Role; seen: SeenBefore },
): DecidedControl {
  const { key, id, title, person, status, missing } = view;
  const evidence = evidenceShown(state, approval, key);
  const shown = evidence !== undefined && readsAnswers(reader.role, state, evidence) ? evidence : undefined;
  const { answers, policy } = besidePolicy(state, id, shown === undefined ? [] : inWords(state, id, shown.form));
  const cited = shown === undefined ? { documents: [], files: [] } : documentsOf(state, id, shown, reader.role);
  return {
    key,
    id,
    title: person === undefined ? title : `${title}: {person:${person}}`,
    person,
    status,
    summary: summaryOf({ status, missing, answers, documents: cited.documents, until: view.waiver?.until }),
    answers,
    policy,
    ...(shown !== undefined && {
      by: shown.by,
      at: shown.at,
      ...(shown.seconded !== undefined && { seconded: shown.seconded }),
      ...changedSince(state, view, shown, reader.seen),
    }),
    ...cited,
    missing,
  };
}
