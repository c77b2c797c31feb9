import { isDecided } from '../approvals/content.js';
import type { Clockwork } from '../case/clockwork.js';
import type { CaseEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { own } from '../record.js';
import type { Instant } from '../time.js';
import { parseSubjectKey, subjectKey } from './control.js';
import { fingerprintOf } from './fingerprint.js';
import { assessNow, subjectsOf } from './judge.js';
import { fitIn, isGated, standsWithout } from './successors.js';

/** A successor takes the place of what has ended, of what is decided already, or of what nobody decides on once it is met. */
function succession(state: CaseState, key: string, now: Instant): CaseEvent[] {
  const stage = own(state.plan.controls, parseSubjectKey(key).controlId)?.stage;
  if (stage === undefined || !standsWithout(state, key, now))
    return [{ type: 'EvidenceSucceeded', key, because: 'ended' }];
  const free = !isGated(state, key) || isDecided(state, stage, key, now);
  return free && fitIn(state, [key], now) ? [{ type: 'EvidenceSucceeded', key, because: 'met' }] : [];
}

/** Every change in what the controls say; the first word is kept back while it is only "still missing". */
const changes = (state: CaseState, now: Instant): CaseEvent[] =>
  Object.keys(state.plan.controls).flatMap((id) =>
    subjectsOf(state, id).flatMap((person): CaseEvent[] => {
      const found = assessNow(state, id, now, person);
      const key = subjectKey(id, person);
      const before = own(state.controlStatus, key);
      if (found === undefined || (before === undefined && found.status === 'open')) return [];
      return before?.fingerprint === fingerprintOf(found) ? [] : [{ type: 'ControlAssessed', key, assessment: found }];
    }),
  );

/** Records which successors take their place, and every change in what the controls say. */
export const controlsClockwork: Clockwork = {
  name: 'controls',
  facts: (state, now) => {
    const succeeded = Object.keys(state.successors ?? {}).flatMap((key) => succession(state, key, now));
    return succeeded.length > 0 ? succeeded : changes(state, now);
  },
  agenda: (state, now) =>
    Object.keys(state.plan.controls).flatMap((id) =>
      subjectsOf(state, id).flatMap((person): Instant[] => {
        const found = assessNow(state, id, now, person);
        return found !== undefined && found.status !== 'refused' && found.until !== undefined ? [found.until] : [];
      }),
    ),
};
