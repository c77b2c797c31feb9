import { memory } from '../case/memo.js';
import type { PlannedControl, PlannedStage, StageId } from '../case/plan.js';
import type { PersonId } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { endOfDay, plusDays, startOfDay } from '../clocks/businessTime.js';
import { movedPlanDay } from '../clocks/pauses.js';
import { holdsTheEnd } from '../controls/caseEnd.js';
import { papersCitedBy } from '../controls/cited.js';
import { parseSubjectKey } from '../controls/control.js';
import { formHashOf } from '../controls/formHash.js';
import { CONTROLS } from '../controls/index.js';
import { rosterOf, verdictOnPath } from '../controls/judge.js';
import { contentHash } from '../hash.js';
import { type Instant, notAfter } from '../time.js';

/** Instant at which day N of the plan begins, moved by pauses; day 1 is the start date. */
export const planDayStart = (state: CaseState, day: number): Instant =>
  startOfDay(state.calendars.client, movedPlanDay(state, plusDays(state.intake.startDate, day - 1)));

/** First instant after day N of the plan, moved by pauses. */
export const planDayEnd = (state: CaseState, day: number): Instant =>
  endOfDay(state.calendars.client, movedPlanDay(state, plusDays(state.intake.startDate, day - 1)));

/** Controls that hold a stage open until they are met; advice, meetings and red flags do not. */
export const holdersOf = (state: CaseState, stage: StageId): PlannedControl[] =>
  Object.values(state.plan.controls).filter(
    (c) =>
      c.applies &&
      c.stage === stage &&
      !holdsTheEnd(c) &&
      (c.binding.kind === 'gate' || c.binding.kind === 'track' || c.binding.kind === 'checkpoint'),
  );

/** True when everything that the stage asks for is met: for the people, when it is met for at least one of them. */
export function stageReady(state: CaseState, stage: PlannedStage, now: Instant): boolean {
  if (stage.notBeforeDay !== undefined && !notAfter(planDayStart(state, stage.notBeforeDay), now)) return false;
  const holders = holdersOf(state, stage.id);
  const perPerson = holders.filter((c) => CONTROLS[c.id]?.subject === 'person');
  const perCase = holders.filter((c) => CONTROLS[c.id]?.subject !== 'person');
  const readyPerson = (p: PersonId): boolean => perPerson.every((c) => verdictOnPath(state, c, now, p).holds);
  return (
    perCase.every((c) => verdictOnPath(state, c, now).holds) &&
    (perPerson.length === 0 || rosterOf(state).some(readyPerson))
  );
}

/** True when every stage before this one is done. */
export const stageReached = (state: CaseState, stage: PlannedStage): boolean =>
  stage.after.every((s) => state.stagesDone[s] !== undefined);

type GateContent = { hash: string; requesters: PersonId[] };

const contents = memory<GateContent>();

/** What the gate of a stage decides on: model, evidence and the texts that the evidence cites. People are judged one by one elsewhere. */
export const gateContent = (state: CaseState, stage: StageId, now: Instant): GateContent =>
  contents(state, now, stage, (seen) => contentOf(seen, stage));

function contentOf(state: CaseState, stage: StageId): GateContent {
  const controls = new Set(
    holdersOf(state, stage)
      .filter((c) => CONTROLS[c.id]?.subject === 'case' && !CONTROLS[c.id]?.renewed)
      .map((c) => c.id),
  );
  const evidence: Record<string, string> = {};
  const papers: Record<string, string> = {};
  const requesters = new Set<PersonId>();
  for (const [key, item] of Object.entries(state.evidence)) {
    const { controlId } = parseSubjectKey(key);
    if (!controls.has(controlId)) continue;
    evidence[key] = formHashOf(item);
    requesters.add(item.by);
    for (const id of papersCitedBy(controlId, item.form)) {
      const paper = state.papers[id];
      if (paper === undefined) continue;
      papers[id] = paper.textHash;
      requesters.add(paper.registeredBy);
    }
  }
  return {
    hash: contentHash({ stage, model: state.plan.model.chosen, evidence, papers, ...dataOf(state, stage) }),
    requesters: [...requesters].sort(),
  };
}

/** Gates that are decided for the data of the case: other data puts them in question. */
const DECIDED_FOR_DATA: readonly StageId[] = ['evaluate', 'data-protection'];

const dataOf = ({ dataScope }: CaseState, stage: StageId): { data?: string } =>
  dataScope === undefined || !DECIDED_FOR_DATA.includes(stage) ? {} : { data: dataScope };
