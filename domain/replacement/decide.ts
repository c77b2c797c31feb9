import type { HumanCommand } from '../case/commands.js';
import { type Decision, record, refuse } from '../case/decision.js';
import type { CaseEvent } from '../case/events.js';
import type { Actor } from '../case/roles.js';
import type { CaseState, Person } from '../case/state.js';
import { endOfDay, localDay, plusDays } from '../clocks/businessTime.js';
import { afterCommonDays } from '../clocks/commonDays.js';
import { unlessRole } from '../people/named.js';
import { type Instant, notAfter, plusMs, toMs } from '../time.js';
import { awaitsHandover, creditAt, openReplacements, replacementsOf, slaDaysOf } from './clock.js';
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

/** What holds from now on, fixed by the plan and the vendor's terms of this moment; undefined where RP-1 is not in force. */
function termsNow(state: CaseState): ReplacementTerms | undefined {
  const planned = state.plan.controls['RP-1'];
  if (planned?.applies !== true) return undefined;
  const { overlapMaxDays = 0, creditPercentPerDay = 0, creditMaxPercent = 0 } = planned.numbers ?? {};
  return { slaBusinessDays: slaDaysOf(state, planned), overlapMaxDays, creditPercentPerDay, creditMaxPercent };
}

function request(state: CaseState, command: Request, actor: Actor, now: Instant): Decision {
  const denied = unlessRole(state, actor, ['engineering-manager', 'procurement'], 'ask for a replacement');
  if (denied) return denied;
  const terms = termsNow(state);
  if (terms === undefined)
    return refuse('UnknownControl', 'RP-1 is not in force in this case, so no clock of a replacement can run.');
  const person = state.people[command.person];
  if (person === undefined) return refuse('UnknownPerson', `${command.person} is not on the roster of this case.`);
  if (person.status === 'rejected') return refuse('PersonNotInState', 'The person was rejected and fills no place.');
  if (openReplacements(state).some((r) => r.leaver === person.id))
    return refuse('DuplicateId', 'A replacement of this person is under way already; its clock runs on.');
  const due = afterCommonDays(state.calendars, now, terms.slaBusinessDays);
  const last = lastInstant(state, command, terms, due, now);
  if (typeof last === 'object') return last;
  const { forCause, reason } = command;
  const replacement = `replacement-${replacementsOf(state).length + 1}`;
  return record(
    { type: 'ReplacementRequested', replacement, person: person.id, reason, forCause, terms, due },
    ...departure(person, last, reason),
  );
}

/** The leaver's last instant, where the request names one: now for cause, else the end of the last day. */
function lastInstant(
  state: CaseState,
  { forCause, lastDay }: Request,
  terms: ReplacementTerms,
  due: Instant,
  now: Instant,
): Instant | undefined | Decision {
  if (forCause && lastDay !== undefined)
    return refuse('Malformed', 'For cause the access ends at once; leave the last day out.');
  if (forCause) return now;
  if (lastDay === undefined) return undefined;
  const { client } = state.calendars;
  const latest = plusDays(localDay(client, plusMs(due, -1)), terms.overlapMaxDays);
  const end = endOfDay(client, lastDay);
  return notAfter(end, now) || lastDay > latest
    ? refuse('UntilOutOfRange', `The last day of the leaver lies between today and ${latest}, the end of the overlap.`)
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
  const denied = unlessRole(state, actor, ['engineering-manager', 'procurement'], 'withdraw a request for replacement');
  if (denied) return denied;
  if (state.replacements?.[id] === undefined) return refuse('UnknownReplacement', `There is no ${id} in this case.`);
  const running = openReplacements(state).find((r) => r.id === id);
  if (running === undefined) return refuse('ReplacementNotOpen', `The clock of ${id} has ended already.`);
  const credit = creditAt(running, state.calendars, now, state.intake.monthlyRateUsd);
  return record({ type: 'ReplacementWithdrawn', replacement: id, reason, ...credit });
}

function handOver(
  state: CaseState,
  { replacement: id, form }: Extract<ReplacementCommand, { type: 'RecordHandover' }>,
  actor: Actor,
  now: Instant,
): Decision {
  const denied = unlessRole(state, actor, ['vendor-contact', 'engineering-manager'], 'record a handover');
  if (denied) return denied;
  const replacement = state.replacements?.[id];
  if (replacement === undefined) return refuse('UnknownReplacement', `There is no ${id} in this case.`);
  if (!awaitsHandover(replacement))
    return refuse(
      'NoHandoverDue',
      `No handover is awaited for ${id}; it is, from the joiner's start until it is done.`,
    );
  const { client } = state.calendars;
  const [first, today] = [localDay(client, replacement.requestedAt), localDay(client, now)];
  if (form.day < first || form.day > today)
    return refuse('NoHandoverDue', `The handover lies between the request and today, from ${first} to ${today}.`);
  if (form.topics.length === 0) return refuse('Malformed', 'A handover has at least one topic.');
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
        `The joiner has started and the overlap ends with ${localDay(state.calendars.client, plusMs(end, -1))}; name a day up to it.`,
      );
}

/** A refusal unless the replacement that a person is proposed for waits for somebody, and for somebody else than the leaver. */
export function candidateFault(state: CaseState, person: string, id: string | undefined): Decision | undefined {
  if (id === undefined) return undefined;
  const replacement = state.replacements?.[id];
  if (replacement === undefined) return refuse('UnknownReplacement', `There is no ${id} in this case.`);
  if (!openReplacements(state).includes(replacement))
    return refuse('ReplacementNotOpen', `The clock of ${id} has ended; propose the person without it.`);
  return replacement.leaver === person
    ? refuse('PersonNotInState', `This person is who leaves in ${id}; propose somebody else.`)
    : undefined;
}
