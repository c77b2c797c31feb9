import type { HumanCommand } from '../../../domain/case/commands.js';
import type { CaseState } from '../../../domain/case/state.js';
import { flagsClockwork } from '../../../domain/flags/clockwork.js';
import { wantedTasks } from '../../../domain/tasks/wanted.js';
import { loadPolicy } from '../../../policy/loadPolicy.js';
import { as, type Book } from '../../support/domain/book.js';
import { breachesOf } from '../../support/domain/oracle.js';
import { atWork } from '../../support/domain/wayToWork.js';

const REPOSITORY = 'github:meridian/eta-model';
const OWL = `owl/${REPOSITORY}`;
const FACTS = ['UnknownAccountFound', 'AccountDeclared', 'RedFlagRaised', 'RedFlagCleared'] as const;

const declare = (is: 'client' | 'service' | 'supplier' | 'vendor', ...accounts: string[]): HumanCommand => ({
  type: 'DeclareAccounts',
  resource: REPOSITORY,
  accounts,
  is,
  reason: 'We looked.',
});
const types = (book: Book, mark: number): string[] => book.since(mark, ...FACTS).map(({ type }) => type);
const tasksOf = ({ tasks }: CaseState, kind: string): string[] =>
  Object.keys(tasks).filter((id) => id.startsWith(kind));
const openFlags = ({ flags }: CaseState): string[] => Object.keys(flags).filter((key) => flags[key]?.status === 'open');

/** A case at work in which the daily look has just found an owl. */
function found(policy?: string): Book {
  const book = atWork(policy);
  book.provider.add(OWL);
  return book.until(questionAt(book.copy()));
}

/** When a copy of the case asks about the owl. */
function questionAt(book: Book): string {
  book.after(26);
  return book.rows.find(({ event }) => event.type === 'UnknownAccountFound')?.at ?? 'never';
}

const answerBy = (book: Book): string => book.state.accounts?.[OWL]?.question?.answerBy ?? 'none';

