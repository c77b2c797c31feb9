import { refOf } from '../access/resources.js';
import type { CaseState } from '../case/state.js';
import { own } from '../record.js';
import type { Json } from './form.js';
import { rosterOf } from './judge.js';
import { answersOf } from './register/answers.js';

/** Where a case knows an answer from: its file, the model that was chosen, the roster, or the answers of another control. */
export type KnownFrom = { from: 'case-file' | 'model' | 'roster' } | { from: 'control'; control: string };

/** An answer of a form that the case has already. */
export type FromCase = { field: string; value: Json } & KnownFrom;

const inFile = (field: string, value: Json | undefined): FromCase[] =>
  value === undefined ? [] : [{ field, value, from: 'case-file' }];

/** What the case itself knows, by control. */
const KNOWN: Record<string, (state: CaseState) => FromCase[]> = {
  'SU-1': ({ intake: { outcome } }) => [
    ...inFile('statement', outcome.statement),
    ...inFile('successCriteria', outcome.successCriteria),
  ],
  'SU-6': ({ intake: { sourcing, monthlyRateUsd } }) => [
    ...inFile('reasons', sourcing?.reasons),
    ...inFile('weeksToShip', sourcing?.weeksToShip),
    ...inFile('monthlyRateUsd', monthlyRateUsd),
  ],
  'EM-2': ({ plan: { model } }) => [{ field: 'model', value: model.chosen, from: 'model' }],
  'EM-3': ({ intake }) => inFile('monthlyRateUsd', intake.monthlyRateUsd),
  'SC-1': (state) => [
    { field: 'people', value: rosterOf(state).map((person) => ({ person })), from: 'roster' },
    {
      field: 'subcontractors',
      value: (answersOf(state, 'IP-6')?.subcontractors ?? []).map(({ company }) => ({ company })),
      from: 'control',
      control: 'IP-6',
    },
  ],
  'KT-5': ({ intake: { resources } }) =>
    inFile(
      'components',
      resources.map((resource) => ({ component: refOf(resource) })),
    ),
};

/** Answers that need not be typed since the case knows them; empty lists are left out. */
export const knownFromCase = (state: CaseState, control: string): FromCase[] =>
  (own(KNOWN, control)?.(state) ?? []).filter(({ value }) => !Array.isArray(value) || value.length > 0);
