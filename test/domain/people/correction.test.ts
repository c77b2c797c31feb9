import type { HumanCommand } from '../../../domain/case/commands.js';
import { as, type Book } from '../../support/domain/book.js';
import { lettersSince, toldTo } from '../../support/domain/letters.js';
import { ADA } from '../../support/domain/outcomes.js';
import { atWork } from '../../support/domain/wayToWork.js';

const said = (book: Book, by: ReturnType<typeof as>, command: HumanCommand) => {
  const outcome = book.act(by, command);
  return outcome.status === 'refused' ? outcome.code : outcome.events;
};
const login: HumanCommand = {
  type: 'CorrectPerson',
  person: 'ada',
  changed: ['accounts'],
  details: 'd-2',
  reason: 'Mistyped.',
};
const accept = (details?: string): HumanCommand => ({
  type: 'AcceptPerson',
  person: 'ada',
  ...(details !== undefined && { details }),
  reason: 'Checked.',
});
const ofAda = (book: Book, mark: number) =>
  book
    .since(mark)
    .flatMap((e) =>
      'lease' in e && e.lease === ADA && /^Access(Ended|Withdrawn|Granted)$/.test(e.type) ? [e.type] : [],
    );

test('given access by a login, when the login is corrected and accepted, then the old one is read back as absent before the other is granted', () => {
  const book = atWork();
  const mark = book.mark;
  expect(said(book, as('vendor-contact'), login)).toEqual(['PersonCorrected']);
  expect(book.since(mark, 'AccessEnded')).toMatchObject([{ lease: ADA, cause: 'account-changed' }]);
  expect(book.state.tasks['accept:ada']?.assignees).toEqual(['engineering-manager']);
  expect([said(book, as('engineering-manager'), accept()), said(book, as('vendor-contact'), accept('d-2'))]).toEqual([
    'ContentChanged',
    'NotYourRole',
  ]);
  book.after(1);
  expect(said(book, as('engineering-manager'), accept('d-2'))).toEqual(['PersonAccepted']);
  book.after(1);
  expect(ofAda(book, mark)).toEqual(['AccessEnded', 'AccessWithdrawn', 'AccessGranted']);
  expect(book.state.leases[ADA]).toMatchObject({ want: 'present', account: 'd-2', seen: 'present' });
  expect(toldTo(book, mark, 'ada').length).toBeGreaterThan(0);
});

test('given a provider that closes nothing, when the other login is accepted, then it is granted only once the old one is gone', () => {
  const book = atWork();
  const mark = book.mark;
  book.weather = 'down';
  said(book, as('vendor-contact'), login);
  said(book, as('engineering-manager'), accept('d-2'));
  book.after(3);
  expect(ofAda(book, mark)).toEqual(['AccessEnded']);
  book.weather = 'good';
  book.after(12);
  expect(ofAda(book, mark)).toEqual(['AccessEnded', 'AccessWithdrawn', 'AccessGranted']);
});

test('given a manager who corrects a login, then the manager does not accept it; a name is put right without anybody’s leave', () => {
  const book = atWork();
  const mark = book.mark;
  expect(said(book, as('engineering-manager'), { ...login, changed: ['name'], details: undefined })).toEqual([
    'PersonCorrected',
  ]);
  expect(said(book, as('engineer', 'ada'), { ...login, changed: ['timeZone'], details: undefined })).toEqual([
    'PersonCorrected',
  ]);
  expect(ofAda(book, mark)).toEqual([]);
  expect(said(book, as('engineering-manager'), login)).toEqual(['PersonCorrected']);
  expect(said(book, as('engineering-manager'), accept('d-2'))).toBe('RequesterMayNotDecide');
  expect([
    said(book, as('executive'), login),
    said(book, as('engineer', 'nina'), login),
    said(book, as('procurement'), { ...login, person: 'legal' }),
    said(book, as('procurement'), { ...login, person: 'nobody' }),
  ]).toEqual(['NotYourRole', 'NotYourRole', 'PersonNotInState', 'UnknownPerson']);
});

