import type { HumanCommand } from '../../../domain/case/commands.js';
import type { CaseState } from '../../../domain/case/state.js';
import { wantedTasks } from '../../../domain/tasks/wanted.js';
import { as, type Book } from '../../support/domain/book.js';
import { breachesOf } from '../../support/domain/oracle.js';
import { ADA, DOWN, GONE, lookedAt, type Outcome, reported, suspended } from '../../support/domain/outcomes.js';
import { atWork } from '../../support/domain/wayToWork.js';

const REPOSITORY = 'github:meridian/eta-model';
const seen = (change: Partial<Extract<Outcome, { kind: 'access-seen' }>>): Outcome => ({
  kind: 'access-seen',
  seen: 'present',
  permission: 'push',
  acted: false,
  providerRequests: 1,
  ...change,
});
const review = (decision: 'restore' | 'keep-closed' | 'noted'): HumanCommand => ({
  type: 'ReviewOutsideChange',
  person: 'ada',
  resource: REPOSITORY,
  decision,
  reason: 'We asked around.',
});
const tasksOf = ({ tasks }: CaseState): string[] => Object.keys(tasks).filter((id) => id.startsWith('outside-change:'));
const lease = ({ state }: Book) => state.leases[ADA];

/** Ada's needs with another permission than the one that she holds. */
const otherNeeds = ({ state: { people, plan } }: Book) =>
  (people.ada?.needs ?? []).map((need) => {
    const held = plan.profiles[need.profile]?.gives.github?.permission;
    const [profile = ''] = Object.keys(plan.profiles).filter(
      (id) => plan.profiles[id]?.gives.github?.permission !== held,
    );
    return need.resource === REPOSITORY ? { ...need, profile } : need;
  });

/** Ada at work; somebody has removed her by hand, and the daily look has seen it. */
function removed(): Book {
  const book = atWork();
  book.after(25);
  book.provider.delete(ADA);
  return book.after(25);
}

