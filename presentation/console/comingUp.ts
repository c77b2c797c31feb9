import type { ComingUp } from '../../contract/console/work.js';
import { planDayStart } from '../../domain/approvals/stages.js';
import type { Actor, PersonId, Role } from '../../domain/case/roles.js';
import type { CaseState } from '../../domain/case/state.js';
import { isRunning } from '../../domain/clocks/pauses.js';
import { parseSubjectKey } from '../../domain/controls/control.js';
import { CONTROLS } from '../../domain/controls/index.js';
import { askedFrom, isOwed, milestonesOf } from '../../domain/milestones/clock.js';
import { namedFor } from '../../domain/people/named.js';
import { certifiersOf, nextRoundAt } from '../../domain/recertification/round.js';
import { own } from '../../domain/record.js';
import { type Instant, toMs } from '../../domain/time.js';
import { controlText, stageName } from '../facts/names.js';
import { briefTitle } from '../words/fill.js';

type Coming = Omit<ComingUp, 'caseId' | 'caseTitle'>;

/** What they supply and time alone will end. */
const lapses = (state: CaseState, role: Role): Coming[] =>
  Object.entries(state.controlStatus).flatMap(([key, { status, until }]) => {
    const { controlId } = parseSubjectKey(key);
    const isTheirs = own(state.plan.controls, controlId)?.owner === role;
    // A control without a form lapses with others.
    const isRenewed = isTheirs && status === 'met' && own(CONTROLS, controlId)?.form !== null;
    return isRenewed && until !== undefined ? [{ what: `Renew: ${controlText(key, briefTitle)}`, at: until }] : [];
  });

/** Gates of theirs that wait for a day of the plan. */
const gates = (state: CaseState, role: Role): Coming[] =>
  state.plan.stages.flatMap(({ id, deciders, notBeforeDay }) =>
    notBeforeDay !== undefined && state.stagesDone[id] === undefined && deciders.some((one) => one.role === role)
      ? [{ what: `Decide: ${stageName(id)} gate`, at: planDayStart(state, notBeforeDay) }]
      : [],
  );

/** The round in which they answer for somebody’s access. */
function rounds(state: CaseState, person: PersonId): Coming[] {
  const at = nextRoundAt(state);
  const certifies = Object.keys(state.people).some((id) => certifiersOf(state, id).people.includes(person));
  return at !== undefined && certifies ? [{ what: 'Confirm everybody’s access again', at }] : [];
}

const milestones = (state: CaseState, role: Role): Coming[] =>
  role === 'vendor-contact'
    ? milestonesOf(state)
        .filter(isOwed)
        .map((one) => ({ what: `Deliver: ${one.title}`, at: askedFrom(state, one) }))
    : [];

/** What one case will ask of somebody, from the record as it stands; nothing while it is paused or ends. */
export function comingUp(state: CaseState, { role, personId }: Actor, now: Instant): ComingUp[] {
  if (state.status !== 'open' || !isRunning(state) || !namedFor(state, role).includes(personId)) return [];
  const coming = [
    ...lapses(state, role),
    ...gates(state, role),
    ...rounds(state, personId),
    ...milestones(state, role),
  ];
  return coming
    .filter(({ at }) => toMs(at) > toMs(now))
    .map((one) => ({ caseId: state.caseId, caseTitle: state.intake.title, ...one }));
}
