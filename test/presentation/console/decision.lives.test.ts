import type { Role } from '../../../domain/case/roles.js';
import type { JsonObject } from '../../../domain/controls/form.js';
import { isSuppliedByVendor } from '../../../domain/controls/shown.js';
import type { SeenBefore } from '../../../presentation/console/decidedControls.js';
import { type DecisionById, decisionOf } from '../../../presentation/console/decision.js';
import { doAll } from '../../support/domain/acts.js';
import { as, Book } from '../../support/domain/book.js';
import { fragment } from '../../support/domain/fragments.js';

const GATE = 'gate:contract';
const NEVER: SeenBefore = { answers: new Map() };

let book: Book;
beforeAll(() => {
  const acts = fragment('working.yaml');
  book = doAll(
    new Book(),
    acts.slice(
      0,
      acts.findIndex(({ name }) => name === `approve ${GATE}`),
    ),
  );
});

const page = (role: Role, seen = NEVER, { state, now } = book, approval = GATE): DecisionById | undefined =>
  decisionOf(state, approval, [as(role)], { now, seen });
const control = (of: DecisionById | undefined, key: string) => of?.controls.find((one) => one.key === key);

test('given a gate that is asked for, then its page holds the question, who decides, what it costs and every control', () => {
  const { controls = [], contentHash, askedAt, due, ...told } = page('legal') ?? {};
  expect(told).toEqual({
    kind: 'gate',
    subject: 'contract',
    requesters: ['procurement', 'vendor-contact'],
    deciders: [{ role: 'legal', quorum: 1 }],
    rule: 'all',
    status: 'asked',
    votes: [],
    youMayDecide: true,
    role: 'legal',
    caseId: 'c-test',
    caseTitle: 'Delivery-time forecasts, first team',
    vendor: 'Bałtyk AI',
    approval: GATE,
    title: 'Contract',
    question: 'Do the contracts protect our rights and our secrets?',
    others: ['legal-2'],
    flags: [],
    outlook: [],
    price: 'USD 13,500 per engineer and month, USD 27,000 for 2 engineers',
    candidates: ['engineering-manager', 'legal-2', 'privacy', 'security', 'executive'],
    lastLookedAt: undefined,
    zone: 'Europe/Berlin',
  });
  expect([contentHash, askedAt, due]).toEqual(
    ['contentHash', 'askedAt', 'due'].map((name) => Object(book.state.approvals[GATE])[name]),
  );
  expect(controls.map(({ key, summary }) => [key, summary])).toEqual([
    ['EM-3', '30 (notice of at most 60 days) · 3 (minimum term of at most 12 months)'],
    ['IP-1', 'hereby assigns · creation'],
    ['IP-3', 'data, prompts, fine-tuned weights, code'],
    ['IP-4', 'third-party IP claims'],
    ['IP-5', 'fine-tuned weights, embeddings, derived data sets'],
    ['IP-6', 'PL'],
    ['IP-7', 'each change · outputs, prompts, configurations'],
  ]);
});

test('given a control, then its answers stand beside what the policy asks of each, with who gave them and the documents', () => {
  const { answers, policy, by } = control(page('legal'), 'EM-3') ?? {};
  expect(answers?.filter((one) => one.policy !== undefined).map((one) => [one.answer, one.policy])).toEqual([
    ['30', 'notice of at most 60 days'],
    ['3', 'minimum term of at most 12 months'],
    ['0', 'exit fee of at most 1 monthly rate'],
  ]);
  expect([by, policy]).toEqual([
    'procurement',
    [
      'in-house cost from USD 22,000 a month',
      'in-house cost up to USD 38,000 a month',
      'managed team from USD 13,500 a month',
    ],
  ]);
  expect(control(page('legal'), 'IP-3')?.documents).toEqual([
    { paper: 'nda', title: 'nda', sha256: book.state.papers.nda?.textHash, state: 'in-force' },
  ]);
});

