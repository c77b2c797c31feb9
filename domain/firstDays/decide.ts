import type { HumanCommand } from '../case/commands.js';
import { type Decision, record, refuse } from '../case/decision.js';
import type { CaseEvent } from '../case/events.js';
import type { Actor } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { daysBetween, localDay } from '../clocks/businessTime.js';
import { unlessRole } from '../people/named.js';
import { say } from '../say.js';
import { type Instant, plusMs } from '../time.js';
import { isUnanswered, lateFrom, openFirstDays, sideMissing } from './clock.js';
import type { FirstDay } from './firstDay.js';

export type FirstDayCommand = Extract<HumanCommand, { type: 'AnnounceFirstDay' | 'AnswerFirstDay' }>;

/** Decides what is said of somebody's first day: the vendor announces it, and only the client confirms it. */
export function decideFirstDay(state: CaseState, command: FirstDayCommand, actor: Actor, now: Instant): Decision {
  const announces = command.type === 'AnnounceFirstDay';
  const denied = unlessRole(
    state,
    actor,
    announces ? ['vendor-contact'] : ['engineering-manager', 'in-house-engineer'],
  );
  if (denied) return denied;
  const { person, day } = command;
  const firstDay = openFirstDays(state).find((f) => f.person === person);
  if (firstDay === undefined) return refuse('FirstDayNotInState', say('first-days.none', { person }));
  const { client } = state.calendars;
  const first = localDay(client, state.openedAt);
  if (day < first) return refuse('TimeOutOfRange', say('first-days.too-early', { first }));
  const { announced, refusedDays = [] } = firstDay;
  if (announces && refusedDays.includes(day))
    return refuse('FirstDayNotInState', say('first-days.refused', { person, day }));
  if (announces)
    return announced?.day === day
      ? refuse('DuplicateId', say('first-days.announced', { person, day }))
      : record({ type: 'FirstDayAnnounced', person, day });
  if (day > localDay(client, now)) return refuse('TimeOutOfRange', say('first-days.ahead', { day }));
  if (announced !== undefined && announced.day !== day)
    return refuse('ContentChanged', say('first-days.other-day', { day: announced.day }));
  const { answer, reason } = command;
  if (answer === 'confirm') {
    const last = localDay(state.calendars.vendor, plusMs(lateFrom(state, firstDay), -1));
    const daysLate = Math.max(0, daysBetween(last, day));
    return record({ type: 'FirstDayConfirmed', person, day, daysLate, reason });
  }
  return announced === undefined
    ? refuse('FirstDayNotInState', say('first-days.not-announced', { person }))
    : record({ type: 'FirstDayRefused', person, day, reason }, ...judgedAnew(state, firstDay, now));
}

/** A miss that was the client's for its silence alone is judged once more when it says that nobody was there. */
function judgedAnew(state: CaseState, firstDay: FirstDay, now: Instant): CaseEvent[] {
  const { announced: _wrong, ...refused } = firstDay;
  const { person, lateSince: due, missedBy } = refused;
  if (due === undefined || missedBy !== 'client' || !isUnanswered(state, firstDay, due)) return [];
  const side = sideMissing(state, refused, due, now);
  return side === 'client' ? [] : [{ type: 'FirstDayLate', person, due, side, insteadOf: 'client' }];
}
