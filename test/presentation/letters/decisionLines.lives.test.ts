import { draftLetter } from '../../../presentation/letters/draft.js';
import { decide, doAll, paper, waive } from '../../support/domain/acts.js';
import { as, Book } from '../../support/domain/book.js';
import { LENIENT, propose } from '../../support/domain/policies.js';
import { atWork, CONTRACT, EVALUATION, supplied, WAY_TO_WORK } from '../../support/domain/wayToWork.js';

/** What a letter about a decision says of it, to somebody. */
function told(book: Book, approval: string, to: string): string[] {
  const task = book.state.tasks[`decide:${approval}`];
  if (task === undefined) throw new Error(`Nobody is asked for ${approval}.`);
  const { id, what, due } = task;
  const [item] = draftLetter({
    letterId: '7-x',
    letter: { template: 'tasks', tasks: [{ task: id, tone: 'new', what, due }] },
    reader: { personId: to, name: 'x' },
    state: book.state,
    now: book.now,
    facts: [],
    baseUrl: 'https://drawbridge.example',
  }).items;
  return item?.why ?? [];
}

/** What the contract gate of the example decides on. */
const CONTROLS_OF_CONTRACT =
  'Controls: IP-1 Work made for hire and a present assignment of all IP rights; IP-3 Mutual NDA with handling rules for data, prompts, fine-tuned weights and code; IP-4 Training-data and model provenance warranted, with indemnity against third-party IP claims; IP-5 Fine-tuned weights, embeddings and derived data sets belong to the client; IP-6 Subcontractors and jurisdictions disclosed and approved; IP-7 AI-assisted work.';

const asked = (book: Book): string[] =>
  Object.values(book.state.approvals).flatMap(({ id, status }) => (status === 'asked' ? [id] : []));

test('given a gate that is asked for the first time, then the letter names its controls and documents', () => {
  const book = doAll(new Book(), [...EVALUATION, ...CONTRACT.filter(({ name }) => !name.startsWith('approve '))]);
  expect(told(book, 'gate:contract', 'legal')).toEqual([
    CONTROLS_OF_CONTRACT,
    'Documents: “ai-annex”; “msa”; “nda”.',
    'Nothing was decided on it before.',
    'Requested or supplied by {person:procurement} and {person:vendor-contact}, who therefore cannot decide it.',
  ]);
});

test('given a successor beside what stands, then the letter says what has changed since the last decision, without what people typed', () => {
  const book = doAll(atWork(), [
    ...paper('nda-2', 'nda', ['vendor', 'client'], { until: '2028-08-31', supersedes: 'nda' }),
    supplied('IP-3', as('vendor-contact'), {
      paper: 'nda-2',
      mutual: true,
      handlingRules: ['data', 'prompts', 'fine-tuned-weights', 'code'],
    }),
  ]);
  expect(told(book, 'gate:contract', 'legal')).toEqual([
    CONTROLS_OF_CONTRACT,
    'Documents: “ai-annex”; “msa”; “nda-2”.',
    'Decided last by {person:legal} on Tue 1 Sep 2026, 10:30 (Berlin).',
    'Changed since: IP-3 Mutual NDA with handling rules for data, prompts, fine-tuned weights and code.',
    'New since: “nda-2”.',
    'No longer part of it: “nda”.',
    'IP-3 Mutual NDA with handling rules for data, prompts, fine-tuned weights and code, answered otherwise: Which registered document is the non-disclosure agreement?',
    'New evidence for IP-3; what stands stays in force until you decide.',
    'Requested or supplied by {person:vendor-contact}, who therefore cannot decide it.',
  ]);
});

/** The time of day in Berlin of an instant in September; how far a case has come by then is not what these tests are about. */
const inBerlin = (at = ''): string => `${Number(at.slice(11, 13)) + 2}${at.slice(13, 16)}`;

