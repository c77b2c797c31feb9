import type { HumanCommand } from '../case/commands.js';
import { type Decision, type Refusal, record, refuse } from '../case/decision.js';
import type { CaseEvent } from '../case/events.js';
import { type Actor, type Role, sideOf } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { unlessRole } from '../people/named.js';
import { own } from '../record.js';
import { say } from '../say.js';
import { earliest, HOUR_MS, type Instant, MINUTE_MS, plusMs, toMs } from '../time.js';
import { authorityNoticeHours, controllerNoticeHours, vendorNoticeHours } from './hours.js';
import {
  INCIDENT_CLOCKS,
  type Incident,
  type IncidentClock,
  type IncidentStep,
  isDone,
  NOTICE_ITEMS,
  rolesFor,
  type Side,
  STOPS,
  stepsLeft,
  stepsOf,
} from './incident.js';

export type IncidentCommand = Extract<
  HumanCommand,
  { type: 'ReportIncident' | 'AmendIncident' | 'RecordIncidentStep' | 'CloseIncident' }
>;
type Report = Extract<IncidentCommand, { type: 'ReportIncident' }>;
type Amend = Extract<IncidentCommand, { type: 'AmendIncident' }>;
type Step = Extract<IncidentCommand, { type: 'RecordIncidentStep' }>;
type Recorded = Extract<CaseEvent, { type: 'IncidentStepRecorded' }>;

const REPORTERS: Role[] = ['vendor-contact', 'security', 'privacy', 'procurement'];

/** Decides what is reported of an incident or a drill. */
export function decideIncident(state: CaseState, command: IncidentCommand, actor: Actor, now: Instant): Decision {
  if (command.type === 'ReportIncident') return report(state, command, actor, now);
  const incident = own(state.incidents, command.incident);
  if (incident === undefined)
    return refuse('UnknownIncident', say('incidents.unknown', { incident: command.incident }));
  if (command.type === 'AmendIncident') return amend(state, incident, command, actor, now);
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

/** The clocks of an incident, from what each side's awareness is taken to be; what was said of a running one stays said. */
function clocksFor(
  state: CaseState,
  { personalData, processor, vendorAwareAt, clientAwareAt }: Omit<Incident, 'clocks' | 'steps'>,
  before: Incident['clocks'] = {},
): Incident['clocks'] {
  const clock = (id: IncidentClock, from: Instant, hours: number) => ({
    [id]: { ...before[id], from, due: plusMs(from, hours * HOUR_MS) },
  });
  // Personal data that are recognised later start the client's clock then.
  const outside = (id: IncidentClock, hours: number) =>
    before[id] === undefined || toMs(clientAwareAt) < toMs(before[id].from)
      ? clock(id, clientAwareAt, hours)
      : { [id]: before[id] };
  return {
    ...clock('vendor-notice', vendorAwareAt, vendorNoticeHours(state)),
    ...(!personalData
      ? {}
      : processor
        ? outside('controller-notice', controllerNoticeHours(state))
        : outside('authority-notice', authorityNoticeHours(state))),
  };
}

/** A report tells the other side, which is aware at the latest then. What the reporter says of the other side's awareness is a claim. */
function report(state: CaseState, command: Report, actor: Actor, now: Instant): Decision {
  const { incident: id, drill, what, personalData } = command;
  const [side, other] = sidesOf(actor);
  const said = { vendor: command.vendorAwareAt, client: command.clientAwareAt };
  const fault =
    unlessRole(state, actor, REPORTERS) ?? inFuture(said.vendor ?? now, now) ?? inFuture(said.client ?? now, now);
  if (fault) return fault;
  if (own(state.incidents, id) !== undefined) return refuse('DuplicateId', say('incidents.id-taken', { incident: id }));
  const aware = { [other]: now, [side]: said[side] ?? now };
  const claim = said[other];
  const { vendor: vendorAwareAt = now, client: clientAwareAt = now } = aware;
  const told = {
    id,
    drill,
    what,
    personalData,
    ...(state.intake.data.roles?.client === 'processor' ? { processor: true as const } : {}),
    reportedBy: { person: actor.personId, role: actor.role },
    reportedAt: now,
    vendorAwareAt,
    clientAwareAt,
    ...(claim === undefined ? {} : { claimed: { [other]: claim } }),
    stated: { [side]: said[side] ?? now },
  };
  const incident = { ...told, clocks: clocksFor(state, told) };
  const events: CaseEvent[] = [{ type: 'IncidentReported', incident }];
  // The vendor's report is its notice to the client.
  if (side === 'vendor')
    events.push(
      timed({ ...incident, steps: {} }, { type: 'IncidentStepRecorded', incident: id, step: 'notify-client', at: now }),
    );
  return record(...events);
}

/** The sender's own side, and the other one. */
const sidesOf = ({ role }: Actor): [Side, Side] =>
  sideOf(role) === 'vendor' ? ['vendor', 'client'] : ['client', 'vendor'];

/** What is learnt later. A side dates its own awareness, never to its own good: the earliest that was said of it and that it disputes counts. */
function amend(state: CaseState, incident: Incident, command: Amend, actor: Actor, now: Instant): Decision {
  const { awareAt, personalData } = command;
  const fault = unlessRole(state, actor, [...REPORTERS, 'legal']) ?? inFuture(awareAt ?? now, now);
  if (fault) return fault;
  const recognised = personalData === true && !incident.personalData;
  if (awareAt === undefined && !recognised)
    return refuse('IncidentNotOpen', say('incidents.nothing-new', { incident: incident.id }));
  const [side] = sidesOf(actor);
  const claim = incident.claimed?.[side];
  const disputed = awareAt !== undefined && claim !== undefined && claim !== awareAt;
  const before = { vendor: incident.vendorAwareAt, client: incident.clientAwareAt };
  const dated =
    awareAt === undefined ? before[side] : (earliest([before[side], awareAt, disputed ? claim : undefined]) ?? now);
  const aware = { ...before, [side]: dated };
  const personal = incident.personalData || recognised;
  const { vendor: vendorAwareAt, client: clientAwareAt } = aware;
  // The hours that personal data start run from when they were recognised, unless the client says that it knew before.
  const from = recognised && (side === 'vendor' || awareAt === undefined) ? now : clientAwareAt;
  const clocks = clocksFor(
    state,
    { ...incident, personalData: personal, vendorAwareAt, clientAwareAt: recognised ? from : clientAwareAt },
    incident.clocks,
  );
  return record({
    type: 'IncidentAmended',
    incident: incident.id,
    side,
    ...(awareAt === undefined ? {} : { awareAt }),
    ...(recognised ? { personalData: true } : {}),
    ...(disputed ? { disputed } : {}),
    vendorAwareAt,
    clientAwareAt,
    clocks,
  });
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
