import { MINUTE_MS } from '../../domain/time.js';
import { instantText } from '../words/dates.js';
import { amount, duration } from '../words/figures.js';
import type { Narrators } from './fact.js';
import { spaced } from './names.js';
import { incidentStepText } from './taskText.js';

type IncidentFact =
  | 'IncidentReported'
  | 'IncidentAmended'
  | 'IncidentStepRecorded'
  | 'IncidentClockReminded'
  | 'IncidentDutyLate'
  | 'IncidentClosed';

const CLOCKS = {
  'vendor-notice': 'the vendor’s notice to the client',
  'controller-notice': 'the client’s notice to its controller',
  'authority-notice': 'the notice to the authority',
};

const spent = (minutes: number): string => (minutes === 0 ? '0 min' : duration(minutes * MINUTE_MS));

/** Facts of incidents and drills. */
export const INCIDENTS: Narrators<IncidentFact> = {
  IncidentReported: ({ incident: { id, drill, what, personalData } }) => ({
    kind: 'incident',
    mark: drill ? 'note' : 'bad',
    text: `${drill ? 'Drill' : 'Incident'} ${id} reported: ${spaced(what)}, ${personalData ? 'personal data' : 'no personal data'}`,
    about: { incident: id },
  }),
  IncidentAmended: ({ incident, side, awareAt, personalData, disputed }, { zone }) => ({
    kind: 'incident',
    mark: personalData || disputed ? 'bad' : 'note',
    text: [
      ...(personalData ? [`${incident}: personal data are concerned`] : []),
      ...(awareAt === undefined ? [] : [`${incident}: the ${side} became aware ${instantText(awareAt, zone)}`]),
      ...(disputed ? ['the other side says otherwise, and the earlier counts'] : []),
    ].join('; '),
    about: { incident },
  }),
  IncidentStepRecorded: ({ incident, step, minutes, lateMinutes, grounds, link }) => ({
    kind: 'incident',
    mark: lateMinutes === undefined ? 'good' : 'bad',
    text:
      grounds === undefined
        ? `${incident}: ${incidentStepText(step)}, done after ${spent(minutes)}${lateMinutes === undefined ? '' : `, ${spent(lateMinutes)} late`}`
        : `${incident}: ${incidentStepText(step)}, not required`,
    why: grounds ?? link,
    about: { incident },
  }),
  IncidentClockReminded: ({ incident, clock, percent, due }, { zone }) => ({
    kind: 'incident',
    mark: 'wait',
    text: `${incident}: ${percent} % of the time for ${CLOCKS[clock]} is over, due ${instantText(due, zone)}`,
    about: { incident },
  }),
  IncidentDutyLate: ({ incident, clock, due }, { zone }) => ({
    kind: 'incident',
    mark: 'bad',
    text: `${incident}: ${CLOCKS[clock]} is late, was due ${instantText(due, zone)}`,
    about: { incident },
  }),
  IncidentClosed: ({ incident, drill, minutes }) => ({
    kind: 'incident',
    mark: 'note',
    text: `${drill ? 'Drill' : 'Incident'} ${incident} closed after ${amount(Object.keys(minutes).length, 'step')}`,
    why: Object.entries(minutes)
      .map(([step, after]) => `${spaced(step)} ${spent(after)}`)
      .join(', '),
    about: { incident },
  }),
};
