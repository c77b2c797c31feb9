import type { HumanCommand } from '../../../domain/case/commands.js';
import { itemsOf } from '../../../domain/leftBehind/standing.js';
import { as, type Book } from '../../support/domain/book.js';
import { lettersSince } from '../../support/domain/letters.js';
import { atWork } from '../../support/domain/wayToWork.js';

const PLACE = 'github:meridian/eta-model';
const NINA = `nina/${PLACE}`;
const ADA = `ada/${PLACE}`;
const TASK = `left-behind:${NINA}`;
const BEFORE = '2026-08-01T08:00:00.000Z';

const suspend = (book: Book, person: string) =>
  book.act(as('security'), { type: 'SuspendAccess', person, reason: 'Alarm.' });
type Answer = Extract<HumanCommand, { type: 'AnswerLeftBehind' }>;
const answer = (item: string, given: Partial<Answer> = {}): Answer => ({
  ...{ type: 'AnswerLeftBehind', person: 'nina', resource: PLACE, item, is: 'removed', reason: 'Revoked.' },
  ...given,
});
const stays = (item: string, given: Partial<Answer> = {}) =>
  answer(item, { is: 'stays', whose: 'Platform team', reason: 'It builds.', ...given });
/** How each thing stands that is listed of an access. */
const left = (book: Book, lease = NINA) =>
  itemsOf(book.state, { id: lease }).map(({ kind, id, seen, answer: said }) => [`${kind}:${id}`, seen, said?.is]);
const tasks = (book: Book) => Object.keys(book.state.tasks).filter((id) => id.startsWith('left-behind:'));
const refusal = (outcome: ReturnType<Book['act']>) =>
  outcome.status === 'refused' ? [outcome.code, outcome.said.code] : outcome.events;

/** Nina's access has ended; a key of hers and a runner of nobody's have stayed. */
function gone(): Book {
  const book = atWork();
  book.left.set(PLACE, [
    { kind: 'deploy-key', id: '1', at: book.now, by: 'nina' },
    { kind: 'deploy-key', id: '2', at: BEFORE },
    { kind: 'runner', id: '3' },
    { kind: 'webhook', id: '4', at: book.now, by: 'ada' },
  ]);
  suspend(book, 'nina');
  return book;
}

