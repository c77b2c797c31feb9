import type { IncidentView } from '../../contract/incident.js';
import { amount, time, type Voice } from './words.js';

/** One incident or drill as the page shows it: every step with the minutes that it took. */
export const incidentLine = (incident: IncidentView, { name }: Voice) => ({
  heading: `${incident.drill ? 'Drill' : 'Incident'} ${incident.id}: ${incident.what.replace('-', ' ')}`,
  about: `Reported ${time(incident.reportedAt)} by ${name(incident.reportedBy)}; vendor aware ${time(incident.vendorAwareAt)}, client aware ${time(incident.clientAwareAt)}; ${incident.personalData ? 'personal data' : 'no personal data'}; ${incident.closedAt === undefined ? 'open' : `closed ${time(incident.closedAt)}`}.`,
  clocks: incident.clocks.map(
    (c) =>
      `${c.clock === 'vendor-notice' ? 'The vendor tells the client' : 'The client tells the authority'}: due ${time(c.due)}, ${c.stoppedAt === undefined ? 'not yet done' : `done ${time(c.stoppedAt)}`}${c.late ? ', late' : ''}.`,
  ),
  steps: incident.steps.map((s) => ({
    step: s.step.replaceAll('-', ' '),
    state: s.done ? (s.grounded ? 'not needed, grounds given' : 'done') : 'open',
    at: time(s.at),
    by: s.by === undefined ? '' : name(s.by),
    after: s.minutes === undefined ? '' : amount(s.minutes, 'minute'),
    late: s.lateMinutes === undefined ? '' : amount(s.lateMinutes, 'minute'),
  })),
});

/** The part of the page about incidents and drills; nothing while there was none. */
export const incidentsTemplate = `
{{#each incidents}}<h3>{{heading}}</h3><p>{{about}}</p><ul class="plain">{{#each clocks}}<li>{{this}}</li>{{/each}}</ul>
<table><caption>Minutes count from the awareness of whoever had to act; the hours of the law run through nights, weekends and holidays.</caption>
<thead><tr><th scope="col">Step</th><th scope="col">State</th><th scope="col">Done</th><th scope="col">By</th><th scope="col" class="num">After</th><th scope="col" class="num">Late by</th></tr></thead>
<tbody>{{#each steps}}<tr><th scope="row">{{step}}</th><td>{{state}}</td><td class="when">{{at}}</td><td>{{by}}</td><td class="num">{{after}}</td><td class="num">{{late}}</td></tr>{{/each}}</tbody></table>{{/each}}`;
