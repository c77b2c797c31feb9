import { ownersOf } from '../accessRequests/owner.js';
import type { CaseEvent } from '../case/events.js';
import { CLIENT_ROLES, type PersonId, type Role } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { parseSubjectKey } from '../controls/control.js';
import { isHitSaid } from '../controls/evaluation/screening.js';
import { CONTROLS } from '../controls/index.js';
import { type Incident, rolesFor, STOPS } from '../incidents/incident.js';
import { namedFor } from '../people/named.js';
import { own } from '../record.js';

const TEAM: Role[] = ['procurement', 'vendor-contact', 'engineering-manager', 'security'];

const named = (state: CaseState, ...roles: Role[]): PersonId[] => roles.flatMap((role) => namedFor(state, role));

/** Who is told of a fact by a letter; nobody of most. */
export function toldOf(state: CaseState, event: CaseEvent): PersonId[] {
  switch (event.type) {
    case 'RedFlagRaised':
      return named(state, 'procurement', 'executive');
    case 'AccessRequestApproved':
      return [...named(state, 'vendor-contact'), event.person, ...askersOf(state, event.approval)];
    case 'AccessRequestEnded':
      return [
        ...named(state, 'vendor-contact'),
        event.person,
        event.askedBy,
        // Of a request that the asker took back its owner has nothing more to do.
        ...(event.how === 'withdrawn' ? [] : ownersOf(state, event.resource).people),
      ];
    case 'ApprovalRejected': {
      const access = own(state.approvals, event.approval)?.access;
      return access === undefined ? [] : [...named(state, 'vendor-contact'), access.person, access.askedBy];
    }
    case 'ApprovalVoided':
      return event.was === 'approved' ? named(state, 'legal', 'executive', 'procurement') : [];
    case 'ControlAssessed':
      if (isAdverse(state, event)) return named(state, 'legal', 'executive', 'procurement', 'security');
      return isHit(event) ? named(state, 'legal', 'executive') : [];
    case 'LapseWarned': {
      const { controlId } = parseSubjectKey(event.what);
      return named(state, state.plan.controls[controlId]?.owner ?? 'procurement', 'procurement');
    }
    case 'AccessOpened':
    case 'AccessEnded':
    case 'AccessFoundAfterEnd': {
      const lease = state.leases[event.lease];
      return lease === undefined ? [] : [...named(state, 'engineering-manager', 'security'), lease.person];
    }
    case 'InvitationEnded': {
      const lease = own(state.leases, event.lease);
      return lease === undefined ? [] : [...named(state, 'vendor-contact'), lease.person];
    }
    case 'AccessFoundWithoutGrant':
      return [...named(state, 'engineering-manager', 'security'), event.person];
    case 'AccountDeclared':
      // Nobody hides alone that somebody of the vendor's keeps an account.
      return event.is !== 'vendor' && own(state.people, event.person) !== undefined
        ? named(state, 'engineering-manager', 'security')
        : [];
    case 'LeftBehindAnswered':
      // Nobody alone lets a way in stay unseen.
      return event.is === 'stays' ? named(state, 'engineering-manager', 'security') : [];
    case 'ReplacementRequested':
    case 'ReplacementSlaBreached':
    case 'ReplacementFulfilled':
    case 'ReplacementWithdrawn':
      return named(state, 'engineering-manager', 'procurement', 'vendor-contact');
    case 'MilestonesAgreed':
    case 'MilestoneAccepted':
    case 'MilestoneReturned':
    case 'MilestoneMoved':
    case 'MilestoneLate':
      return named(state, 'engineering-manager', 'procurement', 'vendor-contact');
    case 'MilestoneMoveDeclined':
      return named(state, 'engineering-manager', 'vendor-contact');
    case 'FirstDayConfirmed':
    case 'FirstDayRefused':
      return named(state, 'vendor-contact');
    case 'FirstDayLate':
      return named(state, 'engineering-manager', 'procurement', 'vendor-contact');
    case 'DisputeAnswered':
      return [...named(state, 'vendor-contact'), ...(state.disputes?.[event.dispute]?.recordedBy ?? [])];
    case 'CasePaused':
    case 'CaseResumed':
      return named(state, ...TEAM, 'executive');
    case 'AccessStopped':
      return [...named(state, ...TEAM, 'executive'), ...(event.scope === 'person' ? [event.person] : [])];
    case 'StopLifted':
      return named(state, ...TEAM, 'executive');
    case 'ScopeChanged':
    case 'PolicyApproved':
      return named(state, ...TEAM, 'legal', 'privacy');
    case 'PersonCorrected':
      return [event.person, ...watching(state, event)];
    case 'RoleNominated':
      return [event.person];
    case 'RoleTaken':
      return [
        ...named(state, ...TEAM, 'executive'),
        event.person,
        ...(event.replaces === undefined ? [] : [event.replaces]),
      ];
    case 'RoleEnded':
      return [...named(state, 'procurement', 'executive', 'security'), event.person];
    case 'DelegationEnded':
      return event.reason === undefined ? [] : [event.from, event.to];
    case 'CaseClosing':
      return named(state, 'procurement', 'vendor-contact', 'security');
    default:
      return toldOfIncident(state, event);
  }
}

