import { type Act, decide, doAll } from './acts.js';
import { as, Book } from './book.js';
import { fragment } from './fragments.js';
import { supplied } from './wayToWork.js';

const manager = as('engineering-manager');
const WIKI = 'https://wiki.meridian.example/eta';

/** What a team at work still supplies until every gate but the last is open. */
const FIRST_WEEK: Act[] = [
  ...fragment('insurance.yaml'),
  ...fragment('knowledge-transfer.yaml'),
  supplied('ON-1', manager, {
    documentLink: `${WIKI}/brief`,
    contains: ['problem-definition', 'success-criteria'],
    handedTo: 'ada',
    handedOn: '2026-09-01',
    acknowledged: true,
  }),
  supplied('ON-2', manager, { dataSets: [] }),
  supplied('ON-3', manager, {
    repository: 'github:meridian/eta-model',
    change: 'https://git.meridian.example/eta-model/pull/12',
    mergedOn: '2026-09-04',
    author: 'ada',
    environmentWorks: true,
  }),
  supplied('GV-1', as('vendor-contact'), {
    mappingHash: 'a'.repeat(64),
    mappingLink: `${WIKI}/ai-rmf`,
    steps: ['govern', 'map', 'measure', 'manage'].map((one) => ({
      function: one,
      step: `Steps that ${one}`,
      responsible: 'ada',
    })),
  }),
];

function play(instead: Record<string, Act[]>): Book {
  const book = doAll(new Book(), fragment('working.yaml')).until('2026-09-07T08:00:00.000Z');
  return doAll(
    book,
    FIRST_WEEK.flatMap((act) => instead[act.name] ?? [act]),
  );
}

let usual: Book | undefined;

/** A small team that is through with its first week, played once; `instead` are acts in the place of others, by their names. */
export function afterFirstWeek(instead?: Record<string, Act[]>): Book {
  if (instead !== undefined) return play(instead);
  usual ??= play({});
  return usual.copy();
}

/** The same team on day 30, every gate open, no meeting held. */
export const onDay30 = (instead?: Record<string, Act[]>): Book =>
  doAll(afterFirstWeek(instead).until('2026-09-30T12:00:00.000Z'), [
    decide(manager, 'gate:day-30-review'),
    decide(as('procurement'), 'gate:day-30-review'),
  ]);
