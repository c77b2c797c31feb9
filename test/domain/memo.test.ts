import { judgeNeed } from '../../domain/access/desiredAccess.js';
import { memory, seenByRules } from '../../domain/case/memo.js';
import type { CaseState } from '../../domain/case/state.js';
import { subjectKey } from '../../domain/controls/control.js';
import { CONTROLS } from '../../domain/controls/index.js';
import { assessNow, subjectsOf } from '../../domain/controls/judge.js';
import { initialState } from '../../domain/decider/evolve.js';
import { as, type Book } from '../support/domain/book.js';
import { atWork } from '../support/domain/wayToWork.js';

const NOW = '2026-09-10T10:00:00.000Z';
/** A case with something in every part. */
const full: CaseState = {
  ...atWork().state,
  closedReason: 'Done.',
  pauses: [],
  invoices: {},
  incidents: {},
};
const partsOf = (state: CaseState) => Object.entries(state).map(([part]) => part);

/** Whether a remembered answer is computed again when one part is another. */
function askedAgain(part: string): boolean {
  const remembered = memory<object>();
  const ask = (state: CaseState) => remembered(state, NOW, 'key', () => ({}));
  return ask(full) !== ask({ ...full, [part]: { changed: true } });
}

test('given any part of a case, when it alone changes, then a kept answer holds only where the rules are shown nothing of that part', () => {
  const hidden = partsOf(full).filter((part) => !askedAgain(part));
  const shown: [string, unknown][] = Object.entries(seenByRules(full));
  const asAtFirst: [string, unknown][] = Object.entries(initialState(full.caseId));
  expect(hidden.sort()).toEqual(
    ['attribution', 'calendarAttempts', 'letters', 'refusals', 'seq', 'controlStatus', 'tasks', 'warned'].sort(),
  );
  for (const part of hidden.filter((p) => p !== 'attribution'))
    expect([part, new Map(shown).get(part)]).toEqual([part, new Map(asAtFirst).get(part)]);
});

test('given a rule that asks itself of another instant on its way, when it is asked again, then each instant has its own answer', () => {
  const later = '2026-09-11T10:00:00.000Z';
  const remembered = memory<string>();
  const inner = (): string => remembered(full, later, 'key', () => `at ${later}`);
  const outer = (): string => remembered(full, NOW, 'key', () => `${NOW}, after one ${inner()}`);
  const [first, second] = [outer(), inner()];
  expect([first, second, outer(), inner()]).toEqual([first, `at ${later}`, first, `at ${later}`]);
});

/** Moments in the life of a case, each as the rules find it. */
function moments(): Book[] {
  const working = atWork();
  const later = working.copy().until('2026-09-22T10:00:00.000Z');
  const paused = working.copy();
  paused.act(as('executive'), { type: 'PauseCase', reason: 'Holidays.' });
  const closing = working.copy();
  closing.act(as('procurement'), { type: 'CloseCase', reason: 'Done.' });
  return [working, later, paused, closing];
}

test('given moments of a case, when every rule is asked of the whole state, then it says what it says of what it is shown', () => {
  for (const { state, now } of moments())
    for (const [id, control] of Object.entries(CONTROLS)) {
      const planned = state.plan.controls[id];
      if (planned?.applies !== true) continue;
      for (const person of subjectsOf(state, id)) {
        const evidence = state.evidence[subjectKey(id, person)]?.form;
        const scene = { state, planned, now, ...(person === undefined ? {} : { person }) };
        expect([id, assessNow(state, id, now, person)]).toEqual([id, control.assess(evidence, scene)]);
      }
    }
});

test('given moments of a case, when each need is judged of the whole state, then the answer is that of what the rules are shown', () => {
  for (const { state, now } of moments())
    for (const person of Object.values(state.people))
      for (const need of person.needs)
        expect(judgeNeed(state, person, need, now)).toEqual(judgeNeed(seenByRules(state), person, need, now));
});
