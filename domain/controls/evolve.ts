import type { CaseEvent, RecordedEvent } from '../case/events.js';
import type { CaseState, ControlStatus } from '../case/state.js';
import { put } from '../record.js';
import type { Instant } from '../time.js';
import type { Assessment } from './assessment.js';
import { subjectKey } from './control.js';
import { fingerprintOf } from './fingerprint.js';

type ControlFact = Extract<CaseEvent, { type: 'EvidenceSubmitted' | 'ControlAssessed' }>;

/** Applies what was supplied for a control, and how it stands. */
export function evolveControls(state: CaseState, event: ControlFact, { at, actor, seq }: RecordedEvent): CaseState {
  switch (event.type) {
    case 'EvidenceSubmitted': {
      const { control, person, form } = event;
      return {
        ...state,
        evidence: put(state.evidence, subjectKey(control, person), { form, by: actor.personId, at, seq }),
      };
    }
    case 'ControlAssessed':
      return {
        ...state,
        controlStatus: put(
          state.controlStatus,
          event.key,
          statusOf(event.assessment, at, state.controlStatus[event.key]),
        ),
      };
    default: {
      const never: never = event;
      return never;
    }
  }
}

function statusOf(assessment: Assessment, since: Instant, before: ControlStatus | undefined): ControlStatus {
  const { status } = assessment;
  const until = status === 'refused' ? undefined : assessment.until;
  const lapsedAt = status === 'met' ? undefined : before?.status === 'met' ? since : before?.lapsedAt;
  return {
    status,
    ...(until === undefined ? {} : { until }),
    since,
    ...(lapsedAt === undefined ? {} : { lapsedAt }),
    fingerprint: fingerprintOf(assessment),
  };
}
