import type { Coverage } from '../../contract/report.js';
import type { CaseEvent, RecordedEvent } from '../../domain/case/events.js';
import type { Plan, PlannedControl, StageId } from '../../domain/case/plan.js';
import type { PersonId } from '../../domain/case/roles.js';
import type { CaseState } from '../../domain/case/state.js';
import { endOfDay, startOfDay } from '../../domain/clocks/businessTime.js';
import { subjectKey } from '../../domain/controls/control.js';
import { CONTROLS } from '../../domain/controls/index.js';
import { type Day, earliest, toMs } from '../../domain/time.js';
import { accessWindows } from './access.js';
import { both, howMuch, type Interval, joined } from './intervals.js';

/** Ends and begins an interval: what a fact says of one matter; undefined when it says nothing of it. */
type Reading = { holds: true; by: string[]; until?: string } | { holds: false };

/** The intervals in which a matter held, as its facts say one after the other. */
function intervalsOf(rows: RecordedEvent[], read: (event: CaseEvent, at: string) => Reading | undefined): Interval[] {
  const intervals: Interval[] = [];
  for (const { at, event } of rows) {
    const said = read(event, at);
    if (said === undefined) continue;
    const last = intervals.at(-1);
    if (last !== undefined) last.until = earliest([last.until, at]);
    if (said.holds) intervals.push({ from: at, until: said.until, by: said.by });
  }
  return intervals;
}

/** When a control was met or waived, for the case or for the person. */
function controlIntervals(rows: RecordedEvent[], id: string, person?: PersonId): Interval[] {
  const key = subjectKey(id, person);
  const met = intervalsOf(rows, (event) => {
    if (event.type !== 'ControlAssessed' || event.key !== key) return undefined;
    const { assessment } = event;
    return assessment.status === 'met'
      ? { holds: true, by: assessment.restsOn, until: assessment.until }
      : { holds: false };
  });
  if (CONTROLS[id]?.locked) return met;
  const waived = [key, id].flatMap((waivedKey) =>
    intervalsOf(rows, (event) => {
      if (event.type === 'ControlWaived' && event.key === waivedKey)
        return { holds: true, by: [`waiver:${waivedKey}@${event.until}`], until: event.until };
      return event.type === 'WaiverEnded' && event.key === waivedKey ? { holds: false } : undefined;
    }),
  );
  return joined([...met, ...waived]);
}

const onRoster = (rows: RecordedEvent[], person: PersonId): Interval[] => {
  let lastInstant: string | undefined;
  return intervalsOf(rows, (event) => {
    if (!('person' in event) || event.person !== person) return undefined;
    if (event.type === 'PersonAccepted') return { holds: true, by: [`roster:${person}`] };
    if (event.type === 'DepartureRecorded') lastInstant = event.lastInstant;
    if (event.type === 'DepartureRecorded') return { holds: true, by: [`roster:${person}`], until: lastInstant };
    return event.type === 'PersonLeft' || event.type === 'PersonRejected' ? { holds: false } : undefined;
  });
};

const gateIntervals = (rows: RecordedEvent[], stage: StageId): Interval[] => {
  let content = '';
  return intervalsOf(rows, (event) => {
    if (event.type === 'ApprovalCompleted' && event.approval === `gate:${stage}`) content = `@${event.contentHash}`;
    if (event.type === 'StageCompleted' && event.stage === stage)
      return { holds: true, by: [`gate:${stage}${content}`] };
    return event.type === 'StageReopened' && event.stage === stage ? { holds: false } : undefined;
  });
};

/** Controls that repository access of a person rests on, alternatives of one path together. */
function requirements(plan: Plan): PlannedControl[][] {
  const groups = new Map<string, PlannedControl[]>();
  for (const control of Object.values(plan.controls)) {
    const { binding, applies, id, path } = control;
    const holds = binding.kind === 'gate' ? binding.holds : [];
    const perPerson = CONTROLS[id]?.subject === 'person' && binding.kind === 'gate';
    if (!applies || !(perPerson || holds.includes('repo') || holds.includes('work'))) continue;
    groups.set(path ?? id, [...(groups.get(path ?? id) ?? []), control]);
  }
  return [...groups.values()];
}

const planAt = (rows: RecordedEvent[], fallback: Plan): Plan =>
  rows.reduce(
    (plan, { event }) => (event.type === 'CaseOpened' || event.type === 'PlanRecompiled' ? event.plan : plan),
    fallback,
  );

/**
 * Whether a person was covered on a day of the client's calendar, and by what, from the trail alone.
 *
 * Covered: on the roster, every control that repository access rests on met or waived, and their gates open, all at once.
 */
export function coverageOf(state: CaseState, rows: RecordedEvent[], person: PersonId, day: Day): Coverage {
  const from = startOfDay(state.calendars.client, day);
  const until = endOfDay(state.calendars.client, day);
  const within: Interval = { from, until, by: [] };
  const before = rows.filter(({ at }) => toMs(at) < toMs(until));
  const groups = requirements(planAt(before, state.plan));
  const stages = [...new Set(groups.flat().map((control) => control.stage))];
  const needed = [
    { id: 'roster', title: 'Accepted on the roster', intervals: onRoster(before, person) },
    ...groups.map((group) => ({
      id: group.map((control) => control.id).join(' or '),
      title: group.map((control) => CONTROLS[control.id]?.title ?? control.id).join(', or: '),
      intervals: joined(
        group.flatMap(({ id }) =>
          controlIntervals(before, id, CONTROLS[id]?.subject === 'person' ? person : undefined),
        ),
      ),
    })),
    ...stages.map((stage) => ({
      id: `gate:${stage}`,
      title: `Gate of ${stage} open`,
      intervals: gateIntervals(before, stage),
    })),
  ];
  const all = needed.reduce((so, { intervals }) => both(so, joined(intervals)), [within]);
  return {
    person,
    day,
    from,
    until,
    covered: howMuch(within, all),
    intervals: joined(all).map((interval) => ({ from: interval.from, until: interval.until ?? until })),
    requirements: needed.map(({ id, title, intervals }) => ({
      id,
      title,
      held: howMuch(within, intervals),
      intervals: intervals.filter((interval) => both([within], [interval]).length > 0),
    })),
    access: accessWindows(rows, { zone: state.intake.client.timeZone }).filter(
      (window) =>
        window.person === person &&
        toMs(window.grantedAt ?? window.endedAt ?? until) < toMs(until) &&
        toMs(window.withdrawnAt ?? until) >= toMs(from),
    ),
  };
}
