import { caseViewOf, engineerViewOf } from '../../../presentation/views/caseView.js';
import { zoneName } from '../../../presentation/words/dates.js';
import { decide, doAll } from '../../support/domain/acts.js';
import { as, Book } from '../../support/domain/book.js';

const book = new Book();
book.act(as('security'), { type: 'RaiseRedFlag', flag: 'RF-2', reason: 'A side letter.' });
doAll(book, [
  {
    name: 'propose a remedy',
    by: as('procurement'),
    command: () => ({
      type: 'ProposeRemedy',
      flag: 'RF-2',
      term: 'An addendum is signed.',
      owner: 'vendor-contact',
      until: '2026-09-25',
      reason: 'Promised.',
    }),
  },
  decide(as('legal'), 'remedy:RF-2:1'),
]);
const { client, vendor } = book.state.calendars;
const HEAD = { seq: 1, hash: '' };

/** The zones that the texts of a view name. */
const named = (view: object | undefined): string[] => [
  ...new Set([...JSON.stringify(view).matchAll(/, \d\d:\d\d \(([\w ]+)\)/g)].map(([, zone = '']) => zone)),
];

test.each([
  ['legal', client.timeZone],
  ['vendor-contact', vendor.timeZone],
] as const)(
  'given a case that %s reads, then its texts give times in the zone of their side alone: %s',
  (role, zone) => {
    const view = caseViewOf(book.state, HEAD, as(role), book.now);
    expect([view.zone, named(view)]).toEqual([zone, [zoneName(zone)]]);
  },
);

test('given an engineer, then what they see is in the zone of the vendor', () => {
  expect(engineerViewOf(book.state, 'ada', book.now)?.zone).toBe(vendor.timeZone);
  expect(client.timeZone).not.toBe(vendor.timeZone);
});
