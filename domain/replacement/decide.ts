import type { HumanCommand } from '../case/commands.js';
import { type Decision, record, refuse } from '../case/decision.js';
import type { CaseEvent } from '../case/events.js';
import type { Actor } from '../case/roles.js';
import type { CaseState, Person } from '../case/state.js';
import { endOfDay, localDay, plusDays } from '../clocks/businessTime.js';
import { afterCommonDays, commonDaysUntil } from '../clocks/commonDays.js';
import { offeredReplacementDays, replacementNumbers } from '../controls/terms.js';
import { unlessRole } from '../people/named.js';
import { own } from '../record.js';
import { say } from '../say.js';
import { type Instant, notAfter, plusMs, toMs } from '../time.js';
import { awaitsHandover, creditAt, dueMovedBy, openReplacements, replacementsOf } from './clock.js';
import type { ReplacementTerms } from './replacement.js';

export type ReplacementCommand = Extract<
  HumanCommand,
  { type: 'RequestReplacement' | 'WithdrawReplacement' | 'RecordHandover' }
>;
type Request = Extract<ReplacementCommand, { type: 'RequestReplacement' }>;

/** Decides a request for a replacement, its withdrawal, or a handover from leaver to joiner (RP-1). */
export function decideReplacement(state: CaseState, command: ReplacementCommand, actor: Actor, now: Instant): Decision {
  switch (command.type) {
    case 'RequestReplacement':
      return request(state, command, actor, now);
    case 'WithdrawReplacement':
      return withdraw(state, command, actor, now);
    case 'RecordHandover':
      return handOver(state, command, actor, now);
    default: {
      const never: never = command;
      return never;
    }
  }
}

/** What holds from now on: the terms of the plan, in fewer days where the vendor's own terms offer fewer; undefined where none is promised. */
function termsNow(state: CaseState): ReplacementTerms | undefined {
  const terms = replacementNumbers(state);
  if (terms === undefined) return undefined;
  const offered = offeredReplacementDays(state) ?? terms.slaBusinessDays;
  return { ...terms, slaBusinessDays: Math.min(offered, terms.slaBusinessDays) };
}

function request(state: CaseState, command: Request, actor: Actor, now: Instant): Decision {
  const denied = unlessRole(state, actor, ['engineering-manager', 'procurement']);
  if (denied) return denied;
  const terms = termsNow(state);
  if (terms === undefined) return refuse('UnknownControl', say('replacement.not-in-plan'));
  const person = own(state.people, command.person);
  if (person === undefined) return refuse('UnknownPerson', say('people.not-on-roster', { person: command.person }));
  if (person.status === 'rejected')
    return refuse('PersonNotInState', say('replacement.leaver-rejected', { person: person.id }));
  if (openReplacements(state).some((r) => r.leaver === person.id))
    return refuse('DuplicateId', say('replacement.already-requested', { person: person.id }));
  const before = withdrawnShortlyBefore(state, person.id, terms, now);
  const due =
    before === undefined
      ? afterCommonDays(state.calendars, now, terms.slaBusinessDays)
      : dueMovedBy(state.calendars, before.due, before.withdrawn.at, now);
  const last = lastInstant(state, command, terms, due, now);
  if (typeof last === 'object') return last;
  const { forCause, reason } = command;
  const replacement = `replacement-${replacementsOf(state).length + 1}`;
  return record(
    {
      type: 'ReplacementRequested',
      replacement,
      person: person.id,
      reason,
      forCause,
      terms,
      due,
      ...(before === undefined ? {} : { continues: before.continues ?? before.id }),
    },
    ...departure(person, last, reason),
  );
}

/** A request for the same person that was withdrawn within the days of an SLA: made again it keeps its first clock. */
function withdrawnShortlyBefore(state: CaseState, person: string, { slaBusinessDays }: ReplacementTerms, now: Instant) {
  return replacementsOf(state)
    .flatMap((r) => {
      const { withdrawn } = r;
      const again = withdrawn !== undefined && r.leaver === person;
      return again && commonDaysUntil(state.calendars, withdrawn.at, now) <= slaBusinessDays
        ? [{ ...r, withdrawn }]
        : [];
    })
    .at(-1);
}

