import { caseViewOf } from '../../../presentation/views/caseView.js';
import { controlViews } from '../../../presentation/views/controls.js';
import { gatesOf } from '../../../presentation/views/gates.js';
import { type Act, doAll } from '../../support/domain/acts.js';
import { as, Book } from '../../support/domain/book.js';
import { ATTESTATION, atWork, CONTRACT, EVALUATION } from '../../support/domain/wayToWork.js';

/** By stage, how many controls hold the gate. */
const holding = ({ state, now }: Book): Record<string, number> =>
  Object.fromEntries(gatesOf(state, controlViews(state, now)).map(({ stage, openControls }) => [stage, openControls]));

const isDecision = ({ name }: Act): boolean => name.startsWith('approve ');

test('given three ways to an attestation, then they are lacking as one, and none once one of them is met', () => {
  const book = doAll(new Book(), [...EVALUATION, ...CONTRACT]);
  // The attestation, DC-3 and DC-5.
  expect(holding(book).attestation).toBe(3);
  doAll(
    book,
    ATTESTATION.filter((act) => !isDecision(act)),
  );
  expect(book.state.approvals['gate:attestation']?.status).toBe('asked');
  expect(gatesOf(book.state, controlViews(book.state, book.now)).find(({ stage }) => stage === 'attestation')).toEqual({
    stage: 'attestation',
    openSince: undefined,
    decidedBy: [],
    contentHash: undefined,
    byItself: false,
    openControls: 0,
  });
});

test('given a team at work, then neither meetings nor what holds the end of the case hold a gate', () => {
  expect(holding(atWork())).toEqual({
    evaluate: 0,
    contract: 0,
    'data-protection': 0,
    attestation: 0,
    people: 0,
    'working-agreement': 0,
    work: 3,
    'knowledge-transfer': 5,
    'day-30-review': 2,
  });
});

test('given a case that is new, then advice is nothing that its first gate waits for', () => {
  const { state, now } = new Book();
  const view = caseViewOf(state, { seq: 1, hash: '' }, as('procurement'), now);
  const waitsFor = view.stages.find(({ id }) => id === 'evaluate')?.openControls ?? [];
  const bindings = waitsFor.map((key) => state.plan.controls[key]?.binding.kind);
  expect([waitsFor.length, [...new Set(bindings)]]).toEqual([holding(new Book()).evaluate, ['gate']]);
});
