import type { CaseView, EngineerView } from '../../contract/caseView.js';
import type { ControlView } from '../../contract/parts.js';
import { openRequests } from '../../domain/accessRequests/request.js';
import { ownerOfMeeting, sideOfMeeting } from '../../domain/cadence/owner.js';
import { type Actor, type PersonId, sideOf } from '../../domain/case/roles.js';
import type { CaseState } from '../../domain/case/state.js';
import { disputeOn, meetingRef } from '../../domain/disputes/disputes.js';
import { outcomeOf } from '../../domain/lifecycle/outcome.js';
import { clientPeople, namedFor } from '../../domain/people/named.js';
import { rolesMissing } from '../../domain/people/roles.js';
import { menderOf, refusingPeople } from '../../domain/tasks/addressTasks.js';
import { wantedTasks } from '../../domain/tasks/wanted.js';
import { type Instant, toMs } from '../../domain/time.js';
import type { Head } from '../../evidence/ledger.js';
import { actionView } from '../actions/actionView.js';
import { policyView } from '../plan/policyView.js';
import type { Reader } from '../words/fill.js';
import { wordsOf, wordsOfAll } from '../words/words.js';
import { accountViews, outsideChangeViews } from './accounts.js';
import { recertificationView, replacementViews } from './afterwards.js';
import { disputeViews, firstDayViews, milestoneViews } from './agreements.js';
import { approvalView } from './approvals.js';
import { attributionView } from './attribution.js';
import { controlViews } from './controls.js';
import { decidedRequests } from './decidedRequests.js';
import { holding } from './gates.js';
import { incidentViews } from './incidents.js';
import { leaseViews } from './leases.js';
import { leftBehindViews } from './leftBehind.js';

function stageViews(state: CaseState, controls: ControlView[]): CaseView['stages'] {
  return state.plan.stages.map((stage) => {
    const doneAt = state.stagesDone[stage.id];
    const waitsFor = stage.after.filter((before) => state.stagesDone[before] === undefined);
    return {
      id: stage.id,
      status: doneAt !== undefined ? 'done' : waitsFor.length > 0 ? 'waiting' : 'running',
      doneAt,
      waitsFor,
      deciders: stage.deciders,
      notBeforeDay: stage.notBeforeDay,
      openControls: holding(state, stage.id, controls).map((c) => c.key),
      approval: state.approvals[`gate:${stage.id}`]?.id,
    };
  });
}

const inTime = <T>(items: T[], at: (item: T) => Instant): T[] => items.sort((a, b) => toMs(at(a)) - toMs(at(b)));

/** What the store knows of people beside the record: logins, and what other cases were told. */
export type ToldOfPeople = Record<PersonId, Pick<CaseView['people'][number], 'accounts' | 'known'>>;

const peopleViews = (state: CaseState, told: ToldOfPeople): CaseView['people'] =>
  Object.values(state.people).map(({ id, account, details, ...person }) => ({
    person: id,
    ...person,
    ...told[id],
    accepted: person.status === 'accepted' && account === details,
  }));

/** Tasks with why they are there and what to do about them, as the rules tell it now. */
function taskViews(state: CaseState, now: Instant, reader: Reader): CaseView['tasks'] {
  const wanted = new Map(wantedTasks(state, now).map((task) => [task.id, task]));
  return Object.values(state.tasks).map(({ what, ...task }) => {
    const { why = [], actions = [] } = wanted.get(task.id) ?? {};
    return {
      ...task,
      title: wordsOf(what, reader),
      why: wordsOfAll(why, reader).join(' '),
      actions: actions.map((action) => actionView(action, state.caseId, reader)),
    };
  });
}

function undeliveredView(state: CaseState, now: Instant): CaseView['undelivered'] {
  const refusing = refusingPeople(state, now);
  if (refusing.length === 0) return undefined;
  return { refusing, nobodyReached: refusing.some(({ person }) => menderOf(state, person, now) === undefined) };
}

