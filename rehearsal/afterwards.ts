import type { CaseEvent } from '../domain/case/events.js';
import type { Mark } from './assessed.js';

type Line = { mark: Mark; text: string };

/** Lines of the story about replacements and recertification; undefined for other facts. */
export function lineAfterwards(
  event: CaseEvent,
  name: (id: string) => string,
  lease: (id: string) => string,
): Line | undefined {
  switch (event.type) {
    case 'ReplacementRequested':
      return {
        mark: 'wait',
        text: `REPLACE ${name(event.person)} is to be replaced${event.forCause ? ' for cause' : ''} before ${event.due}: ${event.reason}`,
      };
    case 'ReplacementSlaBreached':
      return { mark: 'bad', text: `REPLACE ${event.replacement} is late; a credit grows with each business day` };
    case 'ReplacementFulfilled':
      return {
        mark: event.daysLate === 0 ? 'good' : 'bad',
        text: `REPLACE ${name(event.joiner)} may start after ${event.businessDays} business days, ${event.daysLate} late, credit ${event.creditPercent} %`,
      };
    case 'ReplacementWithdrawn':
      return { mark: 'note', text: `REPLACE ${event.replacement} is withdrawn: ${event.reason}` };
    case 'HandoverRecorded':
      return { mark: 'good', text: `REPLACE ${event.replacement} was handed over on ${event.form.day}` };
    case 'RecertificationOpened':
      return {
        mark: 'wait',
        text: `ACCESS round ${event.round}: ${event.leases.length} to be confirmed until ${event.deadline.slice(0, 10)}`,
      };
    case 'AccessRecertified':
      return { mark: 'good', text: `ACCESS ${lease(event.lease)}: ${event.decision}, ${event.reason}` };
    case 'RecertificationLapsed':
      return { mark: 'bad', text: `ACCESS ${lease(event.lease)} was confirmed by nobody` };
    default:
      return undefined;
  }
}