describe('a removal by hand', () => {
  test('given access that is gone, when a look sees it, then it is told, suspended, and not asked for again', () => {
    const book = atWork();
    book.after(25);
    const mark = book.mark;
    book.provider.delete(ADA);
    book.after(24 * 3);
    expect(book.since(mark, 'AccessChangedOutside', 'AccessEnded', 'AccessGranted', 'AccessOpened')).toEqual([
      { type: 'AccessChangedOutside', lease: ADA, change: 'removed' },
      { type: 'AccessEnded', lease: ADA, cause: 'removed-outside', detail: { code: 'access.removed-outside' } },
    ]);
    expect([book.provider.has(ADA), lease(book)?.absentAt !== undefined]).toEqual([false, true]);
    expect(book.state.tasks[`outside-change:${ADA}`]?.assignees).toEqual(['security', 'engineering-manager']);
    expect(breachesOf(book.rows)).toEqual([]);
  });

  test('given that it is restored, then it opens again and the task is done', () => {
    const book = removed();
    expect(book.act(as('security'), review('restore'))).toMatchObject({ events: ['OutsideChangeReviewed'] });
    expect([lease(book)?.want, book.provider.has(ADA), tasksOf(book.state)]).toEqual(['present', true, []]);
    expect(book.state.outsideChanges).toEqual({});
  });

  test('given that it stays closed, then the task is done and it stays so until somebody restores it', () => {
    const book = removed();
    book.act(as('engineering-manager'), review('keep-closed'));
    book.after(50);
    expect([lease(book)?.want, tasksOf(book.state)]).toEqual(['absent', []]);
    expect(book.act(as('security'), review('keep-closed'))).toMatchObject({ code: 'AlreadyDecided' });
    book.act(as('security'), review('restore'));
    expect(lease(book)?.want).toBe('present');
  });

  test('given that it ended for another cause meanwhile, then what ended it keeps it closed though it is restored', () => {
    const book = removed();
    book.act(as('security'), { type: 'SuspendAccess', person: 'ada', reason: 'Odd downloads.' });
    book.act(as('engineering-manager'), review('restore'));
    expect(lease(book)?.want).toBe('absent');
  });

  test('given a person who leaves, then nobody has to decide on it any more', () => {
    const book = removed();
    book.act(as('vendor-contact'), { type: 'RecordDeparture', person: 'ada', reason: 'Moves on.' });
    expect(tasksOf(book.state)).toEqual([]);
  });

  test('given an open change, then each of its actions is taken and leads on', () => {
    const book = removed();
    const task = wantedTasks(book.state, book.now).find(({ id }) => id === `outside-change:${ADA}`);
    expect(task?.actions.map(({ with: about }) => 'decision' in about && about.decision)).toEqual([
      'restore',
      'keep-closed',
    ]);
    for (const action of task?.actions ?? []) {
      const copy = book.copy();
      const command = { type: action.do, ...action.with, reason: 'Decided.' } as HumanCommand;
      expect(copy.act(as('engineering-manager'), command).status).toBe('recorded');
      expect(tasksOf(copy.state)).toEqual([]);
    }
  });

  test.each<[string, (book: Book) => void, (book: Book) => void]>([
    [
      'is suspended and resumed',
      (book) => book.act(as('security'), { type: 'SuspendAccess', person: 'ada', reason: 'Odd downloads.' }),
      (book) => book.act(as('engineering-manager'), { type: 'ResumeAccess', person: 'ada', reason: 'Explained.' }),
    ],
    [
      'needs another permission',
      (book) =>
        book.act(as('engineering-manager'), { type: 'SetNeeds', person: 'ada', needs: otherNeeds(book), reason: 'r' }),
      () => undefined,
    ],
  ])(
    'given access that is gone, when its person %s before a look sees it, then it stays gone and is told',
    (_, first, then) => {
      const book = atWork();
      book.after(25);
      const mark = book.mark;
      book.provider.delete(ADA);
      book.after(1);
      first(book);
      book.after(1);
      then(book);
      book.after(30);
      expect(book.since(mark, 'AccessChangedOutside', 'AccessOpened')).toEqual([
        { type: 'AccessChangedOutside', lease: ADA, change: 'removed' },
      ]);
      expect([book.provider.has(ADA), tasksOf(book.state)]).toEqual([false, [`outside-change:${ADA}`]]);
    },
  );

  test('given access that is closed by the end of a suspension alone, then nothing was changed by hand', () => {
    const book = atWork();
    book.after(25);
    const mark = book.mark;
    book.act(as('security'), { type: 'SuspendAccess', person: 'ada', reason: 'Odd downloads.' });
    book.after(1);
    book.act(as('engineering-manager'), { type: 'ResumeAccess', person: 'ada', reason: 'Explained.' });
    book.after(1);
    expect([book.since(mark, 'AccessChangedOutside'), book.provider.has(ADA)]).toEqual([[], true]);
  });

  test('given access that is gone, when its person has left, then nobody is told that it was removed', () => {
    const book = atWork();
    book.after(25);
    book.provider.delete(ADA);
    book.act(as('vendor-contact'), { type: 'RecordDeparture', person: 'ada', reason: 'Moves on.' });
    book.after(24 * 9);
    expect(book.state.outsideChanges).toBeUndefined();
  });

  test.each([
    ['a closing that failed before', [DOWN, GONE] as const],
    ['a closing that did it', [{ ...GONE, acted: true }] as const],
  ])('given %s, then what is gone was not removed by hand', (_what, outcomes) => {
    const book = lookedAt();
    let state = suspended(book);
    for (const one of outcomes) state = reported(state, 'close', one, book.now).state;
    expect([state.leases[ADA]?.absentAt, state.outsideChanges]).toEqual([book.now, undefined]);
  });

  test('given a look under way when the access ended, then the first closing still tells of the removal', () => {
    const book = lookedAt();
    const { state } = reported(suspended(book), 'look', GONE, book.now);
    expect(reported(state, 'close', GONE, book.now).facts).toEqual([
      'AccessObserved',
      'AccessChangedOutside',
      'AccessWithdrawn',
    ]);
  });

  test.each([
    ['by somebody who answers for neither', as('procurement'), review('restore'), 'NotYourRole'],
    ['by the vendor', as('vendor-contact'), review('restore'), 'NotYourRole'],
    ['as noted', as('security'), review('noted'), 'AccessNotWanted'],
    ['of another grant', as('security'), { ...review('restore'), person: 'nina' }, 'UnknownLease'],
    [
      'of a word that every object has',
      as('security'),
      { ...review('restore'), person: 'constructor' },
      'UnknownLease',
    ],
  ])('given a review %s, then it is refused', (_what, by, command, code) => {
    expect(removed().act(by, command as HumanCommand)).toMatchObject({ status: 'refused', code });
  });
});

describe('what a look sees of a grant', () => {
  test('given another permission than the granted one, then it is told once, put right as ever, and noted', () => {
    const book = lookedAt();
    const raised = reported(book.state, 'look', seen({ permission: 'admin' }), book.now);
    expect(raised.facts).toEqual(['AccessObserved', 'AccessChangedOutside']);
    expect(raised.state.outsideChanges).toEqual({
      [ADA]: { change: 'permission', from: 'push', to: 'admin', at: book.now },
    });
    const again = reported(raised.state, 'open', seen({ permission: 'admin', acted: true }), book.now);
    expect(again.facts).toEqual(['AccessObserved']);
    const { state, facts } = reported(again.state, 'open', seen({ acted: true }), book.now);
    expect([facts, tasksOf(state)]).toEqual([['AccessObserved'], [`outside-change:${ADA}`]]);
  });

  test('given an invitation that goes away, then it is asked for again and nothing is told', () => {
    const book = lookedAt();
    const { outsideChanges: _none, ...state } = book.state;
    const held = state.leases[ADA];
    if (held === undefined) throw new Error('Ada has no lease.');
    const invited = { ...state, leases: { ...state.leases, [ADA]: { ...held, seen: 'invited' as const } } };
    const { facts, state: after } = reported(invited, 'look', GONE, book.now);
    expect([facts, after.leases[ADA]?.want]).toEqual([['AccessObserved'], 'present']);
  });

  test('given access that is as it was granted, then nothing is told', () => {
    const book = lookedAt();
    expect(reported(book.state, 'look', seen({}), book.now).facts).toEqual(['AccessObserved']);
  });
});
