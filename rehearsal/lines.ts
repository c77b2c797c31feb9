import type { CaseEvent } from '../domain/case/events.js';
import { OUTCOME_WORDS } from '../domain/lifecycle/words.js';
import { wordsOf } from '../presentation/words/words.js';
import { accessLine } from './accessLines.js';
import { lineAfterwards } from './afterwards.js';
import { assessed, type Mark } from './assessed.js';
import { incidentLine } from './incidentLines.js';

/** Names of people by id. */
export type Names = Record<string, string>;

/** One line of the story for a fact of the ledger; undefined for facts that only the ledger needs. */
export function lineOf(
  event: CaseEvent,
  names: Names,
  titleOf: (task: string) => string,
): { mark: Mark; text: string } | undefined {
  const name = (id: string): string => names[id] ?? id;
  const lease = (id: string): string => `${name(id.slice(0, id.indexOf('/')))} → ${id.slice(id.indexOf('/') + 1)}`;
  const key = (k: string): string => k.replace(/p-[a-z0-9]{16}/g, name).replace(/[{]person:([^}]+)[}]/g, '$1');
  switch (event.type) {
    case 'CaseOpened':
      return { mark: 'note', text: `The case of ${event.intake.vendor.name} is open: ${event.intake.title}` };
    case 'StageCompleted':
      return { mark: 'good', text: `GATE  ${event.stage} is open` };
    case 'StageReopened':
      return { mark: 'bad', text: `GATE  ${event.stage} is shut again: ${event.reason}` };
    case 'ApprovalRequested':
      return {
        mark: 'wait',
        text: `${key(event.approval.id)} waits for ${event.approval.deciders.map((d) => d.role).join(event.approval.rule === 'any' ? ' or ' : ' and ')}`,
      };
    case 'ApprovalRejected':
      return { mark: 'bad', text: `${key(event.approval)} is rejected: ${event.reason}` };
    case 'ApprovalReturned':
      return { mark: 'wait', text: `${key(event.approval)} is returned: ${event.questions}` };
    case 'ApprovalVoided':
      return { mark: 'bad', text: `${key(event.approval)} is void: ${event.reason}` };
    case 'ApprovalEscalated':
      return { mark: 'wait', text: `${key(event.approval)} is escalated to ${event.to}` };
    case 'ControlAssessed':
      return assessed(event, key);
    case 'PaperCameIntoForce':
      return { mark: 'good', text: `PAPER ${event.paper} is in force` };
    case 'PaperReused':
      return { mark: 'note', text: `PAPER ${event.paper.id} is taken over from ${event.source.caseId}` };
    case 'PaperExpired':
      return { mark: 'bad', text: `PAPER ${event.paper} has expired` };
    case 'PaperRevoked':
      return { mark: 'bad', text: `PAPER ${event.paper} is revoked: ${event.reason}` };
    case 'PersonAccepted':
      return { mark: 'good', text: `${name(event.person)} is accepted` };
    case 'PersonLeft':
      return { mark: 'note', text: `${name(event.person)} has left` };
    case 'RedFlagRaised':
      return {
        mark: 'bad',
        text: `FLAG  ${event.flag}${event.person === undefined ? '' : ` on ${name(event.person)}`}: ${key(wordsOf(event.reason))}`,
      };
    case 'RedFlagCleared':
      return { mark: 'good', text: `FLAG  ${key(event.key)} is cleared` };
    case 'RemedyLapsed':
      return { mark: 'bad', text: `FLAG  the remedy of ${key(event.key)} has lapsed` };
    case 'ControlWaived':
      return { mark: 'note', text: `${key(event.key)} is waived until ${event.until.slice(0, 10)}: ${event.reason}` };
    case 'WaiverEnded':
      return { mark: 'bad', text: `The waiver of ${key(event.key)} has ended` };
    case 'AccessOpened':
    case 'AccessEnded':
    case 'AccessWithdrawn':
    case 'AbsenceProven':
    case 'AccessFoundAfterEnd':
    case 'AccessFailed':
    case 'ManualChangeAttested':
    case 'ManualAccessVerified':
      return accessLine(event, lease);
    case 'RepositorySurveyed':
      return event.unknownAccounts.length === 0
        ? undefined
        : {
            mark: 'bad',
            text: `ACCESS unknown accounts on ${event.repository}: ${event.unknownAccounts.map(name).join(', ')}`,
          };
    case 'TaskBecameLate':
      return { mark: 'bad', text: `LATE  ${titleOf(event.task)}` };
    case 'MeetingMissed':
      return { mark: 'bad', text: `MEETING ${event.meeting} of ${event.day} was missed` };
    case 'ReadingRecorded':
      return {
        mark: event.missed ? 'bad' : 'good',
        text: `KPI   ${event.kpi}: ${event.value}${event.missed ? ', misses its target' : ''}`,
      };
    case 'InvoiceRecorded':
      return {
        mark: 'note',
        text: `${event.month} is billed at USD ${event.billedUsd} for ${event.engineers} engineers`,
      };
    case 'LapseWarned':
      return { mark: 'wait', text: `${key(event.what)} will lapse on ${event.at.slice(0, 10)}` };
    case 'IncidentReported':
    case 'IncidentStepRecorded':
    case 'IncidentClockReminded':
    case 'IncidentDutyLate':
    case 'IncidentClosed':
      return incidentLine(event);
    case 'TurnPassed':
      return {
        mark: 'wait',
        text:
          event.to === 'nobody'
            ? 'Nobody is waited for'
            : `It is the turn of ${event.to === 'both' ? 'both sides' : `the ${event.to}`}`,
      };
    case 'DecisionRefused':
      return { mark: 'bad', text: `REFUSED ${event.command}: ${wordsOf(event.said)}` };
    case 'ScopeChanged':
      return { mark: 'note', text: `The scope is changed: ${event.reason}` };
    case 'PlanRecompiled':
      return { mark: 'note', text: 'The plan is compiled again, under the same policy' };
    case 'CasePaused':
      return { mark: 'wait', text: `The case is paused: ${event.reason}` };
    case 'CaseResumed':
      return { mark: 'good', text: `The case goes on: ${event.reason}` };
    case 'CaseClosing':
      return {
        mark: 'note',
        text: `The case is closing. ${OUTCOME_WORDS[event.outcome ?? 'completed']}: ${event.reason}`,
      };
    case 'CaseClosed':
      return { mark: 'note', text: 'The case is closed' };
    default:
      return lineAfterwards(event, name, lease);
  }
}
