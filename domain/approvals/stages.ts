import type { Plan, PlannedControl, PlannedStage, StageId } from '../case/plan.js';
import type { PersonId } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { endOfDay, plusDays, startOfDay } from '../clocks/businessTime.js';
import { movedPlanDay } from '../clocks/pauses.js';
import { holdsTheEnd } from '../controls/caseEnd.js';
import { CONTROLS } from '../controls/index.js';
import { rosterOf, verdictOnPath } from '../controls/judge.js';
import { awaitsDrill } from '../incidents/hours.js';
import { byIdentity } from '../memoize.js';
import { type Instant, notAfter } from '../time.js';

/** Instant at which day N of the plan begins, moved by pauses; day 1 is the start date. */
export const planDayStart = (state: CaseState, day: number): Instant =>
  startOfDay(state.calendars.client, movedPlanDay(state, plusDays(state.intake.startDate, day - 1)));

/** First instant after day N of the plan, moved by pauses. */
export const planDayEnd = (state: CaseState, day: number): Instant =>
  endOfDay(state.calendars.client, movedPlanDay(state, plusDays(state.intake.startDate, day - 1)));

/** Controls that hold a stage open until they are met; advice, meetings and red flags do not. */
export const holdersOf = ({ plan }: CaseState, stage: StageId): PlannedControl[] =>
  holders(plan).filter((c) => c.stage === stage);

const holders = byIdentity(({ controls }: Plan) =>
  Object.values(controls).filter(
    (c) => c.applies && !holdsTheEnd(c) && ['gate', 'track', 'checkpoint'].includes(c.binding.kind),
  ),
);

const holdersFor = (state: CaseState, stage: PlannedStage, subject: 'case' | 'person'): PlannedControl[] =>
  holdersOf(state, stage.id).filter(({ id }) => (CONTROLS[id]?.subject === 'person') === (subject === 'person'));

/** True when everything that the stage asks of the case is met: what its gate can be asked for. */
export const caseReady = (state: CaseState, stage: PlannedStage, now: Instant): boolean =>
  (stage.notBeforeDay === undefined || notAfter(planDayStart(state, stage.notBeforeDay), now)) &&
  holdersFor(state, stage, 'case').every((c) => verdictOnPath(state, c, now).holds);

/** True when everything that the stage asks for is met: for the people, when it is met for at least one of them. */
export function stageReady(state: CaseState, stage: PlannedStage, now: Instant): boolean {
  if (stage.id === 'working-agreement' && state.stagesDone[stage.id] === undefined && awaitsDrill(state)) return false;
  const perPerson = holdersFor(state, stage, 'person');
  const readyPerson = (p: PersonId): boolean => perPerson.every((c) => verdictOnPath(state, c, now, p).holds);
  return caseReady(state, stage, now) && (perPerson.length === 0 || rosterOf(state).some(readyPerson));
}

/** True when every stage before this one is done. */
export const stageReached = (state: CaseState, stage: PlannedStage): boolean =>
  stage.after.every((s) => state.stagesDone[s] !== undefined);