/** Everything about a case that the people of the client and the vendor's contact see; names are added by the caller. */
export function caseViewOf(
  state: CaseState,
  head: Head,
  actor: Actor,
  now: Instant,
  told: ToldOfPeople = {},
): Omit<CaseView, 'names'> {
  const zone = state.calendars[sideOf(actor.role)].timeZone;
  const reader = { zone };
  const controls = controlViews(state, now, reader);
  const { intake, plan } = state;
  const { name, country, timeZone } = intake.vendor;
  const [contact = intake.vendor.contact] = namedFor(state, 'vendor-contact');
  const people = Object.entries(clientPeople(state)).map(([role, ids]) => [role, ids] as const);
  return {
    caseId: state.caseId,
    title: intake.title,
    status: state.status,
    closedReason: state.closedReason,
    closedOutcome: outcomeOf(state),
    pause: state.pause,
    startDate: intake.startDate,
    openedAt: state.openedAt,
    openedBy: state.openedBy,
    asOf: now,
    zone,
    head,
    vendor: { name, country, timeZone, contact },
    client: { name: intake.client.name, timeZone: intake.client.timeZone, people: Object.fromEntries(people) },
    missingRoles: rolesMissing(state),
    nominations: state.nominations ?? [],
    model: { ...plan.model, reasons: wordsOfAll(plan.model.reasons, reader) },
    policy: policyView(state),
    planHash: plan.hash,
    replanning: state.replan !== undefined,
    resources: intake.resources.map(({ provider, kind, id, personalData, owner }) => ({
      provider,
      kind,
      id,
      personalData,
      ...(owner !== undefined && { owner }),
    })),
    profiles: Object.keys(plan.profiles),
    data: { classes: intake.data.classes, euPersonalData: intake.data.euPersonalData },
    stages: stageViews(state, controls),
    approvals: inTime(Object.values(state.approvals), ({ askedAt }) => askedAt).map((approval) =>
      approvalView(state, approval, actor, now),
    ),
    delegations: state.delegations,
    controls,
    people: peopleViews(state, told),
    papers: Object.values(state.papers),
    leases: leaseViews(state, now),
    accounts: accountViews(state),
    outsideChanges: outsideChangeViews(state),
    leftBehind: leftBehindViews(state),
    replacements: replacementViews(state, now),
    recertification: recertificationView(state),
    flags: Object.entries(state.flags).map(([key, flag]) => ({ key, ...flag, reason: wordsOf(flag.reason, reader) })),
    tasks: inTime(taskViews(state, now, reader), ({ due, openedAt }) => due ?? openedAt),
    incidents: incidentViews(state),
    meetings: state.meetings.map((meeting) => ({
      ...meeting,
      owner: ownerOfMeeting(plan.meetings, meeting.id),
      side: sideOfMeeting(plan.meetings, meeting.id),
      disputed: disputeOn(state, meetingRef(meeting.id, meeting.day))?.id,
    })),
    attendance: state.attendance,
    readings: state.readings.map(({ ref = '', ...reading }) => ({ ...reading, disputed: disputeOn(state, ref)?.id })),
    milestones: milestoneViews(state),
    firstDays: firstDayViews(state),
    disputes: disputeViews(state),
    attribution: attributionView(state, now),
    lettersWaiting: Object.keys(state.letters).length,
    undelivered: undeliveredView(state, now),
  };
}

/** What one engineer sees of a case: nothing that is not about them. Undefined when the roster does not hold them. */
export function engineerViewOf(
  state: CaseState,
  personId: string,
  now: Instant,
  told: ToldOfPeople = {},
): Omit<EngineerView, 'names'> | undefined {
  const you = peopleViews(state, told).find((member) => member.person === personId);
  if (you === undefined) return undefined;
  const zone = state.calendars.vendor.timeZone;
  return {
    caseId: state.caseId,
    title: state.intake.title,
    status: state.status,
    vendor: { name: state.intake.vendor.name },
    client: { name: state.intake.client.name },
    zone,
    you,
    papers: Object.values(state.papers).filter((p) => p.person === personId || p.signers.includes(personId)),
    tasks: taskViews(state, now, { zone })
      .filter((task) => task.assignees.includes(personId))
      .map((task) => ({ ...task, assignees: [personId] })),
    profiles: Object.keys(state.plan.profiles),
    requests: openRequests(state).flatMap(({ access: { person, resource, profile, task, askedBy }, due }) =>
      person === personId ? [{ resource, profile, task, askedBy, due }] : [],
    ),
    decided: decidedRequests(state, personId),
    leases: leaseViews(state, now).filter((lease) => lease.person === personId),
  };
}
