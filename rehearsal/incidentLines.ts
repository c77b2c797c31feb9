import type { IncidentEvent } from '../domain/incidents/evolve.js';
import type { Mark } from './assessed.js';

const CLOCKS = {
  'vendor-notice': "the vendor's notice to the client",
  'authority-notice': 'the notice to the authority',
};

/** One line of the story for a fact of an incident or a drill. */
export function incidentLine(event: IncidentEvent): { mark: Mark; text: string } {
  switch (event.type) {
    case 'IncidentReported': {
      const { id, drill, what, personalData } = event.incident;
      const data = personalData ? 'personal data' : 'no personal data';
      return { mark: 'bad', text: `${drill ? 'DRILL' : 'INCIDENT'} ${id} is reported: ${what}, ${data}` };
    }
    case 'IncidentStepRecorded': {
      const late = event.lateMinutes === undefined ? '' : `, ${event.lateMinutes} min late`;
      const how = event.grounds === undefined ? `after ${event.minutes} min${late}` : `not needed: ${event.grounds}`;
      return { mark: late === '' ? 'good' : 'bad', text: `INCIDENT ${event.incident}: ${event.step} ${how}` };
    }
    case 'IncidentClockReminded':
      return { mark: 'wait', text: `INCIDENT ${event.incident}: ${event.percent} % of ${CLOCKS[event.clock]} is over` };
    case 'IncidentDutyLate':
      return { mark: 'bad', text: `LATE  INCIDENT ${event.incident}: ${CLOCKS[event.clock]} was due ${event.due}` };
    case 'IncidentClosed': {
      const minutes = Object.entries(event.minutes).map(([step, m]) => `${step} ${m} min`);
      return {
        mark: 'note',
        text: `${event.drill ? 'DRILL' : 'INCIDENT'} ${event.incident} is closed: ${minutes.join(', ')}`,
      };
    }
    default: {
      const never: never = event;
      return never;
    }
  }
}