test('given somebody in several roles, then the one counts in which they may decide; in none, it is said why not', () => {
  const { state, now } = book;
  const both = decisionOf(state, GATE, [as('security', 'legal'), as('legal')], { now, seen: NEVER });
  expect([both?.youMayDecide, both?.role]).toEqual([true, 'legal']);
  const none = page('security');
  expect([none?.youMayDecide, none?.role, none?.candidates]).toEqual([false, undefined, []]);
  expect(none?.whyNot).toBe('gate:contract is decided by legal. You are signed in as security.');
});

describe('given answers that came after the reader looked', () => {
  const earlier = (form: JsonObject): SeenBefore => ({
    at: '2026-09-01T08:00:30.000Z',
    answers: new Map([['IP-4', { ...(book.state.evidence['IP-4']?.form ?? {}), ...form }]]),
  });

  test('then those are marked, each answer with what it was', () => {
    const seen = page('legal', earlier({ indemnity: 'none' }));
    expect(seen?.lastLookedAt).toBe('2026-09-01T08:00:30.000Z');
    expect(seen?.controls.map(({ key, changed }) => [key, changed])).toEqual([
      ['EM-3', true],
      ['IP-1', undefined],
      ['IP-3', undefined],
      ['IP-4', true],
      ['IP-5', true],
      ['IP-6', true],
      ['IP-7', true],
    ]);
    expect(control(seen, 'IP-4')?.changes).toEqual([
      {
        question:
          'What does the vendor indemnify the client against: all third-party IP claims, final judgments only, or nothing?',
        before: 'none',
        after: 'third-party IP claims',
      },
    ]);
    // Nobody has seen these before.
    expect(control(seen, 'IP-5')?.changes).toBeUndefined();
  });
});

test('given an open gate and new answers, then the page shows them, marked against those in force', () => {
  const acts = fragment('working.yaml');
  const approve = acts.find(({ name }) => name === `approve ${GATE}`);
  const again = acts.find(({ name }) => name === 'evidence IP-6');
  if (approve === undefined || again === undefined) throw new Error('There are no such acts.');
  const open = doAll(book.copy(), [approve]);
  const command = again.command(open);
  if (command.type !== 'SubmitEvidence') throw new Error('No evidence.');
  open.act(again.by, { ...command, form: { ...command.form, countries: [{ country: 'PL' }, { country: 'DE' }] } });
  const seen = page('legal', NEVER, open);
  const { changed, changes } = control(seen, 'IP-6') ?? {};
  expect([seen?.status, changed, changes?.map(({ before, after }) => [before, after])]).toEqual([
    'asked',
    true,
    [['PL', 'PL; DE']],
  ]);
  expect(control(seen, 'IP-1')?.changed).toBeUndefined();
});

test('given the vendor’s contact, then the page holds what the vendor supplies, and nothing of price, deciders’ words or others', () => {
  const seen = page('vendor-contact');
  expect(seen?.controls.map(({ id }) => id)).toEqual(
    page('legal')
      ?.controls.map(({ id }) => id)
      .filter(isSuppliedByVendor),
  );
  expect([seen?.price, seen?.others, seen?.candidates, seen?.youMayDecide, seen?.whyNot]).toEqual([
    undefined,
    [],
    [],
    false,
    undefined,
  ]);
  const waiver = doAll(book.copy(), []);
  waiver.act(as('procurement'), { type: 'RequestWaiver', control: 'IN-1', reason: 'Soon.', until: '2026-09-20' });
  expect(page('executive', NEVER, waiver, 'waiver:IN-1:1')?.controls.map(({ id }) => id)).toEqual(['IN-1']);
  expect(page('vendor-contact', NEVER, waiver, 'waiver:IN-1:1')).toBeUndefined();
  expect(page('legal', NEVER, book, 'gate:nothing')).toBeUndefined();
});
