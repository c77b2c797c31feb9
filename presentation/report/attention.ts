import type { Report } from '../../contract/report.js';
import { amount, duration, time, type Voice, whoseMiss } from './words.js';

/** What whoever reads the report should look at first, one sentence each. */
export function attention(report: Report, { name, say }: Voice): string[] {
  const { verification } = report.ledger;
  const late = report.clocks.tasks.filter((task) => task.closedAt === undefined && task.lateByMs > 0);
  return [
    ...(verification.ok ? [] : [`The ledger does not verify: it is broken at entry ${verification.brokenSeq}.`]),
    ...(verification.ok && !verification.stateMatches ? ['The state of the case is not the fold of its ledger.'] : []),
    ...report.flags
      .filter((flag) => flag.status === 'open')
      .map((flag) => `Red flag ${say(flag.key)} is open since ${time(flag.raisedAt)}: ${say(flag.reason)}`),
    ...report.controls
      .filter((control) => control.status === 'refused')
      .map((control) => `${say(control.key)} is refused: ${say(control.missing[0] ?? '')}`),
    ...report.controls
      .filter((control) => control.status === 'waived')
      .map((control) => `${say(control.key)} stands on a waiver until ${time(control.until)}.`),
    ...report.access
      .filter(
        (window) => window.endedAt !== undefined && window.openedAt !== undefined && window.withdrawnAt === undefined,
      )
      .map(
        (w) => `Access of ${name(w.person)} to ${w.resource} ended ${time(w.endedAt)} and is not proven absent yet.`,
      ),
    ...report.access
      .filter((window) => window.foundAfterEnd > 0)
      .map((w) => `Access of ${name(w.person)} to ${w.resource} was found again after its end.`),
    ...late.map(
      (task) => `Late by ${duration(task.lateByMs)}: ${say(task.title)} (${task.assignees.map(name).join(', ')}).`,
    ),
    ...report.clocks.cadence
      .filter((meeting) => meeting.missed > 0)
      .map(
        (meeting) =>
          `${meeting.meeting} was missed ${amount(meeting.missed, 'time')} of ${meeting.due}; whose miss: ${whoseMiss(meeting)}.`,
      ),
    ...report.kpis
      .filter((kpi) => kpi.misses > 0)
      .map((kpi) => `${kpi.kpi} missed its target in ${amount(kpi.misses, 'reading')} of ${kpi.readings.length}.`),
  ];
}
