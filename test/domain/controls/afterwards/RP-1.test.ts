import type { Replacement } from '../../../../domain/replacement/replacement.js';
import { say } from '../../../../domain/say.js';
import { assess, met, open, refused, WHO } from '../../../support/controls/scene.js';

const numbers = { slaBusinessDays: 7, overlapMaxDays: 10, creditPercentPerDay: 2, creditMaxPercent: 20 };
const asked: Replacement = {
  id: 'replacement-1',
  leaver: WHO.ana,
  requestedAt: '2026-09-14T10:00:00.000Z',
  forCause: false,
  terms: numbers,
  due: '2026-09-24T00:00:00.000Z',
  candidates: [],
};
const fulfilled: Replacement = {
  ...asked,
  fulfilled: {
    joiner: WHO.ben,
    at: '2026-09-16T10:00:00.000Z',
    businessDays: 2,
    daysLate: 0,
    creditPercent: 0,
    overlapEnds: '2026-09-27T00:00:00.000Z',
  },
};
const judge = (...list: Replacement[]) =>
  assess('RP-1', { numbers, state: { replacements: Object.fromEntries(list.map((r) => [r.id, r])) } });

test('RP-1 is refused while somebody is late, with the credit that grows', () => {
  expect(judge({ ...asked, breachedAt: asked.due })).toEqual(
    refused(
      say('RP-1.overdue', {
        replacement: 'replacement-1',
        limit: 7,
        due: '2026-09-24T00:00:00.000Z',
        percentPerDay: 2,
        percentMax: 20,
      }),
    ),
  );
});

test('RP-1 is met while nobody is to be replaced, while a clock runs, and once the joiner was handed over to', () => {
  expect(assess('RP-1', { numbers })).toEqual(met(['ledger:replacements']));
  expect(judge(asked)).toEqual(met(['ledger:replacements', 'replacement-1@2026-09-14T10:00:00.000Z'], asked.due));
  const ended = met(['ledger:replacements', 'replacement-1@2026-09-16T10:00:00.000Z']);
  expect(judge({ ...fulfilled, handedOverOn: '2026-09-17' })).toEqual(ended);
  expect(judge({ ...fulfilled, forCause: true })).toEqual(ended);
  expect(judge({ ...fulfilled, breachedAt: asked.due, handedOverOn: '2026-09-17' })).toEqual(ended);
});

test('RP-1 is open until the leaver has handed over', () => {
  expect(judge(fulfilled)).toEqual(open([say('RP-1.no-handover', { replacement: 'replacement-1' })]));
});
