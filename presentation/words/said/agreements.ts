import type { Template } from '../fill.js';

/** Of milestones, first days and disputes. */
export const agreements: Record<string, Template> = {
  'milestones.unknown': 'Milestone {milestone} not found in this case.',
  'milestones.wrong-state': '{milestone} is {status}, which does not allow this.',
  'milestones.not-yours': '{person:person} or an engineering manager accepts this milestone.',
  'milestones.other-delivery': 'Delivery {delivery} is the current one. Look at it before you answer.',
  'milestones.answer-first': 'The other side asks for {due:day} for {milestone}. Agree or decline first.',
  'milestones.no-move': 'Nobody asks for another day for {milestone}.',
  'milestones.own-move': 'Your side asked for this day, so the other side answers.',
  'milestones.other-day': 'The day asked for is {due:day}. Answer that one.',
  'milestones.same-day': 'The milestone is already due on {due:day}.',
  'milestones.past-day': 'Name a day from {today:day} on.',

  'first-days.none': 'No first day of {person:person} is expected, or it is already confirmed.',
  'first-days.too-early': 'The day lies before the case was opened. Name one from {first:day} on.',
  'first-days.announced': 'The first day of {person:person} is already announced for {day:day}.',
  'first-days.refused': 'The client has said that {person:person} was not there on {day:day}. Announce another day.',
  'first-days.ahead': '{day:day} is still to come. Confirm it once the day is there.',
  'first-days.other-day': 'The vendor announced {day:day}. Confirm or refuse that day.',
  'first-days.not-announced': 'Nothing is announced for {person:person}, so there is nothing to refuse.',

  'disputes.nothing':
    'No reading or missed meeting of “{of}” can be disputed. A dispute is raised within {days#day} of the record.',
  'disputes.already': '{dispute} about the same is still open.',
  'disputes.too-often': 'The same can be disputed {limit#time} at most.',
  'disputes.nothing-new': 'This was answered before. Name evidence that was not named then.',
  'disputes.unknown': 'Dispute {dispute} not found in this case.',
  'disputes.answered': '{dispute} is already answered.',
  'disputes.own-record': 'You recorded what is disputed, so somebody else answers: {people:people}.',
  'disputes.uphold-alone': 'To uphold the record, give a reason and nothing else.',
  'disputes.meeting-needs': 'To correct a missed meeting, give the attendees and the notes, and no value.',
  'disputes.reading-needs': 'To correct a reading, give a value other than {value}, and nothing about a meeting.',
  'disputes.kpi-gone': '{kpi} is no longer agreed, so a corrected value has no target. Uphold the reading.',
};
