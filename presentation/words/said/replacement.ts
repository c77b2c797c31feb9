import type { Template } from '../fill.js';

/** Of replacing people. */
export const replacement: Record<string, Template> = {
  'replacement.not-in-plan': 'RP-1 is not in force in this case, so no replacement can be requested.',
  'replacement.leaver-rejected': '{person:person} was rejected and cannot be replaced.',
  'replacement.already-requested': 'A replacement for {person:person} is already requested.',
  'replacement.for-cause-no-last-day': 'For cause, access ends at once. Leave the last day out.',
  'replacement.last-day-out-of-range': 'The last day must be between today and {latest:day}, the end of the overlap.',
  'replacement.unknown': 'Replacement request {replacement} not found in this case.',
  'replacement.ended': 'Replacement request {replacement} is already fulfilled or withdrawn.',
  'replacement.ended-propose-without':
    'Replacement request {replacement} is already fulfilled or withdrawn. Propose the person without it.',
  'replacement.no-handover-due':
    '{replacement} is not waiting for a handover. A handover is due once the joiner has started.',
  'replacement.handover-day': 'The day of the handover must be between {first:day} and {today:day}.',
  'replacement.no-topics': 'Name at least one topic of the handover.',
  'replacement.overlap-ends': 'The joiner has started and the overlap ends on {latest:day}. Name a day up to then.',
  'replacement.candidate-is-leaver': '{person:person} is the one leaving in {replacement}. Propose someone else.',
  'replacement.overlap-over': 'The overlap of {replacement} is over: its joiner has started.',
};
