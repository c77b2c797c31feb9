import type { JsonObject } from '../../../../domain/controls/form.js';
import { assessNow } from '../../../../domain/controls/judge.js';
import { type Said, say } from '../../../../domain/say.js';
import { assess, met, open, person, ref, refused, WHO, type World } from '../../../support/controls/scene.js';
import { type Act, doAll } from '../../../support/domain/acts.js';
import { as, Book } from '../../../support/domain/book.js';
import { supplied } from '../../../support/domain/wayToWork.js';

const world = { numbers: { repeatDays: 90 }, lists: { requiredLists: ['EU', 'UN', 'OFAC', 'UK'] } };
const clear = {
  lists: ['EU', 'UN', 'OFAC', 'UK'],
  screenedOn: '2026-08-20',
  screenedBy: WHO.procurement,
  result: 'clear',
};
const ana = { person: WHO.ana, ...clear };
const ben = { person: WHO.ben, ...clear, screenedOn: '2026-08-25' };
const form = {
  vendor: clear,
  ownersInControl: 1,
  owners: [{ label: 'owner 1', ...clear }],
  subcontractors: [],
  people: [ana, ben],
};
const judge = (change: JsonObject = {}, more: World = {}) =>
  assess('SC-1', { form: { ...form, ...change }, ...world, ...more });
const VENDOR = say('SC-1.vendor');
const BEN = say('SC-1.person', { person: WHO.ben });
/** 90 days after the earliest screening, the day itself not counted. */
const END = '2026-11-19T00:00:00.000Z';

test('SC-1 is refused when anybody is on a list', () => {
  expect(judge({ owners: [{ label: 'owner 1', ...clear, result: 'hit' }] })).toEqual(
    refused(say('SC-1.hit', { whom: say('SC-1.owner', { label: 'owner 1' }) })),
  );
});

test('SC-1 is refused for a possible match that was cleared without a reason', () => {
  const possible = { ...clear, result: 'possible-match-cleared' };
  expect(judge({ vendor: possible })).toEqual(refused(say('SC-1.cleared-without-reason', { whom: VENDOR })));
  expect(judge({ vendor: { ...possible, clearedBecause: 'Founded in another year and country' } }).status).toBe('met');
});

test('SC-1 is refused when a list was left out, or nobody of the client did it', () => {
  expect(judge({ people: [ana, { ...ben, lists: ['EU', 'SECO'], screenedBy: WHO.contact }] })).toEqual(
    refused(
      say('SC-1.lists-left-out', { whom: BEN, lists: ['UN', 'OFAC', 'UK'] }),
      say('SC-1.screened-outside', { whom: BEN, by: WHO.contact }),
    ),
  );
});

test('SC-1 is met until the earliest screening is due again, and lapses at that instant', () => {
  expect(judge()).toEqual(met([ref('SC-1', form)], END));
  expect(judge({}, { now: '2026-11-18T23:59:59.999Z' }).status).toBe('met');
  expect(judge({}, { now: END })).toEqual(
    open([say('controls.basis-ended', { control: 'SC-1', until: '2026-11-19T00:00:00.000Z' })]),
  );
});

test('SC-1 is open while an owner, a subcontractor declared in IP-6 or somebody of the roster is not screened', () => {
  const declared = {
    subcontractors: [{ company: 'Douro Code', country: 'PT', task: 'Evaluation' }],
    countries: [{ country: 'PT' }],
  };
  const people = [person(WHO.ana), person(WHO.ben), person('p-eve'), person('p-gone', { status: 'left' })];
  const owners = [
    { label: 'owner 1', ...clear },
    { label: 'owner 1', ...clear },
  ];
  expect(judge({ ownersInControl: 2, owners }, { people, evidence: { 'IP-6': declared } })).toEqual(
    open(
      [
        say('SC-1.owners-missing', { owners: 2, screened: 1 }),
        say('SC-1.subcontractor-missing', { company: 'Douro Code' }),
        say('SC-1.person-missing', { person: 'p-eve' }),
      ],
      { until: END },
    ),
  );
  const subcontractors = [{ company: 'Douro Code', ...clear }];
  expect(judge({ subcontractors }, { evidence: { 'IP-6': declared } }).status).toBe('met');
});

test('SC-1 is open before anything is supplied, and while a screening lies ahead', () => {
  expect(assess('SC-1', world)).toEqual(open([say('SC-1.not-supplied')]));
  expect(judge({ vendor: { ...clear, screenedOn: '2026-09-12' } })).toEqual(
    open([say('controls.ahead', { what: say('SC-1.screening', { whom: VENDOR }), day: '2026-09-12' })], {
      until: '2026-09-12T00:00:00.000Z',
    }),
  );
});

