import type { HumanCommand } from '../case/commands.js';
import { type Decision, type Refusal, record, refuse } from '../case/decision.js';
import type { CaseEvent } from '../case/events.js';
import type { Actor, Role } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { unlessRole } from '../people/named.js';
import { own } from '../record.js';
import { say } from '../say.js';
import { HOUR_MS, type Instant, MINUTE_MS, plusMs, toMs } from '../time.js';
import { authorityNoticeHours, vendorNoticeHours } from './hours.js';
import {
  INCIDENT_CLOCKS,
  type Incident,
  type IncidentStep,
  isDone,
  NOTICE_ITEMS,
  rolesFor,
  STOPS,
  stepsLeft,
  stepsOf,
} from './incident.js';

export type IncidentCommand = Extract<
  HumanCommand,
  { type: 'ReportIncident' | 'RecordIncidentStep' | 'CloseIncident' }
>;
type Report = Extract<IncidentCommand, { type: 'ReportIncident' }>;
type Step = Extract<IncidentCommand, { type: 'RecordIncidentStep' }>;
type Recorded = Extract<CaseEvent, { type: 'IncidentStepRecorded' }>;

const REPORTERS: Role[] = ['vendor-contact', 'security', 'privacy', 'procurement'];

/** Decides what is reported of an incident or a drill. */
export function decideIncident(state: CaseState, command: IncidentCommand, actor: Actor, now: Instant): Decision {
  if (command.type === 'ReportIncident') return report(state, command, actor, now);
  const incident = own(state.incidents, command.incident);
  if (incident === undefined)
    return refuse('UnknownIncident', say('incidents.unknown', { incident: command.incident }));
  if (command.type === 'RecordIncidentStep') return recordStep(state, incident, command, actor, now);
  const denied = unlessRole(state, actor, ['security', 'privacy', 'legal']);
  if (denied) return denied;
  if (incident.closedAt !== undefined)
    return refuse('IncidentNotOpen', say('incidents.closed', { incident: incident.id }));
  const left = stepsLeft(incident);
  if (left.length > 0)
    return refuse('IncidentNotOpen', say('incidents.steps-left', { incident: incident.id, steps: left }));
  const minutes = Object.fromEntries(stepsOf(incident).map((s) => [s, incident.steps[s]?.minutes ?? 0]));
  return record({ type: 'IncidentClosed', incident: incident.id, drill: incident.drill, minutes });
}

const minutesBetween = (from: Instant, to: Instant): number => Math.floor((toMs(to) - toMs(from)) / MINUTE_MS);

const inFuture = (at: Instant, now: Instant): Refusal | undefined =>
  toMs(at) > toMs(now) ? refuse('TimeOutOfRange', say('incidents.in-future', { at })) : undefined;

/** A report by the vendor is its notice to the client, so the client is aware at the latest then. */
function report(state: CaseState, command: Report, actor: Actor, now: Instant): Decision {
  const { incident: id, drill, what, personalData, vendorAwareAt = now } = command;
  const clientAwareAt = command.clientAwareAt ?? now;
  const fault = unlessRole(state, actor, REPORTERS) ?? inFuture(vendorAwareAt, now) ?? inFuture(clientAwareAt, now);
  if (fault) return fault;
  if (own(state.incidents, id) !== undefined) return refuse('DuplicateId', say('incidents.id-taken', { incident: id }));
  const clock = (from: Instant, hours: number) => ({ from, due: plusMs(from, hours * HOUR_MS) });
  const clocks = {
    'vendor-notice': clock(vendorAwareAt, vendorNoticeHours(state)),
    ...(personalData ? { 'authority-notice': clock(clientAwareAt, authorityNoticeHours(state)) } : {}),
  };
  const reportedBy = { person: actor.personId, role: actor.role };
  const told = { id, drill, what, personalData, reportedBy, reportedAt: now, vendorAwareAt, clientAwareAt, clocks };
  const events: CaseEvent[] = [{ type: 'IncidentReported', incident: told }];
  if (actor.role === 'vendor-contact') {
    // Word of it that reached the client before is when the vendor told it.
    const at = toMs(clientAwareAt) < toMs(vendorAwareAt) ? vendorAwareAt : clientAwareAt;
    events.push(
      timed({ ...told, steps: {} }, { type: 'IncidentStepRecorded', incident: id, step: 'notify-client', at }),
    );
  }
  return record(...events);
}

