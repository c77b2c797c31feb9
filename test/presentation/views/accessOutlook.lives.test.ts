import type { HumanCommand } from '../../../domain/case/commands.js';
import type { Actor } from '../../../domain/case/roles.js';
import { decisionOf } from '../../../presentation/console/decision.js';
import { sightOf } from '../../../presentation/facts/sight.js';
import { decisionLines } from '../../../presentation/letters/decisionLines.js';
import { caseViewOf, engineerViewOf } from '../../../presentation/views/caseView.js';
import { seenByVendor } from '../../../presentation/views/vendorView.js';
import { decide } from '../../support/domain/acts.js';
import { as, type Book } from '../../support/domain/book.js';
import { API_REF, withApi } from '../../support/domain/secondRepository.js';

const SECURITY = as('security');
const CONTACT = as('vendor-contact');
const HEAD = { seq: 0, hash: '' };

const request = (person: string): HumanCommand => ({
  type: 'RequestAccess',
  person,
  resource: API_REF,
  profile: 'contributor',
  task: 'Serves forecasts.',
  reason: 'The serving path is hers.',
});
const idOf = (person: string): string => `access-request:${person}/${API_REF}`;

function requestedBy(by: Actor, person = 'ada'): Book {
  const book = withApi('ada');
  book.act(by, request(person));
  return book;
}

const page = ({ state, now }: Book, actor: Actor, person = 'ada') =>
  decisionOf(state, idOf(person), [actor], { now, seen: { answers: new Map() } });

test('given a request, then its owner reads what it gives, on what it would rest, and decides; the letter says the same', () => {
  const book = requestedBy(CONTACT);
  const lines = [
    '{person:ada} gets contributor (push) on meridian/eta-api for 180 days from your approval, for: Serves forecasts.',
    'It is new to them.',
    expect.stringMatching(/^It opens at once, on \d+ records in force\.$/),
  ];
  expect(page(book, SECURITY)).toMatchObject({
    title: 'Access request for {person:ada} on meridian/eta-api',
    question: 'May {person:ada} have contributor access to meridian/eta-api?',
    youMayDecide: true,
    request: { reason: 'The serving path is hers.' },
    outlook: lines,
    controls: [],
  });
  const approval = book.state.approvals[idOf('ada')];
  if (approval === undefined) throw new Error('It was not asked for.');
  expect(decisionLines(book.state, approval, book.now, { zone: 'UTC' })).toEqual(lines);
});

test('given somebody whose use of the resource nobody logs, then the owner reads what is missing and what would be lost', () => {
  expect(page(requestedBy(CONTACT, 'nina'), SECURITY, 'nina')?.outlook.slice(2)).toEqual([
    expect.stringMatching(/^Before it opens: .*meridian\/eta-api/),
    '{person:nina} would lose meridian/eta-model: the evidence for it does not cover what is added.',
  ]);
});

test('given a request of the client’s own for somebody, then the vendor’s contact sees it without its reason and without what it rests on', () => {
  const book = requestedBy(as('procurement'));
  const { outlook, request: why } = page(book, CONTACT) ?? {};
  expect([outlook, why]).toEqual([[], undefined]);
  const view = caseViewOf(book.state, HEAD, CONTACT, book.now);
  const seen = seenByVendor(book.state, view);
  expect(seen.approvals.filter(({ kind }) => kind === 'access')).toMatchObject([
    { id: idOf('ada'), access: { person: 'ada', profile: 'contributor' }, status: 'asked' },
  ]);
  expect(seen.approvals.filter((one) => 'decider' in one)).toEqual([]);
  expect([view.resources[1]?.owner, seen.resources[1]?.owner]).toEqual(['security', undefined]);
});

test('given a decline, then the vendor reads the reason where it asked itself, and that it was declined where not', () => {
  const sights = [CONTACT, as('procurement')].map((by) => {
    const book = requestedBy(by);
    const reject = decide(SECURITY, idOf('ada'), 'reject', 'Two are enough.');
    book.act(reject.by, reject.command(book));
    const row = book.rows.find(({ event }) => event.type === 'ApprovalRejected');
    return row && sightOf('engineer', book.state, row);
  });
  expect(sights).toEqual(['all', 'line']);
});

test('given a request for an engineer, then they see it among their own, and nobody else’s', () => {
  const { state, now } = requestedBy(CONTACT);
  const requests = (who: string) => engineerViewOf(state, who, now)?.requests;
  expect(requests('nina')).toEqual([]);
  expect(requests('ada')).toEqual([
    {
      resource: API_REF,
      profile: 'contributor',
      task: 'Serves forecasts.',
      askedBy: 'vendor-contact',
      due: state.approvals[idOf('ada')]?.due,
    },
  ]);
});

test('given requests that were decided, then the person reads what became of theirs, and why where they asked themselves', () => {
  const decided = (by: Actor, decision: 'approve' | 'reject') => {
    const book = requestedBy(by);
    book.act(SECURITY, {
      ...{ type: 'Decide', approval: idOf('ada'), contentHash: book.state.approvals[idOf('ada')]?.contentHash ?? '' },
      ...{ decision, reason: 'Two weeks are left.' },
    });
    const { state, now } = book;
    const contact = seenByVendor(state, caseViewOf(state, HEAD, CONTACT, now));
    return {
      own: engineerViewOf(state, 'ada', now)?.decided.map(({ status, reason }) => [status, reason]),
      nina: engineerViewOf(state, 'nina', now)?.decided,
      contact: contact.approvals.find(({ id }) => id === idOf('ada'))?.rejected?.reason,
      client: caseViewOf(state, HEAD, SECURITY, now).approvals.find(({ id }) => id === idOf('ada'))?.rejected?.reason,
    };
  };
  const why = 'Two weeks are left.';
  const ada = { personId: 'ada', role: 'engineer' } as const;
  const manager = as('engineering-manager');
  expect([
    decided(ada, 'reject'),
    decided(CONTACT, 'reject'),
    decided(manager, 'reject'),
    decided(ada, 'approve'),
  ]).toEqual([
    { own: [['rejected', why]], nina: [], contact: why, client: why },
    { own: [['rejected', undefined]], nina: [], contact: why, client: why },
    { own: [['rejected', undefined]], nina: [], contact: '', client: why },
    { own: [['approved', undefined]], nina: [], contact: undefined, client: undefined },
  ]);
});
