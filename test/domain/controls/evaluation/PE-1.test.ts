import { assess, HASH, met, open, ref, refused } from '../../../support/controls/scene.js';
import { type Bar, expectBar, expectCommon, pointOf } from '../../../support/controls/scored.js';

const all = ['rag', 'fine-tuning', 'evals', 'mlops', 'monitoring'];
const live = { system: 'Sorts invoices', liveSince: '2025-03-01', practices: all };
const acceptance = { accepted: 12, counted: 2000, period: 'month', counting: 'applications' };
const point = pointOf(
  'PE-1',
  { steps: ['coding-exercise', 'reference-check'], acceptance, production: [live] },
  { acceptanceMaxPercent: 1 },
);

const BARS: Bar[] = [
  [{ production: [] }, 1, 'nothing of theirs was in production on the day of scoring'],
  [
    { production: [{ ...live, liveSince: '2026-09-06' }] },
    1,
    'nothing of theirs was in production on the day of scoring',
  ],
  [{ steps: ['reference-check'] }, 1, 'no step of the vetting is technical'],
  [{ production: [{ ...live, practices: ['evals'] }] }, 2, 'no system in production has both evals and monitoring'],
  [{ acceptance: { ...acceptance, accepted: 21 } }, 3, 'more than 1 in 100 are accepted'],
  [
    { production: [{ ...live, practices: ['evals', 'monitoring', 'rag'] }] },
    3,
    'production shows no fine-tuning, mlops',
  ],
];

test.each(BARS)('PE-1 is refused when %j and the score is above %i', (...bar) => {
  expectBar(point, bar);
});

test('PE-1 is refused when acceptance is not counted, or no step of the vetting is named', () => {
  const { acceptance: _none, ...uncounted } = point.form;
  const judge = (score: number) => assess('PE-1', { form: { ...uncounted, score }, numbers: point.numbers });
  expect(judge(3)).toEqual(refused(point.says(3, 2, 'acceptance is not counted')));
  expect(judge(2).status).toBe('met');
  expect(point.judge({ steps: [], score: 1 })).toEqual(refused(point.says(1, 0, 'no step of the vetting is named')));
});

test('PE-1 is refused when more are accepted than counted', () => {
  expect(point.judge({ acceptance: { ...acceptance, accepted: 3, counted: 2 }, score: 3 })).toEqual(
    refused('More are accepted than are counted; state acceptance as n of m.'),
  );
});

test('PE-1 is refused below the least score, and open without anything to read', () => {
  expectCommon('PE-1', point);
});

test('PE-1 is met by a narrow funnel and production work of every kind', () => {
  expect(point.judge()).toEqual(met([ref('PE-1', point.form), `document:${HASH}`]));
});

test('PE-1 is open before it is scored', () => {
  expect(assess('PE-1', { numbers: point.numbers })).toEqual(open(['The technical vetting is not scored yet.']));
});
