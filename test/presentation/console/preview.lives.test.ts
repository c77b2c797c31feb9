import type { Actor } from '../../../domain/case/roles.js';
import { contentHash } from '../../../domain/hash.js';
import { rehearse } from '../../../presentation/console/preview.js';
import { decide, doAll } from '../../support/domain/acts.js';
import { as, Book } from '../../support/domain/book.js';
import { fragment } from '../../support/domain/fragments.js';

/** Who tries an act before the one who may: others of both sides, and somebody whom the case does not know. */
const OTHERS: Actor[] = [as('vendor-contact'), as('engineer', 'ada'), as('security'), as('executive', 'somebody')];

test('given every act of a way to work, and others who try it first, then a preview says what the act comes to', () => {
  const book = new Book();
  const outcomes: string[] = [];
  for (const act of fragment('working.yaml'))
    for (const actor of [...OTHERS, act.by]) {
      book.after(0.05);
      const command = act.command(book);
      const { outcome } = rehearse(book.state, actor, command, book.now);
      expect([act.name, actor.role, outcome]).toEqual([act.name, actor.role, book.act(actor, command)]);
      outcomes.push(outcome.status === 'refused' ? outcome.code : outcome.status);
    }
  expect([...new Set(outcomes)]).toEqual(
    expect.arrayContaining(['recorded', 'NotYourRole', 'PaperNotOpen', 'NotASigner', 'AlreadyDecided']),
  );
});

describe('given a gate that waits for its last decision', () => {
  const before = doAll(new Book(), fragment('working.yaml').slice(0, -1));
  before.mail = false;
  const { by, command } = decide(as('executive'), 'gate:working-agreement');

  test('then its preview tells the gate, the access and the tasks that follow, and changes nothing', () => {
    const hash = contentHash(before.state);
    const { outcome, follows } = rehearse(before.state, by, command(before), before.now);
    expect(outcome.status).toBe('recorded');
    expect(follows.slice(0, 5)).toEqual([
      'Working agreement gate: all approvals given',
      'Working agreement gate opened',
      'Access granted: {person:ada} on meridian/eta-model (push), at the latest until Thu 3 Dec 2026, 24:00 (Berlin)',
      'Access granted: {person:nina} on meridian/eta-model (push), at the latest until Thu 3 Dec 2026, 24:00 (Berlin)',
      'Task opened: Supply ON-2 Scoped data access under least-privilege rules, for {person:engineering-manager}, due Sun 6 Sep 2026, 00:00 (Berlin)',
    ]);
    expect(contentHash(before.state)).toBe(hash);
  });

  test('then an act that is refused is followed by nothing, and a hash that is stale is refused as such', () => {
    const stale = { ...command(before), contentHash: 'a'.repeat(64) };
    const { outcome, follows } = rehearse(before.state, by, stale, before.now);
    expect([outcome.status === 'refused' && outcome.code, follows]).toEqual(['ContentChanged', []]);
  });
});

test('given an act of the vendor’s that the client’s own judgement follows on, then the vendor reads of its own side alone', () => {
  const acts = fragment('working.yaml');
  const last = acts.findIndex(({ name }) => name === 'evidence IP-6');
  const book = doAll(new Book(), acts.slice(0, last));
  const [act] = acts.slice(last);
  if (act === undefined) throw new Error('There is no such act.');
  const { follows } = rehearse(book.state, act.by, act.command(book), book.now);
  const { mark } = book;
  book.act(act.by, act.command(book));
  // Legal is asked to decide, which is no business of the vendor’s.
  expect(book.since(mark, 'TaskOpened').length).toBeGreaterThan(0);
  expect(follows).toEqual([
    'Met: IP-6 Subcontractors and jurisdictions disclosed and approved',
    'Contract gate: waiting for legal',
  ]);
});

test('given an engineer who signs, then they read what is about them and of nobody else', () => {
  const acts = fragment('working.yaml');
  const at = acts.findIndex(({ name }) => name === 'evidence IP-2 ada');
  const book = doAll(new Book(), acts.slice(0, at - 1));
  const [sign] = acts.slice(at - 1);
  if (sign === undefined) throw new Error('There is no such act.');
  const [engineer, contact] = [as('engineer', 'ada'), as('vendor-contact')].map((actor) =>
    rehearse(book.state, actor, sign.command(book), book.now),
  );
  expect(engineer?.outcome.status).toBe('recorded');
  expect(engineer?.follows.every((line) => line.includes('{person:ada}'))).toBe(true);
  expect(contact?.outcome.status).toBe('refused');
});
