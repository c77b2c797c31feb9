import { doAll, waiveTheEnd } from '../../support/domain/acts.js';
import { as, Book } from '../../support/domain/book.js';
import { breachesOf } from '../../support/domain/oracle.js';
import { atWork, person, WAY_TO_WORK } from '../../support/domain/wayToWork.js';

const ENDS = [
  'AccessGranted',
  'AccessOpened',
  'AccessEnded',
  'AccessWithdrawn',
  'AbsenceProven',
  'AccessFailed',
  'AccessFoundAfterEnd',
] as const;
const NINA = 'nina/github:meridian/eta-model';
const ADA = 'ada/github:meridian/eta-model';

const story = (book: Book, mark: number): string[] =>
  book.since(mark, ...ENDS).map((e) => {
    if (e.type === 'AccessEnded') return `${e.type} ${e.lease} ${e.cause}`;
    if (e.type === 'AbsenceProven') return `${e.type} ${e.lease} ${e.hours}`;
    return 'lease' in e ? `${e.type} ${e.lease}` : e.type;
  });

describe('access', () => {
  test('given both at work, when one assignment runs out, then that access alone ends, is read back as absent and proven three times', () => {
    const book = atWork();
    const mark = book.mark;
    book.until('2026-09-24T12:00:00.000Z');
    expect(story(book, mark).filter((s) => s.includes('nina'))).toEqual([
      `AccessEnded ${NINA} paper-lapsed`,
      `AccessWithdrawn ${NINA}`,
      `AbsenceProven ${NINA} 1`,
      `AbsenceProven ${NINA} 24`,
      `AbsenceProven ${NINA} 168`,
    ]);
    expect(book.rows.find((r) => r.event.type === 'AccessEnded')?.at).toBe('2026-09-15T22:00:00.000Z');
    expect(breachesOf(book.rows)).toEqual([]);
  });

  test('given a provider that is away, when access has to end, then nothing is withdrawn on the record until it was seen absent, and somebody is told', () => {
    const book = atWork();
    const mark = book.mark;
    book.weather = 'down';
    book.act(as('vendor-contact'), { type: 'RecordDeparture', person: 'ada', reason: 'Left.' });
    book.after(2);
    const away = story(book, mark);
    expect(new Set(away.filter((s) => s.includes('ada')))).toEqual(
      new Set([`AccessEnded ${ADA} person-left`, `AccessFailed ${ADA}`]),
    );
    expect(Object.keys(book.state.tasks)).toContain(`withdraw:${ADA}`);
    book.weather = 'drops';
    book.after(2);
    expect(story(book, mark)).not.toContain(`AccessWithdrawn ${ADA}`);
    book.weather = 'good';
    book.after(2);
    expect(story(book, mark)).toContain(`AccessWithdrawn ${ADA}`);
    expect(Object.keys(book.state.tasks)).not.toContain(`withdraw:${ADA}`);
  });

  test('given a withdrawn person, when somebody adds them by hand, then the next proof finds it and the withdrawal begins anew', () => {
    const book = atWork();
    book.act(as('security'), { type: 'SuspendAccess', person: 'ada', reason: 'Stolen laptop.' });
    const mark = book.mark;
    book.provider.add(ADA);
    book.after(3);
    expect(story(book, mark)).toEqual([
      `AccessFoundAfterEnd ${ADA}`,
      `AccessWithdrawn ${ADA}`,
      `AbsenceProven ${ADA} 1`,
    ]);
    expect(book.provider.has(ADA)).toBe(false);
  });

  test('given a case at work, when it is closed, then it ends only after the last proof of absence', () => {
    const book = atWork();
    book.act(as('procurement'), { type: 'CloseCase', reason: 'Done.' });
    waiveTheEnd(book);
    book.after(24 * 6);
    expect(book.state.status).toBe('closing');
    book.after(24 * 2);
    expect({ status: book.state.status, holds: [...book.provider] }).toEqual({ status: 'closed', holds: [] });
    expect(book.act(as('legal'), { type: 'RaiseRedFlag', flag: 'RF-2', reason: 'Late.' })).toMatchObject({
      status: 'refused',
      code: 'CaseClosed',
    });
  });

  test('given a plan without IP-2, when everything else is met, then nothing opens', () => {
    const book = new Book();
    const { 'IP-2': _gone, ...controls } = book.state.plan.controls;
    book.state = { ...book.state, plan: { ...book.state.plan, controls } };
    for (const act of WAY_TO_WORK) book.act(act.by, act.command(book));
    expect([...book.provider]).toEqual([]);
  });

  test('given a person who left, when they are proposed and accepted again with a new assignment, then access opens anew', () => {
    const book = atWork();
    book.act(as('engineering-manager'), { type: 'RecordDeparture', person: 'nina', reason: 'Moved on.' });
    expect(book.provider.has(NINA)).toBe(false);
    const needs = [{ resource: 'github:meridian/eta-model', profile: 'contributor', task: 'Builds features' }];
    book.act(as('vendor-contact'), {
      type: 'ProposePerson',
      person: 'nina',
      employer: 'Bałtyk AI',
      country: 'PL',
      jobRole: 'ML engineer',
      needs,
    });
    expect(book.provider.has(NINA)).toBe(false);
    const [accept] = person('nina');
    if (accept) doAll(book, [accept]);
    expect(book.provider.has(NINA)).toBe(true);
    expect(breachesOf(book.rows)).toEqual([]);
  });

  test("given one of the client's people, when they are proposed for the roster, then that is refused", () => {
    const needs = [{ resource: 'github:meridian/eta-model', profile: 'contributor', task: 'Helps out' }];
    const propose = { type: 'ProposePerson', employer: 'Bałtyk AI', country: 'DE', jobRole: 'Lawyer', needs } as const;
    expect(new Book().act(as('vendor-contact'), { ...propose, person: 'legal' })).toMatchObject({
      status: 'refused',
      code: 'PersonNotInState',
    });
  });
});
