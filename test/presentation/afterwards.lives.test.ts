import { recertification, replacement } from '../../contract/afterwards.js';
import { narrate } from '../../presentation/facts/narrate.js';
import { recertificationView, replacementViews } from '../../presentation/views/afterwards.js';
import { afterDay30 } from '../support/domain/afterwards.js';
import { as } from '../support/domain/book.js';

test('given a replacement that is late, then its clock and the credit of this day are shown', () => {
  const book = afterDay30();
  book.until('2026-09-02T10:00:00.000Z');
  const { mark } = book;
  book.act(as('procurement'), { type: 'RequestReplacement', person: 'ada', reason: 'Moves on.', forCause: false });
  book.until('2026-09-15T10:00:00.000Z');
  const [shown] = replacementViews(book.state, book.now);
  expect(replacement.parse(shown)).toEqual({
    id: 'replacement-1',
    leaver: 'ada',
    status: 'late',
    requestedAt: '2026-09-02T10:00:00.000Z',
    forCause: false,
    slaBusinessDays: 7,
    due: '2026-09-11T22:00:00.000Z',
    candidates: [],
    breachedAt: '2026-09-11T22:00:00.000Z',
    daysLate: 2,
    creditPercent: 4,
    creditUsd: 540,
  });
  const told = book
    .since(mark, 'ReplacementRequested', 'ReplacementSlaBreached')
    .map((event) => narrate(event, { zone: 'Europe/Berlin' }))
    .map(({ mark: tone, text, why }) => [tone, text, why]);
  expect(told).toEqual([
    ['wait', 'Replacement of {person:ada} requested, due before Fri 11 Sep 2026, 24:00 (Berlin)', 'Moves on.'],
    [
      'bad',
      'Replacement of {person:ada} is late',
      'The credit grows by 2 % of a monthly rate each business day, up to 5 %.',
    ],
  ]);
});

test('given a running round, then what waits for an answer is shown, and nothing where AR-1 is not in force', () => {
  const book = afterDay30(true);
  book.until('2026-09-07T10:00:00.000Z');
  expect(recertification.parse(recertificationView(book.state))).toMatchObject({
    round: 1,
    deadline: book.state.recertification?.deadline,
    unanswered: ['ada/github:meridian/eta-model', 'nina/github:meridian/eta-model'],
  });
  expect(recertificationView(afterDay30().state)).toBeUndefined();
});