test('given a waiver, then the letter says until when, what is missing and whether it was waived before', () => {
  const book = atWork();
  doAll(book, waive('ON-3', as('executive'), '2026-09-05').slice(0, 1));
  expect(told(book, 'waiver:ON-3:1', 'executive')).toEqual([
    'Until Sat 5 Sep 2026, 24:00 (Berlin), the case would go on without it.',
    'Missing today: No first change has been merged yet.',
    'It was not waived before.',
    'Requested or supplied by {person:procurement}, who therefore cannot decide it.',
    'Reason given: “Pursued by legal.”',
  ]);
  doAll(book, [decide(as('executive'), 'waiver:ON-3:1')]);
  const decided = inBerlin(book.state.waivers['ON-3']?.since);
  doAll(book.until('2026-09-07T08:00:00.000Z'), [
    {
      name: 'ask again',
      by: as('procurement'),
      command: () => ({ type: 'RequestWaiver', control: 'ON-3', reason: 'Once more.', until: '2026-09-10' }),
    },
  ]);
  expect(told(book, 'waiver:ON-3:2', 'executive')).toEqual([
    'Until Thu 10 Sep 2026, 24:00 (Berlin), the case would go on without it.',
    'Missing today: No first change has been merged yet.',
    `It was waived before, until Sat 5 Sep 2026, 24:00 (Berlin), decided by {person:executive} on Tue 1 Sep 2026, ${decided} (Berlin).`,
    'Requested or supplied by {person:procurement}, who therefore cannot decide it.',
    'Reason given: “Once more.”',
  ]);
});

test('given a red flag, then the letter on its remedy or its clearance says who raised it and why, and what would be done', () => {
  const book = atWork();
  book.act(as('security'), { type: 'RaiseRedFlag', flag: 'RF-2', reason: 'A side letter.' });
  const raised = inBerlin(book.state.flags['RF-2']?.raisedAt);
  const remedy = book.copy();
  remedy.act(as('procurement'), {
    type: 'ProposeRemedy',
    flag: 'RF-2',
    term: 'An addendum is signed.',
    owner: 'vendor-contact',
    until: '2026-09-25',
    reason: 'Promised.',
  });
  remedy.after(0.1);
  expect(told(remedy, 'remedy:RF-2:1', 'legal')).toEqual([
    `Raised by {person:security} on Tue 1 Sep 2026, ${raised} (Berlin): “A side letter.”`,
    'Remedy, by {person:vendor-contact} until Fri 25 Sep 2026, 24:00 (Berlin): “An addendum is signed.”',
    'Requested or supplied by {person:procurement}, who therefore cannot decide it.',
    'Reason given: “Promised.”',
  ]);
  book.act(as('procurement'), { type: 'RequestClearance', flag: 'RF-2', reason: 'It is void.' });
  book.after(0.1);
  expect(told(book, 'clearance:RF-2:1', 'legal')).toEqual([
    `Raised by {person:security} on Tue 1 Sep 2026, ${raised} (Berlin): “A side letter.”`,
    'Requested or supplied by {person:procurement}, who therefore cannot decide it.',
    'Reason given: “It is void.”',
  ]);
});

test('given another policy, then the letter names both and where they differ', () => {
  const book = atWork();
  propose(book, LENIENT);
  book.after(0.1);
  const [approval = ''] = asked(book);
  expect(told(book, approval, 'executive')).toEqual([
    'Policy lenient 2026-11-01 in place of default 2026-11-01.',
    'It changes: PP-2 (Identity of the person verified: method, checker, date).',
    'Requested or supplied by {person:procurement}, who therefore cannot decide it.',
    'Reason given: “The house has another policy now.”',
  ]);
});

test('given somebody of the vendor, then a letter says nothing of what is decided', () => {
  const book = doAll(new Book(), [...EVALUATION, ...CONTRACT.filter(({ name }) => !name.startsWith('approve '))]);
  expect(told(book, 'gate:contract', 'vendor-contact')).toEqual([
    'Requested or supplied by {person:procurement} and {person:vendor-contact}, who therefore cannot decide it.',
  ]);
});

test('given the gate of the people, then the letter names the papers with the text, their signers and how to read it', () => {
  const last = WAY_TO_WORK.findIndex(({ name }) => name === 'approve gate:people');
  const book = doAll(new Book(), WAY_TO_WORK.slice(0, last));
  expect(told(book, 'gate:people', 'legal')).toEqual([
    'Documents: the text of people’s assignments.',
    'The text is that of “assignment-ada”, signed by {person:ada}. To read it: drawbridge read c-test assignment-ada --out FILE',
    'Nothing was decided on it before.',
    'Requested or supplied by {person:vendor-contact}, who therefore cannot decide it.',
  ]);
});
