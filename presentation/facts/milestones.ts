import { dayText, endText } from '../words/dates.js';
import { amount } from '../words/figures.js';
import type { Narrators } from './fact.js';
import { personText } from './names.js';

type MilestoneFact =
  | 'MilestonesAgreed'
  | 'MilestoneDelivered'
  | 'MilestoneAccepted'
  | 'MilestoneReturned'
  | 'MilestoneMoveProposed'
  | 'MilestoneMoved'
  | 'MilestoneMoveDeclined'
  | 'MilestoneLate';

const STAYS = {
  delivered: 'it is delivered.',
  'one-sided':
    'the other side has not agreed. The vendor’s contact supplies the new terms, and the client approves them.',
};

/** Facts of milestones. */
export const MILESTONES: Narrators<MilestoneFact> = {
  MilestonesAgreed: ({ milestones, stays = [] }) => ({
    kind: 'milestone',
    mark: 'note',
    text: `${amount(milestones.length, 'milestone')} agreed`,
    why: [
      `${milestones.map(({ id, title, due }) => `${id} “${title}” by ${dayText(due)}`).join(', ')}.`,
      ...stays.map(({ milestone, because }) => `${milestone} stays as it was: ${STAYS[because]}`),
    ].join(' '),
    about: {},
  }),
  MilestoneDelivered: ({ milestone, evidence }) => ({
    kind: 'milestone',
    mark: 'wait',
    text: `Delivered: ${milestone}`,
    why: evidence,
    about: { milestone },
  }),
  MilestoneAccepted: ({ milestone, reason }) => ({
    kind: 'milestone',
    mark: 'good',
    text: `Accepted: ${milestone}`,
    why: reason,
    about: { milestone },
  }),
  MilestoneReturned: ({ milestone, reason }) => ({
    kind: 'milestone',
    mark: 'bad',
    text: `Returned: ${milestone}`,
    why: reason,
    about: { milestone },
  }),
  MilestoneMoveProposed: ({ milestone, due, by, reason }) => ({
    kind: 'milestone',
    mark: 'wait',
    text: `The ${by} asks for another day: ${milestone} by ${dayText(due)}`,
    why: reason,
    about: { milestone },
  }),
  MilestoneMoved: ({ milestone, due, from, reason }) => ({
    kind: 'milestone',
    mark: 'note',
    text: `Due day moved from ${dayText(from)} to ${dayText(due)}: ${milestone}`,
    why: reason,
    about: { milestone },
  }),
  MilestoneMoveDeclined: ({ milestone, due, reason }) => ({
    kind: 'milestone',
    mark: 'note',
    text: `Due day not moved to ${dayText(due)}: ${milestone}`,
    why: reason,
    about: { milestone },
  }),
  MilestoneLate: ({ milestone, due }, { zone }) => ({
    kind: 'milestone',
    mark: 'bad',
    text: `Late: ${milestone}, due before ${endText(due, zone)}`,
    about: { milestone },
  }),
};

type FirstDayFact = 'FirstDayAgreed' | 'FirstDayAnnounced' | 'FirstDayConfirmed' | 'FirstDayRefused' | 'FirstDayLate';

/** Facts of first days. */
export const FIRST_DAYS: Narrators<FirstDayFact> = {
  FirstDayAgreed: ({ person, manager, due }) => ({
    kind: 'person',
    mark: 'note',
    text: `First day of ${personText(person)} agreed: by ${dayText(due)}, managed by ${personText(manager)}`,
    about: { people: [person, manager] },
  }),
  FirstDayAnnounced: ({ person, day }) => ({
    kind: 'person',
    mark: 'wait',
    text: `First day of ${personText(person)} announced for ${dayText(day)}`,
    about: { people: [person] },
  }),
  FirstDayConfirmed: ({ person, day, daysLate, reason }) => ({
    kind: 'person',
    mark: daysLate === 0 ? 'good' : 'bad',
    text: `First day of ${personText(person)} confirmed for ${dayText(day)}${daysLate === 0 ? '' : `, ${amount(daysLate, 'day')} late`}`,
    why: reason,
    about: { people: [person] },
  }),
  FirstDayRefused: ({ person, day, reason }) => ({
    kind: 'person',
    mark: 'bad',
    text: `First day of ${personText(person)} not confirmed for ${dayText(day)}`,
    why: reason,
    about: { people: [person] },
  }),
  FirstDayLate: ({ person, side, due, insteadOf }, { zone }) => ({
    kind: 'person',
    mark: 'bad',
    text: `First day of ${personText(person)} is late, due before ${endText(due, zone)}`,
    why:
      insteadOf === undefined
        ? `The ${side} is waited for.`
        : `The miss is the ${side}’s, not the ${insteadOf}’s as recorded before.`,
    about: { people: [person] },
  }),
};
