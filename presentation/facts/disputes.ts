import type { CaseEvent } from '../../domain/case/events.js';
import { dayText, instantText } from '../words/dates.js';
import { amount } from '../words/figures.js';
import type { Reader } from '../words/fill.js';
import type { Narrators } from './fact.js';
import { controlText } from './names.js';

type DisputeFact = 'DisputeRaised' | 'DisputeAnswered';
type Thing = Pick<Extract<CaseEvent, { type: DisputeFact }>, 'about' | 'of' | 'when'>;

/** What is disputed: a reading with its time, or a missed meeting with its day. */
export const disputedText = ({ about, of, when }: Thing, { zone }: Reader): string =>
  about === 'reading'
    ? `the reading of ${of} from ${instantText(when, zone)}`
    : `${controlText(of)} of ${dayText(when)}, recorded as missed`;

const aboutOf = ({ about, of }: Thing) => (about === 'reading' ? { kpi: of } : { control: of });

/** Facts of disputes. */
export const DISPUTES: Narrators<DisputeFact> = {
  DisputeRaised: ({ dispute, value, reason, ...thing }, reader) => ({
    kind: 'dispute',
    mark: 'wait',
    text: `${dispute} raised: ${disputedText(thing, reader)}${value === undefined ? '' : `, ${value}`}`,
    why: reason,
    about: { dispute, ...aboutOf(thing) },
  }),
  DisputeAnswered: ({ dispute, answer, reason, value, missed, attendees, alone, ...thing }, reader) => ({
    kind: 'dispute',
    mark: answer === 'correct' ? 'good' : 'note',
    text: `${dispute} answered: ${disputedText(thing, reader)}, ${
      answer === 'uphold'
        ? 'stands'
        : value === undefined
          ? `was held with ${amount(attendees ?? 0, 'attendee')}`
          : `is corrected to ${value}, target ${missed ? 'missed' : 'reached'}`
    }`,
    why: alone ? `${reason.replace(/\.$/, '')}. Answered by whoever recorded it: the case names nobody else` : reason,
    about: { dispute, ...aboutOf(thing) },
  }),
};