/** The leaver's last instant, where the request names one: now for cause, else the end of the last day. */
function lastInstant(
  state: CaseState,
  { forCause, lastDay }: Request,
  terms: ReplacementTerms,
  due: Instant,
  now: Instant,
): Instant | undefined | Decision {
  if (forCause && lastDay !== undefined) return refuse('Malformed', say('replacement.for-cause-no-last-day'));
  if (forCause) return now;
  if (lastDay === undefined) return undefined;
  const { client } = state.calendars;
  const latest = plusDays(localDay(client, plusMs(due, -1)), terms.overlapMaxDays);
  const end = endOfDay(client, lastDay);
  return notAfter(end, now) || lastDay > latest
    ? refuse('UntilOutOfRange', say('replacement.last-day-out-of-range', { latest }))
    : end;
}

function departure({ id, status }: Person, last: Instant | undefined, reason: string): CaseEvent[] {
  if (last === undefined || (status !== 'proposed' && status !== 'accepted')) return [];
  return [{ type: 'DepartureRecorded', person: id, lastInstant: last, reason }];
}

function withdraw(
  state: CaseState,
  { replacement: id, reason }: Extract<ReplacementCommand, { type: 'WithdrawReplacement' }>,
  actor: Actor,
  now: Instant,
): Decision {
  const denied = unlessRole(state, actor, ['engineering-manager', 'procurement']);
  if (denied) return denied;
  if (own(state.replacements, id) === undefined)
    return refuse('UnknownReplacement', say('replacement.unknown', { replacement: id }));
  const running = openReplacements(state).find((r) => r.id === id);
  if (running === undefined) return refuse('ReplacementNotOpen', say('replacement.ended', { replacement: id }));
  const credit = creditAt(running, state.calendars, now, state.intake.monthlyRateUsd);
  return record({ type: 'ReplacementWithdrawn', replacement: id, reason, ...credit });
}

function handOver(
  state: CaseState,
  { replacement: id, form }: Extract<ReplacementCommand, { type: 'RecordHandover' }>,
  actor: Actor,
  now: Instant,
): Decision {
  const denied = unlessRole(state, actor, ['vendor-contact', 'engineering-manager']);
  if (denied) return denied;
  const replacement = own(state.replacements, id);
  if (replacement === undefined) return refuse('UnknownReplacement', say('replacement.unknown', { replacement: id }));
  if (!awaitsHandover(replacement))
    return refuse('NoHandoverDue', say('replacement.no-handover-due', { replacement: id }));
  const { client } = state.calendars;
  const [first, today] = [localDay(client, replacement.requestedAt), localDay(client, now)];
  if (form.day < first || form.day > today)
    return refuse('NoHandoverDue', say('replacement.handover-day', { day: form.day, first, today }));
  if (form.topics.length === 0) return refuse('Malformed', say('replacement.no-topics'));
  return record({ type: 'HandoverRecorded', replacement: id, form });
}

/** A refusal when a leaver would stay longer than the overlap after the joiner's start. */
export function overlapFault(state: CaseState, person: string, lastInstant: Instant): Decision | undefined {
  const ends = replacementsOf(state).flatMap((r) => (r.leaver === person ? (r.fulfilled?.overlapEnds ?? []) : []));
  const end = ends.find((at) => toMs(lastInstant) > toMs(at));
  return end === undefined
    ? undefined
    : refuse(
        'UntilOutOfRange',
        say('replacement.overlap-ends', { latest: localDay(state.calendars.client, plusMs(end, -1)) }),
      );
}

/** A refusal unless the replacement that a person is proposed for waits for somebody, and for somebody else than the leaver. */
export function candidateFault(state: CaseState, person: string, id: string | undefined): Decision | undefined {
  if (id === undefined) return undefined;
  const replacement = own(state.replacements, id);
  if (replacement === undefined) return refuse('UnknownReplacement', say('replacement.unknown', { replacement: id }));
  if (!openReplacements(state).includes(replacement))
    return refuse('ReplacementNotOpen', say('replacement.ended-propose-without', { replacement: id }));
  return replacement.leaver === person
    ? refuse('PersonNotInState', say('replacement.candidate-is-leaver', { replacement: id, person }))
    : undefined;
}
