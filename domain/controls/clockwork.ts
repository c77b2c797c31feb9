import type { Clockwork } from '../case/clockwork.js';
import type { CaseEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { canonicalJson } from '../hash.js';
import type { Instant } from '../time.js';
import { type Assessment, subjectKey } from './control.js';
import { assessNow, subjectsOf } from './judge.js';

const same = (a: Assessment, b: Assessment): boolean => canonicalJson(a) === canonicalJson(b);

/** What the record said last of a control; a control that was never assessed is open without further words. */
function lastSaid(state: CaseState, key: string): Assessment | undefined {
  const standing = state.standings[key];
  if (standing === undefined) return undefined;
  const { since: _since, ...assessment } = standing;
  return assessment;
}

/** Records every change in what the controls say; the first word is kept back while it is only "still missing". */
export const controlsClockwork: Clockwork = {
  name: 'controls',
  facts: (state, now) =>
    Object.keys(state.plan.controls).flatMap((id) =>
      subjectsOf(state, id).flatMap((person): CaseEvent[] => {
        const found = assessNow(state, id, now, person);
        const key = subjectKey(id, person);
        const before = lastSaid(state, key);
        if (found === undefined || (before === undefined && found.status === 'open')) return [];
        return before !== undefined && same(before, found) ? [] : [{ type: 'ControlAssessed', key, assessment: found }];
      }),
    ),
  agenda: (state, now) =>
    Object.keys(state.plan.controls).flatMap((id) =>
      subjectsOf(state, id).flatMap((person): Instant[] => {
        const found = assessNow(state, id, now, person);
        return found !== undefined && found.status !== 'refused' && found.until !== undefined ? [found.until] : [];
      }),
    ),
};
