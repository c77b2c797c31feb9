import type { Report } from '../../contract/report.js';
import { disputedText } from '../facts/disputes.js';
import { type Block, type Cell, type Section, section } from '../page/page.js';
import { dayText } from '../words/dates.js';
import type { Voice } from '../words/voice.js';

const late = (text: string, since: string | undefined): Cell =>
  since === undefined ? text : { text, more: ['late'], tone: 'bad' };

const milestonesTable = ({ milestones }: Report, voice: Voice): Block => ({
  kind: 'table',
  columns: [
    { title: 'Milestone' },
    { title: 'Due' },
    { title: 'Status' },
    { title: 'Accepted by' },
    { title: 'Notes' },
  ],
  rows: milestones.map(({ id, title, acceptance, due, status, acceptedBy, lateSince, delivered, returned, move }) => [
    { text: `${id}: ${voice.say(title)}`, more: [voice.say(acceptance)] },
    late(dayText(due), lateSince),
    status,
    voice.name(acceptedBy),
    {
      text: delivered === undefined ? '' : `Delivered ${voice.at(delivered.at)}: ${voice.say(delivered.evidence)}`,
      more: [
        ...(returned === undefined ? [] : [`Returned ${voice.at(returned.at)}: ${voice.say(returned.reason)}`]),
        ...(move === undefined ? [] : [`The ${move.by} asks for ${dayText(move.due)}: ${voice.say(move.reason)}`]),
      ],
    },
  ]),
});

const firstDaysTable = ({ firstDays }: Report, voice: Voice): Block => ({
  kind: 'table',
  columns: [{ title: 'Person' }, { title: 'Managed by' }, { title: 'Due' }, { title: 'Status' }],
  rows: firstDays.map(({ person, manager, due, status, announced, confirmed, lateSince }) => [
    voice.name(person),
    voice.name(manager),
    late(dayText(due), lateSince),
    confirmed !== undefined
      ? `confirmed for ${dayText(confirmed.day)} by ${voice.name(confirmed.by)}`
      : announced !== undefined
        ? `announced for ${dayText(announced.day)}, not confirmed`
        : status,
  ]),
});

const disputesTable = ({ disputes }: Report, voice: Voice): Block => ({
  kind: 'table',
  columns: [{ title: 'Dispute' }, { title: 'About' }, { title: 'Raised', kind: 'when' }, { title: 'Answer' }],
  rows: disputes.map(({ id, value, reason, evidence, raisedAt, due, answered, ...thing }) => [
    id,
    {
      text: `${disputedText(thing, { zone: voice.zone })}${value === undefined ? '' : `, ${value}`}`,
      more: [voice.say(reason), ...(evidence === undefined ? [] : [voice.say(evidence)])],
    },
    voice.at(raisedAt),
    answered === undefined
      ? { text: `due ${voice.due(due)}`, tone: 'wait' }
      : {
          text: answered.answer === 'uphold' ? 'the record stands' : 'corrected',
          more: [
            ...(answered.value === undefined ? [] : [`to ${answered.value}`]),
            `${voice.name(answered.by)}: ${voice.say(answered.reason)}`,
          ],
        },
  ]),
});

/** Milestones, first days and disputes, each where the case has any. */
export const agreementSections = (report: Report, voice: Voice): Section[] => [
  ...(report.milestones.length === 0 ? [] : section('milestones', 'Milestones', [milestonesTable(report, voice)])),
  ...(report.firstDays.length === 0 ? [] : section('first-days', 'First days', [firstDaysTable(report, voice)])),
  ...(report.disputes.length === 0 ? [] : section('disputes', 'Disputes', [disputesTable(report, voice)])),
];