describe('SC-1 after a hit', () => {
  const possible = {
    ...clear,
    result: 'possible-match-cleared',
    clearedBecause: 'Founded in another year and country',
  };
  const screen = (vendor: object): Act => supplied('SC-1', as('procurement'), screening(vendor));
  const screening = (vendor: object): JsonObject => ({
    vendor: at(vendor),
    ownersInControl: 1,
    owners: [{ label: 'owner 1', ...at(clear) }],
    subcontractors: [],
    people: ['ada', 'nina'].map((id) => ({ person: id, ...at(clear) })),
  });
  const at = (one: object): JsonObject => ({ ...one, screenedBy: 'procurement' });
  const said = (book: Book) => assessNow(book.state, 'SC-1', book.now);
  const unanswered = refused(say('SC-1.hit-unanswered', { whom: VENDOR }));

  test('given a hit, when whoever recorded it screens again as clear or clears it, then it stays refused', () => {
    const book = doAll(new Book(), [screen({ ...clear, result: 'hit' })]);
    doAll(book, [screen(clear)]);
    expect(said(book)).toEqual({ ...unanswered, turn: 'procurement' });
    doAll(book, [screen(possible)]);
    expect(said(book)).toEqual({ ...unanswered, turn: 'procurement' });
  });

  test('given a hit, when somebody else clears the match and says why, then it is met, and stays so when it is screened again', () => {
    const book = doAll(new Book(), [screen({ ...clear, result: 'hit' })]);
    doAll(book, [supplied('SC-1', as('legal'), screening(clear))]);
    expect(said(book)?.status).toBe('refused');
    doAll(book, [supplied('SC-1', as('legal'), screening(possible))]);
    expect([said(book)?.status, book.state.hits]).toEqual(['met', undefined]);
    doAll(book, [screen(clear)]);
    expect(said(book)?.status).toBe('met');
  });

  const HIT = { ...clear, result: 'hit' };
  const form = (more: JsonObject): JsonObject => ({ ...screening(clear), ...more });
  const company = (name: string, one: object): JsonObject => ({ company: name, ...at(one) });
  const owner = (label: string, one: object): JsonObject => ({ label, ...at(one) });
  const leftOut = (whom: Said) => ({ ...refused(say('SC-1.hit-left-out', { whom })), turn: 'procurement' });

  test.each([
    ['Douro Code Lda', 'Douro Code'],
    ['Douro Code Ltd', 'Douro Code Limited'],
    ['Douro Code', 'DOURO  CODE'],
    ['Douro Code', 'Douro-Code'],
  ])('given a hit on %s, when it is screened as clear under %s, then it stays refused', (first, then) => {
    const book = doAll(new Book(), [
      supplied('SC-1', as('procurement'), form({ subcontractors: [company(first, HIT)] })),
    ]);
    doAll(book, [supplied('SC-1', as('procurement'), form({ subcontractors: [company(then, clear)] }))]);
    expect(said(book)).toEqual({
      ...refused(say('SC-1.hit-unanswered', { whom: say('SC-1.company', { company: then }) })),
      turn: 'procurement',
    });
  });

  test('given a hit, when its company or owner is left out or has another name or label, then it stays refused, also by whoever did not record it', () => {
    const hit = form({ owners: [owner('owner 1', HIT)], subcontractors: [company('Douro Code', HIT)] });
    const owners = [owner('owner A', clear)];
    for (const who of [as('procurement'), as('legal')]) {
      const book = doAll(new Book(), [supplied('SC-1', as('procurement'), hit)]);
      doAll(book, [supplied('SC-1', who, form({ owners, subcontractors: [company('Douro Works', clear)] }))]);
      const reasons = [say('SC-1.owner', { label: 'owner 1' }), say('SC-1.company', { company: 'douro code' })];
      expect(said(book)).toEqual({
        ...refused(...reasons.map((whom) => say('SC-1.hit-left-out', { whom }))),
        turn: 'procurement',
      });
    }
  });

  test('given a hit on a company, when it is said to be gone, then that counts from somebody who did not record it', () => {
    const gone = form({ noLonger: [{ name: 'DOURO CODE', because: 'The contract with it was never signed.' }] });
    const book = doAll(new Book(), [
      supplied('SC-1', as('procurement'), form({ subcontractors: [company('Douro Code', HIT)] })),
    ]);
    doAll(book, [supplied('SC-1', as('procurement'), gone)]);
    expect(said(book)).toEqual(leftOut(say('SC-1.company', { company: 'douro code' })));
    doAll(book, [supplied('SC-1', as('legal'), gone)]);
    expect([said(book)?.status, book.state.hits]).toEqual(['met', undefined]);
  });

  test('given a first hit, before SC-1 was ever met, then legal and the executive are told', () => {
    const book = doAll(new Book(), [screen({ ...clear, result: 'hit' })]);
    const told = book.rows.flatMap(({ event }) =>
      event.type === 'LetterQueued' && event.letter.template === 'notice' ? [event.to] : [],
    );
    expect(told.sort()).toEqual(['executive', 'legal', 'legal-2']);
  });
});
