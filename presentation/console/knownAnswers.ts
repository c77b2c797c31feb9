import type { KnownAnswer } from '../../contract/console/form.js';
import type { PersonId } from '../../domain/case/roles.js';
import type { CaseState, Evidence } from '../../domain/case/state.js';
import { subjectKey } from '../../domain/controls/control.js';
import type { FormShape } from '../../domain/controls/form.js';
import { CONTROLS } from '../../domain/controls/index.js';
import { rosterOf } from '../../domain/controls/judge.js';
import { answersOf } from '../../domain/controls/register/answers.js';
import { own } from '../../domain/record.js';
import { toMs } from '../../domain/time.js';
import { choiceText } from '../words/fill.js';

const CASE_FILE = 'the case file';

/** What the case itself knows, by control. */
const OF_CASE: Record<string, (state: CaseState) => KnownAnswer[]> = {
  'SU-1': ({ intake: { outcome } }) => [
    { field: 'statement', value: outcome.statement, from: CASE_FILE },
    { field: 'successCriteria', value: outcome.successCriteria, from: CASE_FILE },
  ],
  'SU-6': ({ intake: { sourcing, monthlyRateUsd } }) => [
    ...(sourcing === undefined ? [] : [{ field: 'reasons', value: sourcing.reasons, from: CASE_FILE }]),
    ...(sourcing?.weeksToShip === undefined
      ? []
      : [{ field: 'weeksToShip', value: sourcing.weeksToShip, from: CASE_FILE }]),
    ...rate(monthlyRateUsd),
  ],
  'EM-2': ({ plan: { model } }) => [
    { field: 'model', value: model.chosen, from: `the engagement model chosen: ${choiceText(model.chosen)}` },
  ],
  'EM-3': ({ intake }) => rate(intake.monthlyRateUsd),
  'SC-1': (state) => [
    { field: 'people', value: rosterOf(state).map((person) => ({ person })), from: 'the roster' },
    { field: 'subcontractors', value: subcontractors(state), from: 'IP-6' },
  ],
  'KT-5': ({ intake: { repositories, assets = [] } }) => [
    { field: 'components', value: [...repositories, ...assets].map(({ id }) => ({ component: id })), from: CASE_FILE },
  ],
};

const rate = (monthlyRateUsd: number | undefined): KnownAnswer[] =>
  monthlyRateUsd === undefined ? [] : [{ field: 'monthlyRateUsd', value: monthlyRateUsd, from: CASE_FILE }];

const subcontractors = (state: CaseState): { company: string }[] =>
  (answersOf(state, 'IP-6')?.subcontractors ?? []).map(({ company }) => ({ company }));

/** Answers that are each person’s own: their document, its text, what was done on which day and by whom. */
const ONES_OWN: readonly string[] = ['paper', 'hash', 'day', 'url', 'person', 'record', 'list'];

/** The latest answers for somebody else that the reader may read, as far as they are not that person’s own. */
function asFor(
  state: CaseState,
  { control, person, shape }: Subject & { shape: FormShape },
  mayRead: MayRead,
): KnownAnswer[] {
  const others = rosterOf(state).flatMap((other) => {
    const evidence = other === person ? undefined : own(state.evidence, subjectKey(control, other));
    return evidence !== undefined && mayRead(evidence) ? [{ other, evidence }] : [];
  });
  const [latest] = others.sort((a, b) => toMs(b.evidence.at) - toMs(a.evidence.at));
  if (latest === undefined) return [];
  return Object.entries(shape).flatMap(([field, { kind }]) => {
    const value = own(latest.evidence.form, field);
    return value === undefined || ONES_OWN.includes(kind)
      ? []
      : [{ field, value, from: `the answers for {person:${latest.other}}` }];
  });
}

/** The one document about somebody that has not ended. */
function paperOf(state: CaseState, person: PersonId, shape: FormShape): KnownAnswer[] {
  if (shape.paper?.kind !== 'paper') return [];
  const about = Object.values(state.papers).filter(
    (paper) => paper.person === person && ['draft', 'sent', 'in-force'].includes(paper.state),
  );
  const [only] = about;
  return only === undefined || about.length > 1
    ? []
    : [{ field: 'paper', value: only.id, from: `the only document about {person:${person}}` }];
}

type Subject = { control: string; person?: PersonId };
type MayRead = (evidence: Evidence) => boolean;

/** What need not be typed, each with where the case knows it from; what was answered before stands apart. */
export function knownAnswers(state: CaseState, { control, person }: Subject, mayRead: MayRead): KnownAnswer[] {
  const shape = own(CONTROLS, control)?.form;
  if (!shape) return [];
  const ofCase = own(OF_CASE, control)?.(state) ?? [];
  const filled = ofCase.filter(({ value }) => !Array.isArray(value) || value.length > 0);
  return person === undefined
    ? filled
    : [...filled, ...paperOf(state, person, shape), ...asFor(state, { control, person, shape }, mayRead)];
}
