import type { CaseEvent, RecordedEvent } from '../case/events.js';
import type { PersonId } from '../case/roles.js';
import type { CaseState, ControlStatus, Evidence } from '../case/state.js';
import { own, put, without } from '../record.js';
import type { Instant } from '../time.js';
import type { Assessment } from './assessment.js';
import { papersCitedBy } from './cited.js';
import { subjectKey } from './control.js';
import { hitsAfter } from './evaluation/hits.js';
import { fingerprintOf } from './fingerprint.js';
import type { JsonObject } from './form.js';
import { answersHashOf } from './formHash.js';

type ControlFact = Extract<
  CaseEvent,
  { type: 'EvidenceSubmitted' | 'EvidenceSucceeded' | 'UserEntityControlConfirmed' | 'ControlAssessed' }
>;

/** Applies what was supplied for a control, and how it stands. */
export function evolveControls(state: CaseState, event: ControlFact, { at, actor, seq }: RecordedEvent): CaseState {
  switch (event.type) {
    case 'EvidenceSubmitted':
      return supplied(
        withHits(withSupplier(state, event.control, event.form, actor.personId), event, actor.personId),
        event,
        {
          form: event.form,
          by: actor.personId,
          at,
          seq,
        },
      );
    case 'EvidenceSucceeded': {
      const successor = own(state.successors, event.key);
      if (successor === undefined) return state;
      return { ...withoutSuccessor(state, event.key), evidence: put(state.evidence, event.key, successor) };
    }
    case 'UserEntityControlConfirmed':
      return { ...state, userEntityControls: [...new Set([...(state.userEntityControls ?? []), event.key])] };
    case 'ControlAssessed':
      return {
        ...withLapse(state, event.key, event.assessment, at),
        controlStatus: put(
          state.controlStatus,
          event.key,
          statusOf(event.assessment, at, own(state.controlStatus, event.key)),
        ),
      };
    default: {
      const never: never = event;
      return never;
    }
  }
}

/** A successor stands beside what is in force; all else takes its place, and what is in force already, supplied again, ends the successor. */
function supplied(
  state: CaseState,
  { control, person, form, successor }: Extract<ControlFact, { type: 'EvidenceSubmitted' }>,
  evidence: Evidence,
): CaseState {
  const key = subjectKey(control, person);
  if (successor) return { ...state, successors: put(state.successors ?? {}, key, evidence) };
  const before = own(state.evidence, key);
  const same = before !== undefined && answersHashOf(before.form) === answersHashOf(form);
  const held = same ? secondedBy(before, evidence.by) : evidence;
  return { ...withoutSuccessor(state, key), evidence: put(state.evidence, key, held) };
}

const secondedBy = (evidence: Evidence, by: PersonId): Evidence =>
  by === evidence.by || evidence.seconded?.includes(by)
    ? evidence
    : { ...evidence, seconded: [...(evidence.seconded ?? []), by] };
/** What a screening found stays found until it is answered, whatever is supplied after it. */
function withHits(
  state: CaseState,
  { control, form }: Extract<ControlFact, { type: 'EvidenceSubmitted' }>,
  by: PersonId,
): CaseState {
  if (control !== 'SC-1') return state;
  const { hits: before = {}, ...rest } = state;
  const hits = hitsAfter(before, form, by);
  return Object.keys(hits).length === 0 ? rest : { ...rest, hits };
}

function withoutSuccessor(state: CaseState, key: string): CaseState {
  if (own(state.successors, key) === undefined) return state;
  const { successors, ...rest } = state;
  const left = without(successors ?? {}, key);
  return Object.keys(left).length === 0 ? rest : { ...rest, successors: left };
}

/** Whoever supplied any version since the last decision, or registered a document that it cites, does not decide on it (AU-2). */
function withSupplier(state: CaseState, control: string, form: JsonObject, by: PersonId): CaseState {
  const stage = own(state.plan.controls, control)?.stage;
  if (stage === undefined) return state;
  const registrars = papersCitedBy(control, form).flatMap((id) => own(state.papers, id)?.registeredBy ?? []);
  const people = [...new Set([...(own(state.suppliers, stage) ?? []), by, ...registrars])].sort();
  return { ...state, suppliers: { ...state.suppliers, [stage]: people } };
}

/** What was met and merely lacks something now has lapsed; adverse news and another answer that disagrees are no lapse, and whatever follows is none either. */
function withLapse(state: CaseState, key: string, assessment: Assessment, at: Instant): CaseState {
  const { status } = assessment;
  const before = own(state.lapsed, key);
  if (status !== 'open') return before === undefined ? state : { ...state, lapsed: without(state.lapsed ?? {}, key) };
  const lapses = own(state.controlStatus, key)?.status === 'met' && !assessment.disagrees;
  return lapses ? { ...state, lapsed: put(state.lapsed ?? {}, key, at) } : state;
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
