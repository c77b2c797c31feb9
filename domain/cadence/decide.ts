import type { HumanCommand } from '../case/commands.js';
import { type Decision, record, refuse } from '../case/decision.js';
import type { Actor } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { localDay, startOfDay } from '../clocks/businessTime.js';
import { agreedKpis } from '../controls/kpi/kpis.js';
import { unlessRole } from '../people/named.js';
import { say } from '../say.js';
import { type Instant, notAfter } from '../time.js';
import { isMissed } from './missed.js';

export type CadenceCommand = Extract<HumanCommand, { type: 'RecordMeeting' | 'RecordReading' }>;

/** Records that a meeting was held, or a KPI reading with its source (CA-2). */
export function decideCadence(state: CaseState, command: CadenceCommand, actor: Actor, now: Instant): Decision {
  const denied = unlessRole(state, actor, ['vendor-contact', 'engineering-manager', 'procurement', 'executive']);
  if (denied) return denied;
  if (command.type === 'RecordReading') return reading(state, command, now);
  const { meeting, day, attendees, notes } = command;
  if (!state.plan.meetings.some((b) => b.id === meeting))
    return refuse(
      'UnknownControl',
      say('cadence.unknown-meeting', { meeting, meetings: state.plan.meetings.map((m) => m.id) }),
    );
  const due = state.meetings.find((b) => b.id === meeting && b.day === day);
  if (due === undefined) return refuse('MeetingNotDue', say('cadence.not-due', { meeting, day }));
  if (due.status !== 'due')
    return refuse(
      'MeetingNotDue',
      say(due.status === 'held' ? 'cadence.already-held' : 'cadence.already-missed', { meeting, day }),
    );
  return record({ type: 'MeetingHeld', meeting, day, attendees, notes });
}

/** A reading of the day on which the case was opened counts, and one of the future does not. */
const inTime = ({ openedAt, calendars: { client } }: CaseState, readAt: Instant, now: Instant): boolean =>
  notAfter(readAt, now) && localDay(client, readAt) >= localDay(client, openedAt);

type RecordReading = Extract<CadenceCommand, { type: 'RecordReading' }>;

function reading(state: CaseState, command: RecordReading, now: Instant): Decision {
  const kpis = agreedKpis(state);
  const kpi = kpis.find((k) => k.name === command.kpi);
  if (kpi === undefined)
    return refuse(
      'UnknownKpi',
      say(kpis.length === 0 ? 'cadence.no-kpis' : 'cadence.unknown-kpi', {
        kpi: command.kpi,
        kpis: kpis.map((k) => k.name),
      }),
    );
  if (kpi.evalSetHash !== undefined && command.evalSetHash !== kpi.evalSetHash)
    return refuse('EvalSetDiffers', say('cadence.other-evaluation-set', { kpi: kpi.name, hash: kpi.evalSetHash }));
  const readAt = command.at?.length === 10 ? startOfDay(state.calendars.client, command.at) : command.at;
  if (readAt !== undefined && !inTime(state, readAt, now))
    return refuse('ReadingOutOfTime', say('cadence.reading-date', { opened: state.openedAt }));
  const { value, source, evalSetHash } = command;
  return record({
    type: 'ReadingRecorded',
    kpi: kpi.name,
    value,
    source,
    missed: isMissed(kpi, value),
    ...(readAt === undefined ? {} : { readAt }),
    ...(evalSetHash === undefined ? {} : { evalSetHash }),
  });
}