test('given a manager who corrects an address, when a login comes from there, then another manager accepts it; a later correction hides nothing', () => {
  const book = atWork();
  const address = (by: ReturnType<typeof as>) => said(book, by, { ...login, changed: ['email'], details: undefined });
  expect(address(as('engineering-manager'))).toEqual(['PersonCorrected']);
  expect(address(as('engineering-manager'))).toEqual(['PersonCorrected']);
  expect(address(as('vendor-contact'))).toEqual(['PersonCorrected']);
  expect(address(as('engineer', 'ada'))).toEqual(['PersonCorrected']);
  expect(book.state.people.ada?.addressBy).toEqual(['engineering-manager', 'vendor-contact']);
  expect(said(book, as('engineer', 'ada'), login)).toEqual(['PersonCorrected']);
  expect(book.state.tasks['accept:ada']).toBeUndefined();
  expect(said(book, as('engineering-manager'), accept('d-2'))).toBe('RequesterMayNotDecide');
  const second = { role: 'engineering-manager', person: 'second', reason: 'Joins.' } as const;
  said(book, as('procurement'), { type: 'NameForRole', ...second, details: 'd-9' });
  expect(said(book, as('executive'), { type: 'ConfirmRole', ...second })).toEqual(['RoleTaken']);
  expect(book.state.tasks['accept:ada']?.assignees).toEqual(['second']);
  expect(said(book, as('engineering-manager', 'second'), accept('d-2'))).toEqual(['PersonAccepted']);
  expect(book.state.people.ada).not.toHaveProperty('addressBy');
  expect(said(book, as('engineer', 'ada'), { ...login, details: 'd-3' })).toEqual(['PersonCorrected']);
  expect(said(book, as('engineering-manager'), accept('d-3'))).toEqual(['PersonAccepted']);
});

test('given a manager who corrected an address and rejected its person, when that person is proposed once more, then another manager accepts the login', () => {
  const book = atWork();
  const { ada } = book.state.people;
  if (ada === undefined) throw new Error('Ada is on the roster.');
  const { employer, country, jobRole, needs } = ada;
  said(book, as('engineering-manager'), { ...login, changed: ['email'], details: undefined });
  said(book, as('engineering-manager'), { type: 'RejectPerson', person: 'ada', reason: 'A slip.' });
  said(book, as('vendor-contact'), {
    type: 'ProposePerson',
    person: 'ada',
    employer,
    country,
    jobRole,
    needs,
    details: 'd-1',
  });
  said(book, as('engineer', 'ada'), login);
  expect(said(book, as('engineering-manager'), accept('d-2'))).toBe('RequesterMayNotDecide');
});

test('given a manager who corrected an address, then they may still reject the login that came from there', () => {
  const book = atWork();
  said(book, as('engineering-manager'), { ...login, changed: ['email'], details: undefined });
  said(book, as('engineer', 'ada'), login);
  expect(said(book, as('engineering-manager'), { type: 'RejectPerson', person: 'ada', reason: 'Not hers.' })).toEqual([
    'PersonRejected',
  ]);
});

test.each([
  ['ada', 'procurement', ['ada', 'engineering-manager', 'security']],
  ['vendor-contact', 'procurement', ['engineering-manager', 'security', 'vendor-contact']],
  ['legal', 'procurement', ['executive', 'legal', 'security']],
  ['legal', 'legal', ['executive', 'legal', 'security']],
] as const)('given the address of %s corrected by %s, then these hear of it', (whose, who, told) => {
  const book = atWork();
  const mark = book.mark;
  const address: HumanCommand = { type: 'CorrectPerson', person: whose, changed: ['email'], reason: 'Moved.' };
  expect(said(book, as(who), address)).toEqual(['PersonCorrected']);
  const about = lettersSince(book, mark).filter((letter) => letter.about.includes('PersonCorrected'));
  expect(about.map(({ to }) => to).sort()).toEqual(told);
});

test('given a name that is corrected, then its person alone hears of it', () => {
  const book = atWork();
  const mark = book.mark;
  said(book, as('procurement'), { ...login, person: 'legal', changed: ['name'], details: undefined });
  expect(lettersSince(book, mark)).toEqual([{ to: 'legal', about: ['PersonCorrected'] }]);
});
