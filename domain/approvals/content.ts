import { memory } from '../case/memo.js';
import type { StageId } from '../case/plan.js';
import type { PersonId } from '../case/roles.js';
import type { CaseState, Evidence } from '../case/state.js';
import { papersCitedBy } from '../controls/cited.js';
import { parseSubjectKey } from '../controls/control.js';
import { answersHashOf } from '../controls/formHash.js';
import { CONTROLS } from '../controls/index.js';
import { assessNow, rosterOf } from '../controls/judge.js';
import { PERSON_LOCKS } from '../controls/locks.js';
import { readySuccessors, withSuccessors } from '../controls/successors.js';
import { contentHash } from '../hash.js';
import { own } from '../record.js';
import type { Instant } from '../time.js';
import { holdersOf } from './stages.js';

/** What a gate decides on, the records whose successors it would bring into force, and who has a part in it. */
export type GateContent = { hash: string; items: string[]; successors: string[]; requesters: PersonId[] };

/** A reference to one answer or document of a gate's content: what it is, and the first half of its SHA-256. */
const itemOf = (what: string, hash: string): string => `${what}@${hash.slice(0, 32)}`;

/** Gates that are decided for the data of the case: other data puts them in question. */
const DECIDED_FOR_DATA: readonly StageId[] = ['evaluate', 'data-protection'];

/**
 * Records of the case that a gate's content is made of: those of its gate controls. Of the ways to one end (a path) those that lead there count,
 * or all while none does. What is renewed at intervals, tracked or advised is not decided here (design, decision 19).
 */
function decidedKeys(state: CaseState, stage: StageId, now: Instant): string[] {
  const counted = holdersOf(state, stage).filter(
    ({ id, binding }) =>
      binding.kind === 'gate' && own(CONTROLS, id)?.subject === 'case' && !own(CONTROLS, id)?.renewed,
  );
  const leads = (id: string): boolean => assessNow(state, id, now)?.status === 'met';
  const paths = new Set(counted.filter(({ id }) => leads(id)).map(({ path }) => path));
  return counted.filter(({ id, path }) => path === undefined || !paths.has(path) || leads(id)).map(({ id }) => id);
}

/** References of the evidence in force under some records, and of the documents that it cites. */
function itemsUnder(state: CaseState, keys: string[]): string[] {
  return keys.flatMap((key) => {
    const evidence = own(state.evidence, key);
    if (evidence === undefined) return [];
    const papers = citedPapers(state, key, evidence).map(({ id, textHash }) => itemOf(id, textHash));
    return [itemOf(key, answersHashOf(evidence.form)), ...papers];
  });
}

const citedPapers = ({ papers }: CaseState, key: string, { form }: Evidence) =>
  papersCitedBy(parseSubjectKey(key).controlId, form).flatMap((id) => papers[id] ?? []);

/** Records of the people whose assignments a gate decides on by their texts: one text once for all who sign it. */
function assignmentKeys(state: CaseState, stage: StageId, now: Instant): string[] {
  const locks = holdersOf(state, stage).filter(({ id }) => PERSON_LOCKS.includes(id));
  return locks.flatMap(({ id }) =>
    rosterOf(state)
      .filter((person) => assessNow(state, id, now, person)?.status === 'met')
      .map((person) => `${id}:${person}`),
  );
}

/** True for a stage whose gate decides on the texts of people's assignments. */
export const decidesTexts = (state: CaseState, stage: StageId): boolean =>
  holdersOf(state, stage).some(({ id }) => PERSON_LOCKS.includes(id));

/** True once there is such a text to decide on. */
export const hasTexts = (state: CaseState, stage: StageId, now: Instant): boolean =>
  assignmentKeys(state, stage, now).length > 0;

/** References of the texts on which a person's assignment rests. */
export function textItems(state: CaseState, key: string): string[] {
  const evidence = own(state.evidence, key);
  return evidence === undefined
    ? []
    : citedPapers(state, key, evidence).map(({ textHash }) => itemOf('text', textHash));
}

/** What access and stage rest on now, people's texts apart: once approved, it stands while it holds nothing new. */
function itemsInForce(state: CaseState, stage: StageId, now: Instant): string[] {
  const { dataScope, plan } = state;
  return [
    `model:${plan.model.chosen}`,
    ...(dataScope === undefined || !DECIDED_FOR_DATA.includes(stage) ? [] : [itemOf('data', dataScope)]),
    ...itemsUnder(state, decidedKeys(state, stage, now)),
  ];
}

/** Who supplied what of it is not decided yet, and any version of it since the last decision (AU-2). */
function requestersOf(state: CaseState, stage: StageId, now: Instant, decided: readonly string[]): PersonId[] {
  const keys = [...decidedKeys(state, stage, now), ...assignmentKeys(state, stage, now)];
  const people = keys.flatMap((key) => {
    const evidence = own(state.evidence, key);
    if (evidence === undefined) return [];
    const items = [...itemsUnder(state, [key]), ...textItems(state, key)];
    if (items.every((item) => decided.includes(item))) return [];
    return [evidence.by, ...citedPapers(state, key, evidence).map(({ registeredBy }) => registeredBy)];
  });
  return [...new Set([...people, ...(own(state.suppliers, stage) ?? [])])].sort();
}

const answers = memory<GateContent>();

/** What the gate of a stage is to decide on: what is in force, with every successor that is ready in the place of what it succeeds. */
export const gateContent = (state: CaseState, stage: StageId, now: Instant): GateContent =>
  answers(state, now, stage, (seen) => {
    const successors = readySuccessors(seen, stage, now);
    const then = withSuccessors(seen, successors);
    const texts = assignmentKeys(then, stage, now).flatMap((key) => textItems(then, key));
    const items = [...new Set([...itemsInForce(then, stage, now), ...texts])].sort();
    const decided = own(seen.approvals, `gate:${stage}`)?.stands?.items ?? [];
    return {
      hash: contentHash({ stage, items }),
      items,
      successors,
      requesters: requestersOf(then, stage, now, decided),
    };
  });

/** True while what was approved covers all that access and stage rest on now. */
export const isCovered = (state: CaseState, stage: StageId, decided: readonly string[], now: Instant): boolean =>
  itemsInForce(state, stage, now).every((item) => decided.includes(item));

/** True when a gate of the plan has approved what a record would rest on with its successor in place. */
export function isDecided(state: CaseState, stage: StageId, key: string, now: Instant): boolean {
  const decided = own(state.approvals, `gate:${stage}`)?.stands?.items ?? [];
  const then = withSuccessors(state, [key]);
  const { person } = parseSubjectKey(key);
  const items = person === undefined ? itemsUnder(then, [key]) : textItems(then, key);
  return isCovered(then, stage, decided, now) && items.every((item) => decided.includes(item));
}
