import type { PlannedControl } from '../../domain/case/plan.js';
import type { CaseState } from '../../domain/case/state.js';
import { lapsesClockwork } from '../../domain/clocks/lapses.js';
import { supplyTasks } from '../../domain/tasks/supplyTasks.js';
import { decide, doAll, paper } from '../support/domain/acts.js';
import { as, type Book } from '../support/domain/book.js';
import { atWork } from '../support/domain/wayToWork.js';

/** Warnings about the NDA, with the instant at which each was given. */
const warnings = (book: Book): string[] =>
  book.rows.flatMap(({ at, event }) =>
    event.type === 'LapseWarned' && event.what === 'IP-3' ? [`${at.slice(0, 10)} ${event.id}`] : [],
  );
const NDA_ENDS = '2026-09-20T22:00:00.000Z';

const changed = (state: CaseState, id: string, change: Partial<PlannedControl>): CaseState => {
  const control = state.plan.controls[id];
  if (control === undefined) throw new Error(`no ${id}`);
  return { ...state, plan: { ...state.plan, controls: { ...state.plan.controls, [id]: { ...control, ...change } } } };
};

describe('what is about to lapse', () => {
  test('given a paper that ends, when time passes, then each lead time that is left is warned of once, the one already passed at once', () => {
    const book = atWork().until('2026-09-20T12:00:00.000Z');
    expect(warnings(book)).toEqual([
      `2026-09-01 IP-3@${NDA_ENDS}@30`,
      `2026-09-06 IP-3@${NDA_ENDS}@14`,
      `2026-09-17 IP-3@${NDA_ENDS}@3`,
    ]);
    expect(book.state.warned.filter((w) => w.startsWith('IP-3'))).toEqual([`IP-3@${NDA_ENDS}@3`]);
  });

  test('given a warning, when the paper is renewed, then nothing more is said of the old end', () => {
    const book = atWork().until('2026-09-07T12:00:00.000Z');
    doAll(book, paper('nda-2', 'nda', ['vendor', 'client'], { supersedes: 'nda', from: '2026-09-07' }));
    const form = { paper: 'nda-2', mutual: true, handlingRules: ['data', 'prompts', 'fine-tuned-weights', 'code'] };
    book.act(as('vendor-contact'), { type: 'SubmitEvidence', control: 'IP-3', form });
    doAll(book, [decide(as('legal'), 'gate:contract')]);
    const before = warnings(book);
    expect(warnings(book.until('2026-09-25T12:00:00.000Z'))).toEqual(before);
  });

  test('given a tracked duty, when it will lapse, then it is warned of as what access rests on is; advice is not, nor what does not apply', () => {
    const { state } = atWork();
    const at = '2026-09-07T00:00:00.000Z';
    const said = (s: CaseState) =>
      lapsesClockwork.facts(s, at).filter((e) => e.type === 'LapseWarned' && e.what === 'IP-3');
    const fact = { type: 'LapseWarned', id: `IP-3@${NDA_ENDS}@14`, what: 'IP-3', at: NDA_ENDS };
    expect(said(changed(state, 'IP-3', { binding: { kind: 'track', day: 10 } }))).toEqual([fact]);
    expect(said(changed(state, 'IP-3', { binding: { kind: 'advise' } }))).toEqual([]);
    expect(said(changed(state, 'IP-3', { applies: false }))).toEqual([]);
  });

  test('given a tracked duty that was met and lapsed after its day, then it is due anew from the lapse on; one that was never met stays late', () => {
    const book = atWork();
    const due = (state: CaseState) =>
      supplyTasks(state, '2026-09-22T12:00:00.000Z').find((t) => t.id === 'item:IP-3')?.due;
    const { since: _since, ...met } = book.state.controlStatus['IP-3'] ?? { since: '' };
    const tracked = changed(book.until('2026-09-22T12:00:00.000Z').state, 'IP-3', {
      binding: { kind: 'track', day: 10 },
    });
    expect(met).toMatchObject({ status: 'met' });
    expect(due(tracked)).toBe('2026-09-22T15:00:00.000Z');
    const never: CaseState = { ...tracked, controlStatus: {} };
    expect(due(never)).toBe('2026-09-10T22:00:00.000Z');
  });
});
