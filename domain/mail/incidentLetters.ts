import type { CaseEvent } from '../case/events.js';
import type { PersonId, Role } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { type Incident, rolesFor, STEP_WORDS, STOPS } from '../incidents/incident.js';
import { namedFor } from '../people/named.js';
import { incidentTitle } from '../tasks/incidentTasks.js';
import { step } from '../tasks/task.js';
import type { Draft } from './queued.js';

export type IncidentLetterEvent = Extract<
  CaseEvent,
  { type: 'IncidentReported' | 'IncidentClockReminded' | 'IncidentDutyLate' | 'IncidentClosed' }
>;

/** Who is told of an incident: both sides; of a drill that the client opened, the client's people alone. */
function told(state: CaseState, { drill, reportedBy }: Incident, more: Role[] = []): PersonId[] {
  const outside: Role[] = drill && reportedBy.role !== 'vendor-contact' ? [] : ['vendor-contact'];
  return [
    ...outside,
    'security' as const,
    'privacy' as const,
    'legal' as const,
    'procurement' as const,
    ...more,
  ].flatMap((role) => namedFor(state, role));
}

/** Letters about an incident; those of a drill say DRILL in the first word. */
export function incidentLetters(state: CaseState, event: IncidentLetterEvent): Draft[] {
  const incident = state.incidents?.[event.type === 'IncidentReported' ? event.incident.id : event.incident];
  if (incident === undefined) return [];
  const title = incidentTitle(incident);
  const how = [step(`incident show ${state.caseId} ${incident.id}`)];
  const draft = (
    to: PersonId[],
    template: Draft['template'],
    subject: string,
    why: string,
    byWhen?: string,
  ): Draft => ({
    to,
    template,
    letter: { subject, what: `${subject}.`, why, how, ...(byWhen === undefined ? {} : { byWhen }) },
  });
  const tail = incident.drill ? ' This is a drill: nobody outside is told.' : '';
  switch (event.type) {
    case 'IncidentReported':
      return [
        draft(
          told(state, incident),
          'notice',
          `${title} is reported`,
          `${incident.personalData ? 'It touches personal data, so the hours of GDPR Art. 33 run.' : 'It touches no personal data.'}${tail}`,
          incident.clocks['authority-notice']?.due ?? incident.clocks['vendor-notice']?.due,
        ),
      ];
    case 'IncidentClockReminded': {
      const [role = 'security'] = rolesFor(incident, STOPS[event.clock]);
      const subject = `${title}: ${event.percent} % of the time is over to ${STEP_WORDS[STOPS[event.clock]]}`;
      return [
        draft(
          namedFor(state, role),
          'reminder',
          subject,
          `The hours run through nights and weekends.${tail}`,
          event.due,
        ),
      ];
    }
    case 'IncidentDutyLate': {
      const subject = `${title}: the time is over to ${STEP_WORDS[STOPS[event.clock]]}`;
      const why = `It is on the record as late. It still has to be done, with the reasons for the delay (GDPR Art. 33(1)).${tail}`;
      return [draft(told(state, incident, ['executive']), 'escalation', subject, why, event.due)];
    }
    case 'IncidentClosed':
      return [draft(told(state, incident), 'notice', `${title} is closed`, `Every step is done or grounded.${tail}`)];
    default: {
      const never: never = event;
      return never;
    }
  }
}
