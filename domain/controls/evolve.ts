import type { CaseEvent, RecordedEvent } from '../case/events.js';
import type { CaseState, Standing } from '../case/state.js';
import { put } from '../record.js';
import type { Instant } from '../time.js';
import type { Assessment } from './assessment.js';
import { subjectKey } from './control.js';
import { saidOf } from './said.js';

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
        standings: put(state.standings, event.key, standingOf(event.assessment, at, state.standings[event.key])),
      };
    default: {
      const never: never = event;
      return never;
    }
  }
}

function standingOf(assessment: Assessment, since: Instant, before: Standing | undefined): Standing {
  const { status } = assessment;
  const until = status === 'refused' ? undefined : assessment.until;
  const lapsedAt = status === 'met' ? undefined : before?.status === 'met' ? since : before?.lapsedAt;
  return {
    status,
    ...(until === undefined ? {} : { until }),
    since,
    ...(lapsedAt === undefined ? {} : { lapsedAt }),
    said: saidOf(assessment),
  };
}
