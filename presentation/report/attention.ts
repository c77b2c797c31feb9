import type { Report } from '../../contract/report.js';
import { controlText, spaced } from '../facts/names.js';
import type { Tone } from '../page/page.js';
import { dayText } from '../words/dates.js';
import { amount, duration } from '../words/figures.js';
import { placeText } from '../words/places.js';
import type { Voice } from '../words/voice.js';
import { lastOf } from './lastReading.js';
import { missedBy } from './meetings.js';
import { whoHas } from './tasks.js';

/** One point that needs attention. */
export type Point = { tone: Extract<Tone, 'bad' | 'wait'>; text: string };

const bad = (text: string): Point => ({ tone: 'bad', text });
const wait = (text: string): Point => ({ tone: 'wait', text });

function ledger({ ledger: { verification } }: Report): Point[] {
  if (!verification.ok) return [bad(`The ledger does not verify: it is broken at entry ${verification.brokenSeq}.`)];
  return verification.stateMatches ? [] : [bad('The state of the case does not match its ledger.')];
}

const flags = ({ flags: all }: Report, { say, day }: Voice): Point[] =>
  all
    .filter(({ status }) => status === 'open')
    .map(({ key, raisedAt, reason }) =>
      bad(`Red flag ${say(controlText(key))}, open since ${day(raisedAt)}: ${say(reason)}`),
    );

function controls({ controls: all }: Report, { say, end }: Voice): Point[] {
  const refused = all.filter(({ status }) => status === 'refused');
  const waived = all.filter(({ status }) => status === 'waived');
  return [
    ...refused.map(({ key, missing }) => bad(`Refused: ${say(controlText(key))}. ${say(missing[0] ?? '')}`)),
    ...waived.map(({ key, until }) =>
      wait(`Waived${until === undefined ? '' : ` until ${end(until)}`}: ${say(controlText(key))}.`),
    ),
  ];
}

const access = ({ access: all }: Report, { name, day }: Voice): Point[] =>
  all.flatMap(({ person, resource, openedAt, endedAt, withdrawnAt, foundAfterEnd }) => [
    ...(endedAt !== undefined && openedAt !== undefined && withdrawnAt === undefined
      ? [bad(`Access of ${name(person)} to ${placeText(resource)} ended ${day(endedAt)} and is not proven absent yet.`)]
      : []),
    ...(foundAfterEnd > 0
      ? [bad(`Access of ${name(person)} to ${placeText(resource)} was found again after its end.`)]
      : []),
  ]);

/* A drill is no danger. */
const incidents = ({ incidents: all }: Report, { day }: Voice): Point[] =>
  all
    .filter(({ drill, closedAt }) => !drill && closedAt === undefined)
    .map(({ id, what, reportedAt }) => bad(`Incident ${id} (${spaced(what)}), open since ${day(reportedAt)}.`));

const lateTasks = ({ clocks }: Report, voice: Voice): Point[] =>
  clocks.tasks
    .filter(({ closedAt, lateByMs }) => closedAt === undefined && lateByMs > 0)
    .map((task) =>
      bad(`Late by ${duration(task.lateByMs)}: ${voice.say(task.title)} (${whoHas(task, voice).join(', ')}).`),
    );

const agreements = ({ status, milestones, firstDays, disputes }: Report, { say, name, due }: Voice): Point[] =>
  status === 'closed'
    ? []
    : [
        ...milestones
          .filter((m) => m.lateSince !== undefined && m.status !== 'accepted')
          .map((m) => bad(`Milestone ${say(m.title)} is late: it was due ${dayText(m.due)}.`)),
        ...firstDays
          .filter((f) => f.lateSince !== undefined && f.confirmed === undefined)
          .map((f) => bad(`The first day of ${name(f.person)} is late.`)),
        ...disputes
          .filter(({ answered }) => answered === undefined)
          .map((d) => wait(`${d.id} waits for an answer, due ${due(d.due)}.`)),
      ];

/* Of a closed case these are history: nobody can do anything about them. */
function misses({ status, clocks, kpis }: Report): Point[] {
  if (status === 'closed') return [];
  return [
    ...clocks.cadence
      .filter(({ missed }) => missed > 0)
      .map((one) => wait(`${one.title} missed ${amount(one.missed, 'time')} of ${one.due}, by ${missedBy(one)}.`)),
    ...kpis
      .filter((kpi) => lastOf(kpi)?.missed === true)
      .map(({ kpi, misses, readings }) =>
        wait(`KPI ${kpi} missed its target in ${misses} of ${amount(readings.length, 'reading')}.`),
      ),
  ];
}

/** What needs attention, worst first. */
export const attentionOf = (report: Report, voice: Voice): Point[] =>
  [
    ledger(report),
    flags(report, voice),
    incidents(report, voice),
    controls(report, voice),
    access(report, voice),
    lateTasks(report, voice),
    agreements(report, voice),
    misses(report),
  ]
    .flat()
    .sort((a, b) => Number(b.tone === 'bad') - Number(a.tone === 'bad'));
