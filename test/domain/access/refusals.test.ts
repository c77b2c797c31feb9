import { providerTasks } from '../../../domain/tasks/providerTasks.js';
import { MINUTE_MS, toMs } from '../../../domain/time.js';
import { as, type Book } from '../../support/domain/book.js';
import { atWork } from '../../support/domain/wayToWork.js';

const ADA = 'ada/github:meridian/eta-model';

const suspend = (book: Book): Book => {
  book.act(as('security'), { type: 'SuspendAccess', person: 'ada', reason: 'Stolen laptop.' });
  return book;
};
const resume = (book: Book): Book => {
  book.act(as('engineering-manager'), { type: 'ResumeAccess', person: 'ada', reason: 'A new one.' });
  return book;
};
const toldOf = ({ state, now }: Book) =>
  providerTasks(state, now).map(({ id, assignees, why }) => ({ id, assignees, why }));
const KEEPERS = ['security', 'engineering-manager'];

describe('a provider that does not do as asked', () => {
  test('given an opening that it refuses for good, when it has done so twice, then the keepers are told within the quarter of an hour, with its reason', () => {
    const book = suspend(atWork());
    book.weather = 'refuses';
    resume(book);
    expect(toldOf(book)).toEqual([]);
    book.after(0.25);
    expect(toldOf(book)).toEqual([
      {
        id: `opening:${ADA}`,
        assignees: KEEPERS,
        why: [{ code: 'tasks.opening-refused', reason: 'It may not be changed (HTTP 403).' }],
      },
    ]);
    expect(Object.values(book.state.tasks).map(({ id }) => id)).toContain(`opening:${ADA}`);
    book.weather = 'good';
    book.after(2);
    expect([toldOf(book), book.provider.has(ADA)]).toEqual([[], true]);
  });

  test('given an opening that is down, when it fails for hours, then nobody has to put right what nobody refuses', () => {
    const book = suspend(atWork());
    book.weather = 'down';
    resume(book).after(5);
    expect(toldOf(book)).toEqual([]);
  });

  test('given a closing that a team keeps from passing, when an hour is over, then the keepers are told which, and nothing is withdrawn before it lets go', () => {
    const book = atWork();
    book.teams.set(ADA, 'contractors');
    const mark = book.mark;
    suspend(book).after(2);
    expect(toldOf(book)).toMatchObject([
      {
        id: `withdraw:${ADA}`,
        assignees: KEEPERS,
        why: [{ code: 'tasks.withdraw-since' }, { code: 'tasks.withdraw-team', team: 'contractors' }],
      },
    ]);
    expect(book.since(mark, 'AccessWithdrawn')).toEqual([]);
    book.teams.delete(ADA);
    book.after(1);
    expect([toldOf(book), book.since(mark, 'AccessWithdrawn')]).toEqual([
      [],
      [{ type: 'AccessWithdrawn', lease: ADA }],
    ]);
  });

  test('given a closing that it refuses, as of an archived repository, when an hour is over, then the keepers are told its reason', () => {
    const book = atWork();
    book.weather = 'refuses';
    suspend(book).after(2);
    expect(toldOf(book)).toMatchObject([
      {
        id: `withdraw:${ADA}`,
        why: [
          { code: 'tasks.withdraw-since' },
          { code: 'tasks.withdraw-problem', problem: 'It may not be changed (HTTP 403).' },
        ],
      },
    ]);
  });

  test.each<[string, (book: Book) => void, number[]]>([
    ['a team keeps from passing', (book) => book.teams.set(ADA, 'contractors'), [5, 10, 20, 40, 60, 60]],
    [
      'was dropped',
      (book) => {
        book.weather = 'drops';
      },
      [5, 5, 5, 5, 5, 5],
    ],
  ])('given a closing that %s, then it is tried again after so many minutes each', (_what, happens, minutes) => {
    const book = atWork();
    happens(book);
    const mark = book.mark;
    suspend(book).after(6);
    const at = book.rows
      .slice(mark)
      .flatMap(({ at, event }) => (event.type === 'AccessObserved' && event.intent === 'close' ? [toMs(at)] : []));
    expect(at.slice(1, 7).map((one, i) => (one - (at[i] ?? one)) / MINUTE_MS)).toEqual(minutes);
  });
});