/** The fact with the minutes since awareness, and those after the end of the step's clock. */
function timed(incident: Incident, fact: Omit<Recorded, 'minutes' | 'lateMinutes'>): Recorded {
  const { step, at } = fact;
  const from = step === 'contain' || step === 'notify-client' ? incident.vendorAwareAt : incident.clientAwareAt;
  const clock = INCIDENT_CLOCKS.find((c) => STOPS[c] === step);
  const due = clock === undefined ? undefined : incident.clocks[clock]?.due;
  const late = due === undefined ? 0 : minutesBetween(due, at);
  return { ...fact, minutes: Math.max(0, minutesBetween(from, at)), ...(late > 0 ? { lateMinutes: late } : {}) };
}

function recordStep(state: CaseState, incident: Incident, command: Step, actor: Actor, now: Instant): Decision {
  const { step, at = now, link, hash, grounds, items } = command;
  const fault =
    unlessRole(state, actor, rolesFor(incident, step)) ??
    stepFault(incident, step) ??
    inFuture(at, now) ??
    beforeAwareness(incident, step, at) ??
    supportFault(incident, command);
  if (fault) return fault;
  return record(
    timed(incident, {
      type: 'IncidentStepRecorded',
      incident: incident.id,
      step,
      at,
      ...(link === undefined ? {} : { link }),
      ...(hash === undefined ? {} : { hash }),
      ...(grounds === undefined ? {} : { grounds }),
      ...(items === undefined ? {} : { items }),
    }),
  );
}

function stepFault(incident: Incident, step: IncidentStep): Refusal | undefined {
  if (incident.closedAt !== undefined)
    return refuse('IncidentNotOpen', say('incidents.closed', { incident: incident.id }));
  if (!stepsOf(incident).includes(step))
    return refuse('IncidentNotOpen', say('incidents.step-not-needed', { incident: incident.id, step }));
  if (isDone(incident, step))
    return refuse('IncidentNotOpen', say('incidents.step-done', { incident: incident.id, step }));
  return undefined;
}

function beforeAwareness(incident: Incident, step: IncidentStep, at: Instant): Refusal | undefined {
  const first =
    toMs(incident.vendorAwareAt) < toMs(incident.clientAwareAt) ? incident.vendorAwareAt : incident.clientAwareAt;
  return toMs(at) < toMs(first)
    ? refuse('TimeOutOfRange', say('incidents.before-awareness', { incident: incident.id, step, at, first }))
    : undefined;
}

const WITH_GROUNDS: readonly IncidentStep[] = ['notify-authority', 'notify-subjects'];

/** A step rests on evidence; to tell nobody rests on grounds, and those on the assessment of the risk. */
function supportFault(incident: Incident, { step, link, hash, grounds, items }: Step): Refusal | undefined {
  if (grounds !== undefined) {
    if (!WITH_GROUNDS.includes(step))
      return refuse('StepNotSupported', say('incidents.grounds-not-accepted', { step }));
    if (!isDone(incident, 'assess-risk')) return refuse('StepNotSupported', say('incidents.assess-first', { step }));
    return undefined;
  }
  if (link === undefined && hash === undefined)
    return refuse('StepNotSupported', say('incidents.no-evidence', { step }));
  if (step === 'notify-authority' && (items === undefined || items.length === 0))
    return refuse('StepNotSupported', say('incidents.no-notice-items', { items: NOTICE_ITEMS }));
  return undefined;
}
