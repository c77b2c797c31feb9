import { say } from '../../../../domain/say.js';
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
  [{ production: [] }, 1, say('PE-1.nothing-live')],
  [{ production: [{ ...live, liveSince: '2026-09-06' }] }, 1, say('PE-1.nothing-live')],
  [{ steps: ['reference-check'] }, 1, say('PE-1.no-technical-step')],
  [{ production: [{ ...live, practices: ['evals'] }] }, 2, say('PE-1.not-monitored')],
  [
    { acceptance: { ...acceptance, accepted: 21 } },
    3,
    say('PE-1.accepts-too-many', { accepted: 21, counted: 2000, limit: 1 }),
  ],
  [
    { production: [{ ...live, practices: ['evals', 'monitoring', 'rag'] }] },
    3,
    say('PE-1.practices-missing', { practices: ['fine-tuning', 'mlops'] }),
  ],
];

test.each(BARS)('PE-1 is refused when %j and the score is above %i', (...bar) => {
  expectBar(point, bar);
});

test('PE-1 is refused when acceptance is not counted, or no step of the vetting is named', () => {
  const { acceptance: _none, ...uncounted } = point.form;
  const judge = (score: number) => assess('PE-1', { form: { ...uncounted, score }, numbers: point.numbers });
  expect(judge(3)).toEqual(refused(point.says(3, 2, say('PE-1.acceptance-not-counted'))));
  expect(judge(2).status).toBe('met');
  expect(point.judge({ steps: [], score: 1 })).toEqual(refused(point.says(1, 0, say('PE-1.no-steps'))));
});

test('PE-1 is refused when more are accepted than counted', () => {
  expect(point.judge({ acceptance: { ...acceptance, accepted: 3, counted: 2 }, score: 3 })).toEqual(
    refused(say('PE-1.more-accepted-than-counted', { accepted: 3, counted: 2 })),
  );
});

test('PE-1 is refused below the least score, and open without anything to read', () => {
  expectCommon('PE-1', point);
});

test('PE-1 is met by a narrow funnel and production work of every kind', () => {
  expect(point.judge()).toEqual(met([ref('PE-1', point.form), `document:${HASH}`]));
});

test('PE-1 is open before it is scored', () => {
  expect(assess('PE-1', { numbers: point.numbers })).toEqual(open([say('PE-1.not-scored')]));
});