/** Whoever asked for the access of an approval. */
const askersOf = (state: CaseState, approval: string): PersonId[] => {
  const access = own(state.approvals, approval)?.access;
  return access === undefined ? [] : [access.askedBy];
};

/** Who else hears of what was put right: a login or an address decides who gets in, so nobody changes one unseen. */
function watching(
  state: CaseState,
  { person, changed, details }: Extract<CaseEvent, { type: 'PersonCorrected' }>,
): PersonId[] {
  if (details === undefined && !changed.includes('email')) return [];
  const ofClient = CLIENT_ROLES.some((role) => namedFor(state, role).includes(person));
  return named(state, ofClient ? 'executive' : 'engineering-manager', 'security');
}

/** Adverse news about what holds an open gate without being decided at it: a screening with a hit. */
function isAdverse(state: CaseState, { key, assessment }: Extract<CaseEvent, { type: 'ControlAssessed' }>): boolean {
  const { controlId } = parseSubjectKey(key);
  const planned = state.plan.controls[controlId];
  return (
    assessment.status === 'refused' &&
    CONTROLS[controlId]?.renewed === true &&
    planned?.binding.kind === 'gate' &&
    state.stagesDone[planned.stage] !== undefined
  );
}

/** A hit on a sanctions list, also before anything was agreed with the vendor. */
const isHit = ({ assessment }: Extract<CaseEvent, { type: 'ControlAssessed' }>): boolean =>
  assessment.status === 'refused' && assessment.reasons.some(isHitSaid);

function toldOfIncident(state: CaseState, event: CaseEvent): PersonId[] {
  switch (event.type) {
    case 'IncidentReported':
      return bothSides(state, event.incident);
    case 'IncidentAmended':
    case 'IncidentClockReminded':
    case 'IncidentDutyLate':
    case 'IncidentClosed': {
      const incident = state.incidents?.[event.incident];
      if (incident === undefined) return [];
      if (event.type === 'IncidentClosed' || event.type === 'IncidentAmended') return bothSides(state, incident);
      if (event.type === 'IncidentDutyLate') return [...bothSides(state, incident), ...named(state, 'executive')];
      const [role = 'security'] = rolesFor(incident, STOPS[event.clock]);
      return named(state, role);
    }
    default:
      return [];
  }
}

/** Both sides; of a drill that the client opened, the client's people alone. */
function bothSides(state: CaseState, { drill, reportedBy }: Pick<Incident, 'drill' | 'reportedBy'>): PersonId[] {
  const outside: Role[] = drill && reportedBy.role !== 'vendor-contact' ? [] : ['vendor-contact'];
  return named(state, ...outside, 'security', 'privacy', 'legal', 'procurement');
}