describe('an account that nobody knows', () => {
  test('given silence up to the deadline, then RF-3 is raised at that instant and not before', () => {
    const book = found();
    const [mark, due] = [book.mark, answerBy(book)];
    expect(flagsClockwork.agenda(book.state, book.now)).toContain(due);
    book.until(new Date(Date.parse(due) - 1).toISOString());
    expect([types(book, mark), openFlags(book.state)]).toEqual([[], []]);
    book.until(due);
    expect(book.rows.slice(mark).flatMap(({ at, event }) => (event.type === 'RedFlagRaised' ? [at] : []))).toEqual([
      due,
    ]);
    expect(book.state.leases[`ada/${REPOSITORY}`]).toMatchObject({ want: 'absent', cause: 'red-flag' });
  });

  test('given an account that is asked about, when it is found again or is gone, then it is asked about once and stays open', () => {
    const book = found();
    const mark = book.mark;
    book.provider.delete(OWL);
    book.after(26);
    expect(types(book, mark)).toEqual(['RedFlagRaised']);
    const why = wantedTasks(book.state, book.now).find(({ id }) => id.startsWith('unknown-account:'))?.why;
    expect(why).toContainEqual({ code: 'tasks.unknown-account-gone' });
    book.provider.add(OWL);
    book.after(26);
    expect(types(book, mark)).toEqual(['RedFlagRaised']);
    expect(tasksOf(book.state, 'unknown-account:')).toEqual([`unknown-account:${REPOSITORY}:owl`]);
  });

  test.each(['client', 'service', 'supplier'] as const)(
    'given the answer that it is of %s, then nothing is raised, and it is expected from then on',
    (is) => {
      const book = found();
      const mark = book.mark;
      expect(book.act(as('engineering-manager'), declare(is, 'owl'))).toMatchObject({ events: ['AccountDeclared'] });
      expect([tasksOf(book.state, 'unknown-account:'), book.state.surveys[REPOSITORY]?.unknownAccounts]).toEqual([
        [],
        [],
      ]);
      book.after(24 * 5);
      expect(types(book, mark)).toEqual(['AccountDeclared']);
      expect(book.provider.has(OWL)).toBe(true);
      expect(breachesOf(book.rows)).toEqual([]);
    },
  );

  test('given a late "ours", then the flag that silence raised is cleared by itself', () => {
    const book = found();
    const mark = book.mark;
    book.until(answerBy(book));
    book.act(as('security'), declare('client', 'owl'));
    expect(types(book, mark)).toEqual(['RedFlagRaised', 'AccountDeclared', 'RedFlagCleared']);
    expect(book.state.leases[`ada/${REPOSITORY}`]?.want).toBe('present');
  });

  test('given a late "ours" after security has decided on the flag, then it stands until a clearance is decided', () => {
    const book = found();
    book.until(answerBy(book));
    book.act(as('procurement'), {
      type: 'ProposeRemedy',
      flag: 'RF-3',
      term: 'The vendor explains.',
      owner: 'vendor-contact',
      until: '2026-09-20',
      reason: 'They asked for time.',
    });
    book.act(as('security'), {
      type: 'Decide',
      approval: 'remedy:RF-3:1',
      contentHash: book.state.approvals['remedy:RF-3:1']?.contentHash ?? '',
      decision: 'approve',
      reason: 'Until then.',
    });
    book.act(as('engineering-manager'), declare('client', 'owl'));
    expect(book.state.flags['RF-3']?.status).toBe('remedy');
    book.until('2026-09-22T08:00:00.000Z');
    expect(book.state.flags['RF-3']?.status).toBe('open');
  });

  test('given "the vendor’s", then RF-3 is raised at once, and no clearance can be asked for while it is there', () => {
    const book = found();
    const mark = book.mark;
    book.act(as('security'), declare('vendor', 'owl'));
    expect(types(book, mark)).toEqual(['AccountDeclared', 'RedFlagRaised']);
    expect(tasksOf(book.state, 'vendor-account:')).toEqual([`vendor-account:${REPOSITORY}:owl`]);
    const clear: HumanCommand = { type: 'RequestClearance', flag: 'RF-3', reason: 'It is gone.' };
    expect(book.act(as('procurement'), clear)).toMatchObject({ code: 'StillRefused' });
    book.provider.delete(OWL);
    book.after(26);
    expect([openFlags(book.state), tasksOf(book.state, 'vendor-account:')]).toEqual([['RF-3'], []]);
    expect(book.act(as('procurement'), clear)).toMatchObject({ status: 'recorded' });
  });

  test('given "the vendor’s" and then "ours" of another keeper, then RF-3 stands, and a clearance can be asked for', () => {
    const book = found();
    const mark = book.mark;
    book.act(as('security'), declare('vendor', 'owl'));
    book.act(as('engineering-manager'), declare('client', 'owl'));
    book.after(50);
    expect(types(book, mark)).toEqual(['AccountDeclared', 'RedFlagRaised', 'AccountDeclared']);
    expect([openFlags(book.state), book.state.leases[`ada/${REPOSITORY}`]?.want]).toEqual([['RF-3'], 'absent']);
    const clear: HumanCommand = { type: 'RequestClearance', flag: 'RF-3', reason: 'Security was mistaken.' };
    expect(book.act(as('procurement'), clear)).toMatchObject({ status: 'recorded' });
  });

  test('given "the vendor’s" on a resource that is deleted, then a clearance can be asked for once looks failed for three days', () => {
    const book = found(loadPolicy().replace(/effectRetryMinutes: \{ value: 5/, 'effectRetryMinutes: { value: 60'));
    book.act(as('security'), declare('vendor', 'owl'));
    book.deleted.add(REPOSITORY);
    const clear: HumanCommand = { type: 'RequestClearance', flag: 'RF-3', reason: 'It was deleted.' };
    book.after(24 * 3);
    expect(book.act(as('procurement'), clear)).toMatchObject({ code: 'StillRefused' });
    book.after(25);
    expect([openFlags(book.state), tasksOf(book.state, 'vendor-account:')]).toEqual([['RF-3'], []]);
    expect(book.copy().act(as('procurement'), clear)).toMatchObject({ status: 'recorded' });
    book.deleted.clear();
    book.after(25);
    expect(book.act(as('procurement'), clear)).toMatchObject({ code: 'StillRefused' });
  });

  test('given "the vendor’s" and the account removed, then a look before the task is due says so, and nobody is told that it is late', () => {
    const book = found();
    book.act(as('security'), declare('vendor', 'owl'));
    const { due = '' } = book.state.tasks[`vendor-account:${REPOSITORY}:owl`] ?? {};
    const mark = book.mark;
    book.provider.delete(OWL);
    book.until(due);
    expect([tasksOf(book.state, 'vendor-account:'), book.since(mark, 'TaskBecameLate')]).toEqual([[], []]);
  });

  test('given "the vendor’s" and the account still there, then it is late at its hour, and looked for no more often than daily after that', () => {
    const book = found();
    book.act(as('security'), declare('vendor', 'owl'));
    const mark = book.mark;
    const { due = '' } = book.state.tasks[`vendor-account:${REPOSITORY}:owl`] ?? {};
    book.until(due);
    expect(book.since(mark, 'TaskBecameLate')).toEqual([
      { type: 'TaskBecameLate', task: `vendor-account:${REPOSITORY}:owl`, due },
    ]);
    expect(book.since(mark, 'ResourceSurveyed').length).toBeLessThanOrEqual(2);
  });

  test('given "the vendor’s" of an account that is gone, then RF-3 is raised once, and a clearance that was decided holds', () => {
    const book = found(loadPolicy().replace(/accountAnswerHours: \{ value: 8/, 'accountAnswerHours: { value: 40'));
    const mark = book.mark;
    book.provider.delete(OWL);
    book.after(26);
    expect(openFlags(book.state)).toEqual([]);
    book.act(as('security'), declare('vendor', 'owl'));
    expect(types(book, mark)).toEqual(['AccountDeclared', 'RedFlagRaised']);
    book.act(as('procurement'), { type: 'RequestClearance', flag: 'RF-3', reason: 'It is gone.' });
    const asked = book.state.approvals['clearance:RF-3:1'];
    book.act(as('security'), {
      type: 'Decide',
      approval: 'clearance:RF-3:1',
      contentHash: asked?.contentHash ?? '',
      decision: 'approve',
      reason: 'Its pushes were read.',
    });
    book.after(50);
    expect(types(book, mark)).toEqual(['AccountDeclared', 'RedFlagRaised', 'RedFlagCleared']);
  });
});

describe('a declaration', () => {
  test('given accounts that are declared before anybody looked, when they are found, then nothing is asked', () => {
    const book = atWork();
    const both = declare('client', 'owl', 'hawk');
    expect(book.act(as('security'), both)).toMatchObject({ events: ['AccountDeclared', 'AccountDeclared'] });
    const mark = book.mark;
    book.provider.add(OWL).add(`hawk/${REPOSITORY}`);
    book.after(50);
    expect(types(book, mark)).toEqual([]);
    expect(book.since(mark, 'ResourceSurveyed')).not.toContainEqual(
      expect.objectContaining({ unknownAccounts: ['owl'] }),
    );
  });

  test('given the client’s person who goes over to the vendor, then the resource is looked at at once and RF-3 is raised', () => {
    const book = atWork();
    book.act(as('security'), declare('client', 'owl'));
    book.provider.add(OWL);
    book.after(30);
    const mark = book.mark;
    book.act(as('security'), declare('vendor', 'owl'));
    expect(types(book, mark)).toEqual(['AccountDeclared', 'RedFlagRaised']);
  });

  test.each([
    ['somebody else', as('procurement'), declare('client', 'owl'), 'NotYourRole'],
    ['somebody else', as('vendor-contact'), declare('client', 'owl'), 'NotYourRole'],
    [
      'of a resource that the case does not know',
      as('security'),
      { ...declare('client', 'owl'), resource: 'a/b' },
      'UnknownResource',
    ],
    ['of somebody accepted', as('security'), declare('client', 'ada'), 'PersonNotInState'],
    ['of somebody accepted as the vendor’s', as('security'), declare('vendor', 'ada'), 'PersonNotInState'],
    [
      'of an id that every object has',
      as('security'),
      { ...declare('client', 'owl'), resource: 'constructor' },
      'UnknownResource',
    ],
  ])('given a declaration by %s, then it is refused', (_who, by, command, code) => {
    expect(found().act(by, command as HumanCommand)).toMatchObject({ status: 'refused', code });
  });

  test('given one account of several that cannot be declared, then none is', () => {
    const book = found();
    const mark = book.mark;
    book.act(as('security'), declare('client', 'owl', 'ada'));
    expect(types(book, mark)).toEqual([]);
  });
});

const roster = { employer: 'Bałtyk AI', country: 'PL', jobRole: 'ML engineer', needs: [] };
const propose: HumanCommand = { type: 'ProposePerson', person: 'kim', details: 'd-kim', ...roster };
const accept: HumanCommand = { type: 'AcceptPerson', person: 'kim', details: 'd-kim', reason: 'Good.' };
const reject: HumanCommand = { type: 'RejectPerson', person: 'kim', reason: 'She is ours.' };
const KIM = `kim/${REPOSITORY}`;
describe('the roster', () => {
  /** Kim is proposed with a login and found with it. */
  function proposed(): Book {
    const book = atWork();
    book.act(as('vendor-contact'), propose);
    book.provider.add(KIM);
    book.after(26);
    return book;
  }

  test('given a login that is only proposed, when it is found, then it is a question and nobody is thrown out', () => {
    const book = proposed();
    expect(tasksOf(book.state, 'unknown-account:')).toEqual([`unknown-account:${REPOSITORY}:kim`]);
    expect(book.provider.has(KIM)).toBe(true);
    expect(book.act(as('security'), declare('client', 'kim'))).toMatchObject({ code: 'PersonNotInState' });
  });

  test('given that the proposal is rejected, then the account is asked about as a stranger’s, by a look at once', () => {
    const book = proposed();
    const mark = book.mark;
    book.act(as('engineering-manager'), reject);
    expect(book.since(mark, 'ResourceSurveyed', 'UnknownAccountFound')).toMatchObject([
      { type: 'ResourceSurveyed', unknownAccounts: ['login-of-kim'] },
      { type: 'UnknownAccountFound', person: 'login-of-kim' },
    ]);
    expect(tasksOf(book.state, 'unknown-account:')).toEqual([`unknown-account:${REPOSITORY}:login-of-kim`]);
    expect(book.act(as('security'), declare('client', 'login-of-kim'))).toMatchObject({ status: 'recorded' });
    book.after(50);
    expect([types(book, mark).includes('RedFlagRaised'), book.provider.has(KIM)]).toEqual([false, true]);
  });

  test('given that nobody has said in time whose the account is, when the proposal is rejected, then RF-3 stands until somebody says so', () => {
    const book = proposed().after(24);
    expect(book.state.flags['RF-3']?.status).toBe('open');
    const mark = book.mark;
    book.act(as('engineering-manager'), reject);
    expect(book.state.flags['RF-3']?.status).toBe('open');
    expect(book.since(mark, 'RedFlagCleared', 'AccessGranted', 'AccessOpened')).toEqual([]);
    for (const account of ['kim', 'login-of-kim']) book.act(as('security'), declare('client', account));
    expect(book.state.flags['RF-3']?.status).toBe('cleared');
  });

  test('given a declaration from before the proposal, when the login is found, then it is asked about all the same', () => {
    const book = atWork();
    book.act(as('security'), declare('client', 'kim'));
    book.act(as('vendor-contact'), propose);
    book.provider.add(KIM);
    book.after(26);
    expect(book.since(0, 'UnknownAccountFound')).toMatchObject([{ person: 'kim' }]);
  });

  test.each([
    ['client', 'vendor-contact', 'accounts.vendors-contact'],
    ['service', 'vendor-contact', 'accounts.vendors-contact'],
    ['service', 'security', 'accounts.no-service'],
    ['service', 'engineering-manager', 'accounts.no-service'],
  ] as const)('given a declaration as %s of %s, then it is refused', (is, whom, code) => {
    expect(atWork().act(as('security'), declare(is, whom))).toMatchObject({
      code: 'PersonNotInState',
      said: { code, person: whom },
    });
  });

  test('given that the person is accepted, then what they hold without a grant is closed and proven, and they are told', () => {
    const book = proposed();
    const mark = book.mark;
    book.act(as('engineering-manager'), accept);
    book.after(2);
    expect(book.since(mark, 'AccessFoundWithoutGrant', 'AccessWithdrawn', 'AbsenceProven', 'RedFlagRaised')).toEqual([
      { type: 'AccessFoundWithoutGrant', lease: KIM, person: 'kim', resource: REPOSITORY, account: 'd-kim' },
      { type: 'AccessWithdrawn', lease: KIM },
      { type: 'AbsenceProven', lease: KIM, hours: 1 },
    ]);
    expect([book.provider.has(KIM), tasksOf(book.state, 'unknown-account:')]).toEqual([false, []]);
    const seq = book.rows.find(({ event }) => event.type === 'AccessFoundWithoutGrant')?.seq ?? 0;
    const told = book.since(mark, 'LetterQueued').flatMap((event) => {
      if (event.type !== 'LetterQueued' || event.letter.template !== 'notice') return [];
      return event.letter.facts.includes(seq) ? [event.to] : [];
    });
    expect(told.sort()).toEqual(['engineering-manager', 'kim', 'security']);
    expect(breachesOf(book.rows)).toEqual([]);
  });
});

test('given somebody who was declared and is accepted for the vendor later, then what they hold without a grant is closed', () => {
  const book = atWork();
  book.act(as('security'), declare('client', 'kim'));
  book.act(as('vendor-contact'), propose);
  book.act(as('engineering-manager'), accept);
  book.provider.add(KIM);
  book.after(30);
  expect(book.provider.has(KIM)).toBe(false);
});

describe('somebody of the roster who goes over to the client', () => {
  const details = (book: Book) => {
    const { details: known } = book.state.people.ada ?? {};
    return known === undefined ? {} : { details: known };
  };
  /** Ada has left, and the engineering manager has declared her account as the client's. */
  function over(): Book {
    const book = atWork();
    book.act(as('vendor-contact'), { type: 'RecordDeparture', person: 'ada', reason: 'Moves on.' });
    book.after(24 * 8);
    book.act(as('engineering-manager'), declare('client', 'ada'));
    return book;
  }

  test('given the declaration, then security and the engineering manager are told by letter', () => {
    const book = over();
    const seq = book.rows.find(({ event }) => event.type === 'AccountDeclared')?.seq ?? 0;
    const told = book.since(0, 'LetterQueued').flatMap((event) => {
      if (event.type !== 'LetterQueued' || event.letter.template !== 'notice') return [];
      return event.letter.facts.includes(seq) ? [event.to] : [];
    });
    expect(told.sort()).toEqual(['engineering-manager', 'security']);
  });

  test('given that they come back and leave again, then the declaration hides nothing of theirs', () => {
    const book = over();
    book.after(1);
    const { employer, country, jobRole, needs } = book.state.people.ada ?? { ...roster };
    book.act(as('vendor-contact'), {
      type: 'ProposePerson',
      person: 'ada',
      employer,
      country,
      jobRole,
      needs,
      ...details(book),
    });
    book.act(as('engineering-manager'), { type: 'AcceptPerson', person: 'ada', reason: 'Back.', ...details(book) });
    expect(book.state.accounts).toEqual({});
    book.after(24);
    book.act(as('vendor-contact'), { type: 'RecordDeparture', person: 'ada', reason: 'Moves on.' });
    book.after(24 * 9);
    const mark = book.mark;
    book.provider.add(`ada/${REPOSITORY}`);
    book.after(26);
    expect([book.since(mark, 'AccessFoundAfterEnd').length, book.provider.has(`ada/${REPOSITORY}`)]).toEqual([
      1,
      false,
    ]);
  });
});

test('given "the vendor’s" of somebody who is accepted later, then RF-3 stands until a clearance is decided', () => {
  const book = found();
  book.act(as('security'), declare('vendor', 'owl'));
  book.act(as('vendor-contact'), { ...propose, person: 'owl' } as HumanCommand);
  expect(book.act(as('engineering-manager'), { ...accept, person: 'owl' } as HumanCommand)).toMatchObject({
    status: 'recorded',
  });
  expect(openFlags(book.state)).toEqual(['RF-3']);
  expect(book.state.accounts?.[OWL]).toMatchObject({ person: 'owl', resource: REPOSITORY, vendorsAt: book.now });
});

test('from any open question somebody of the client has an act that leads on', () => {
  const ways = [found(), found().after(40)];
  const kim = atWork();
  kim.act(as('vendor-contact'), propose);
  kim.provider.add(KIM);
  ways.push(kim.copy().after(26));
  for (const book of ways) {
    const tasks = wantedTasks(book.state, book.now).filter(({ id }) => id.startsWith('unknown-account:'));
    expect(tasks).toHaveLength(1);
    for (const task of tasks)
      for (const action of task.actions) {
        const asked = { is: 'client', reason: 'We looked.', details: 'd-kim' };
        const command = {
          type: action.do,
          ...action.with,
          ...(action.do === 'DeclareAccounts' ? { is: 'vendor' } : asked),
        };
        const copy = book.copy();
        const outcome = copy.act(as('engineering-manager'), command as HumanCommand);
        expect([action.do, outcome.status]).toEqual([action.do, 'recorded']);
        expect(wantedTasks(copy.state, copy.now).map(({ id }) => id)).not.toContain(task.id);
      }
  }
});