describe('what stays after an access has ended', () => {
  test('given what came in while they had access and what is not dated, then it is asked of both keepers; what was there before and what is others’ is not', () => {
    const book = atWork();
    const { mark } = book;
    book.left.set(PLACE, [
      { kind: 'deploy-key', id: '1', at: book.now, by: 'nina' },
      { kind: 'deploy-key', id: '2', at: BEFORE },
      { kind: 'runner', id: '3' },
      { kind: 'webhook', id: '4', at: book.now, by: 'ada' },
    ]);
    suspend(book, 'nina');
    expect(book.since(mark, 'LeftBehindListed')).toEqual([
      {
        ...{ type: 'LeftBehindListed', lease: NINA, unseen: [], answerBy: expect.any(String) },
        found: [
          { kind: 'deploy-key', id: '1', at: book.now, by: 'nina' },
          { kind: 'runner', id: '3' },
        ],
      },
    ]);
    const { assignees, due } = book.state.tasks[TASK] ?? {};
    expect([assignees, due]).toEqual([
      ['security', 'engineering-manager'],
      itemsOf(book.state, { id: NINA })[0]?.answerBy,
    ]);
  });

  test('given an access that was never open, when it ends, then nothing is listed', () => {
    const book = atWork();
    const { [NINA]: lease } = book.state.leases;
    if (lease === undefined) throw new Error('Nina has no lease.');
    book.state = { ...book.state, leases: { ...book.state.leases, [NINA]: { ...lease, everOpened: false } } };
    const { mark } = book;
    suspend(book, 'nina');
    expect(book.since(mark, 'AccessWithdrawn', 'LeftBehindListed').map(({ type }) => type)).toEqual([
      'AccessWithdrawn',
    ]);
  });

  test('given an access that still lets in, then nothing is listed before its absence is read', () => {
    const book = atWork();
    book.weather = 'drops';
    suspend(book, 'nina');
    expect(book.since(0, 'LeftBehindListed')).toEqual([]);
    book.weather = 'good';
    book.after(2);
    expect(book.since(0, 'LeftBehindListed').map((e) => 'lease' in e && e.lease)).toEqual([NINA]);
  });

  test('given what is said to be removed and is gone, then one listing minutes later says so, and nobody is asked any more', () => {
    const book = gone();
    const { mark } = book;
    book.act(as('security'), answer('deploy-key:1'));
    book.act(as('security'), answer('runner:3'));
    book.left.set(PLACE, []);
    expect([left(book), tasks(book)]).toEqual([
      [
        ['deploy-key:1', 'there', 'removed'],
        ['runner:3', 'there', 'removed'],
      ],
      [],
    ]);
    book.after(1);
    expect([left(book), tasks(book), book.since(mark, 'LeftBehindListed').length]).toEqual([
      [
        ['deploy-key:1', 'gone', 'removed'],
        ['runner:3', 'gone', 'removed'],
      ],
      [],
      1,
    ]);
    expect(refusal(book.act(as('security'), answer('runner:3')))).toEqual(['NotAskedNow', 'left.gone']);
  });

  test('given what is said to be removed and is still there, then it is asked again, with another deadline', () => {
    const book = gone();
    book.act(as('security'), stays('runner:3'));
    const [before] = itemsOf(book.state, { id: NINA });
    book.act(as('security'), answer('deploy-key:1'));
    expect(refusal(book.act(as('security'), answer('deploy-key:1')))).toEqual(['AlreadyDecided', 'left.to-be-checked']);
    book.after(24);
    const [after] = itemsOf(book.state, { id: NINA });
    expect([left(book), tasks(book), after?.answerBy !== before?.answerBy]).toEqual([
      [
        ['deploy-key:1', 'there', 'removed'],
        ['runner:3', 'there', 'stays'],
      ],
      [TASK],
      true,
    ]);
  });

  test('given what stays, then both keepers are told, and the next listing asks again only once it was changed since', () => {
    const book = gone();
    const { mark } = book;
    book.act(as('security'), stays('deploy-key:1'));
    expect(lettersSince(book, mark).filter(({ about }) => about.includes('LeftBehindAnswered'))).toEqual(
      ['engineering-manager', 'security'].map((to) => ({ to, about: ['LeftBehindAnswered'] })),
    );
    book.act(as('security'), stays('runner:3'));
    expect(tasks(book)).toEqual([]);
    book.left.set(PLACE, [{ kind: 'deploy-key', id: '1', at: book.after(1).now, by: 'nina' }]);
    book.act(as('procurement'), { type: 'CloseCase', reason: 'The work is over.' });
    expect([left(book), tasks(book)]).toEqual([
      [
        ['runner:3', 'gone', 'stays'],
        ['deploy-key:1', 'there', undefined],
      ],
      [TASK],
    ]);
  });

  test('given a thing that nobody is named for, when both have left, then one answer holds for both', () => {
    const book = gone();
    suspend(book, 'ada');
    expect([left(book, ADA), tasks(book).sort()]).toEqual([
      [
        ['runner:3', 'there', undefined],
        ['webhook:4', 'there', undefined],
      ],
      [`left-behind:${ADA}`, TASK],
    ]);
    book.act(as('security'), stays('runner:3'));
    expect(left(book, ADA)).toEqual([
      ['runner:3', 'there', 'stays'],
      ['webhook:4', 'there', undefined],
    ]);
  });

  test('given a listing that cannot look any more, then nothing is taken for gone', () => {
    const book = gone();
    book.act(as('security'), answer('runner:3'));
    book.left.set(PLACE, [{ kind: 'deploy-key', id: '1', at: book.now, by: 'nina' }]);
    book.unseen = ['runner'];
    book.after(1);
    expect([left(book), tasks(book)]).toEqual([
      [
        ['runner:3', 'unseen', 'removed'],
        ['deploy-key:1', 'there', undefined],
      ],
      [TASK],
    ]);
  });

  test('given a provider that stays away, then it is tried eight times, later and later, and left at that; a case that closes asks once more', () => {
    const book = gone();
    book.lists = false;
    const { mark } = book;
    book.act(as('security'), answer('runner:3'));
    book.after(48);
    const failures = book.since(mark, 'LeftBehindFailed');
    expect([failures.length, failures.map((e) => 'nextAttemptAt' in e)]).toEqual([8, [...Array(7).fill(true), false]]);
    expect([left(book), book.state.leftBehind?.[NINA]?.unseen]).toEqual([
      [
        ['deploy-key:1', 'unseen', undefined],
        ['runner:3', 'unseen', 'removed'],
      ],
      ['all'],
    ]);
    book.lists = true;
    book.act(as('procurement'), { type: 'CloseCase', reason: 'The work is over.' });
    expect([left(book), book.state.leftBehind?.[NINA]?.unseen]).toEqual([
      [
        ['deploy-key:1', 'there', undefined],
        ['runner:3', 'there', 'removed'],
      ],
      [],
    ]);
  });

  test('given who may not say it, what is not listed, or what does not fit, then it is refused', () => {
    const book = gone();
    expect([
      refusal(book.act(as('procurement'), stays('runner:3'))),
      refusal(book.act(as('vendor-contact'), stays('runner:3'))),
      refusal(book.act(as('security'), stays('runner:9'))),
      refusal(book.act(as('security'), stays('runner:3', { person: 'ada' }))),
      refusal(book.act(as('security'), stays('constructor'))),
      refusal(book.act(as('security'), answer('runner:3', { is: 'stays' }))),
      refusal(book.act(as('security'), answer('runner:3', { whose: 'Platform team' }))),
    ]).toEqual([
      ['NotYourRole', 'people.not-your-role'],
      ['NotYourRole', 'people.not-your-role'],
      ['UnknownLeftBehind', 'left.unknown'],
      ['UnknownLeftBehind', 'left.unknown'],
      ['UnknownLeftBehind', 'left.unknown'],
      ['Malformed', 'left.whose-missing'],
      ['Malformed', 'left.whose-of-removed'],
    ]);
    expect(left(book).map(([, , is]) => is)).toEqual([undefined, undefined]);
  });
});
