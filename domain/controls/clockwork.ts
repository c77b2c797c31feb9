import type { Clockwork } from '../case/clockwork.js';
import type { CaseEvent } from '../case/events.js';
import type { Instant } from '../time.js';
import { subjectKey } from './control.js';
import { fingerprintOf } from './fingerprint.js';
import { assessNow, subjectsOf } from './judge.js';

/** Records every change in what the controls say; the first word is kept back while it is only "still missing". */
export const controlsClockwork: Clockwork = {
  name: 'controls',
  facts: (state, now) =>
    Object.keys(state.plan.controls).flatMap((id) =>
      subjectsOf(state, id).flatMap((person): CaseEvent[] => {
        const found = assessNow(state, id, now, person);
        const key = subjectKey(id, person);
        const before = state.controlStatus[key];
        if (found === undefined || (before === undefined && found.status === 'open')) return [];
        return before?.fingerprint === fingerprintOf(found)
          ? []
          : [{ type: 'ControlAssessed', key, assessment: found }];
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
