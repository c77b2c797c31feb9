import { requestFor } from '../approvals/request.js';
import type { HumanCommand } from '../case/commands.js';
import { type Decision, record, refuse } from '../case/decision.js';
import type { Actor, Role } from '../case/roles.js';
import { CLIENT_ACTORS } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { endOfDay } from '../clocks/businessTime.js';
import { subjectKey } from '../controls/control.js';
import { CONTROLS } from '../controls/index.js';
import { assessNow } from '../controls/judge.js';
import { knownPeople, unlessRole } from '../people/named.js';
import { own } from '../record.js';
import { say } from '../say.js';
import { DAY_MS, type Instant, toMs } from '../time.js';
import { flagKey } from './flags.js';

export type FlagCommand = Extract<
  HumanCommand,
  { type: 'RaiseRedFlag' | 'ProposeRemedy' | 'RequestClearance' | 'RequestWaiver' }
>;

const ASKERS: Role[] = [...CLIENT_ACTORS, 'vendor-contact'];

/** Decides what is asked about a red flag, and requests for waivers. */
export function decideFlag(state: CaseState, command: FlagCommand, actor: Actor, now: Instant): Decision {
  const denied = unlessRole(state, actor, command.type === 'RaiseRedFlag' ? CLIENT_ACTORS : ASKERS);
  if (denied) return denied;
  if (command.type === 'RequestWaiver') return requestWaiver(state, command, actor, now);
  const planned = own(state.plan.controls, command.flag);
  if (planned === undefined || planned.binding.kind !== 'deal-breaker')
    return refuse('UnknownControl', say('flags.unknown', { flag: command.flag }));
  if (command.person !== undefined && own(state.people, command.person) === undefined)
    return refuse('UnknownPerson', say('people.not-on-roster', { person: command.person }));
  const key = flagKey(command.flag, command.person);
  const flag = own(state.flags, key);
  if (command.type === 'RaiseRedFlag') {
    if (flag !== undefined && flag.status !== 'cleared')
      return refuse('DuplicateId', say('flags.already-raised', { flag: key }));
    const { person, reason } = command;
    return record({ type: 'RedFlagRaised', flag: command.flag, ...(person === undefined ? {} : { person }), reason });
  }
  if (flag === undefined || flag.status === 'cleared')
    return refuse('FlagNotOpen', say('flags.not-raised', { flag: key }));
  const deciders = [{ role: planned.binding.clearedBy, quorum: 1 }];
  if (command.type === 'ProposeRemedy') {
    if (!knownPeople(state).includes(command.owner))
      return refuse('UnknownPerson', say('people.unknown', { person: command.owner }));
    const until = endOfDay(state.calendars.client, command.until);
    const fault = untilFault(state, key, now, until, planned.waiverMaxDays ?? 0);
    if (fault) return fault;
    const { reason, term, owner } = command;
    return requestFor(state, 'remedy', key, deciders, 'all', { reason, term, owner, until }, actor, now);
  }
  return clearance(state, command, deciders, actor, now);
}

function clearance(
  state: CaseState,
  command: Extract<FlagCommand, { type: 'RequestClearance' }>,
  deciders: { role: Role; quorum: number }[],
  actor: Actor,
  now: Instant,
): Decision {
  const { flag, person, paper, reason } = command;
  if (paper !== undefined && own(state.papers, paper) === undefined)
    return refuse('UnknownPaper', say('papers.unknown', { paper }));
  const fault = stillRefused(state, flag, person, now);
  if (fault) return fault;
  return requestFor(
    state,
    'clearance',
    flagKey(flag, person),
    deciders,
    'all',
    { reason, ...(paper === undefined ? {} : { paper }) },
    actor,
    now,
  );
}

/** A refusal while an answer that raises the flag still stands refused. */
export function stillRefused(
  state: CaseState,
  flag: string,
  person: string | undefined,
  now: Instant,
): Decision | undefined {
  for (const source of own(CONTROLS, flag)?.raisedFrom ?? []) {
    const found = assessNow(state, source, now, own(CONTROLS, source)?.subject === 'person' ? person : undefined);
    if (found?.status === 'refused')
      return refuse('StillRefused', say('flags.still-refused', { flag, control: source, reason: found.reasons[0] }));
  }
  const still = own(CONTROLS, flag)
    ?.raisedBy?.(state, now)
    .find((r) => r.person === person && !r.over);
  if (still !== undefined) return refuse('StillRefused', say('flags.still-raised', { flag, reason: still.reason }));
  return undefined;
}

/** The limit is one sum over everything that was ever granted for the subject; days that are still running count once. */
function untilFault(
  state: CaseState,
  key: string,
  now: Instant,
  until: Instant,
  maxDays: number,
): Decision | undefined {
  const running = own(state.waivers, key)?.until ?? own(state.flags, key)?.until;
  const from = running !== undefined && toMs(running) > toMs(now) ? running : now;
  if (toMs(until) <= toMs(from)) return refuse('UntilOutOfRange', say('flags.end-past'));
  const before = (own(state.grantedMs, key) ?? 0) / DAY_MS;
  const days = before + (toMs(until) - toMs(from)) / DAY_MS;
  // The last day counts to its end, hence one day of slack.
  if (days <= maxDays + 1) return undefined;
  return before === 0
    ? refuse('UntilOutOfRange', say('flags.end-too-late', { limit: maxDays }))
    : refuse('UntilOutOfRange', say('flags.granted-before', { limit: maxDays, days: Math.round(before) }));
}

function requestWaiver(
  state: CaseState,
  command: Extract<FlagCommand, { type: 'RequestWaiver' }>,
  actor: Actor,
  now: Instant,
): Decision {
  const { control: id, person, reason } = command;
  const planned = own(state.plan.controls, id);
  if (planned === undefined) return refuse('UnknownControl', say('controls.not-in-plan', { control: id }));
  if (!planned.applies)
    return refuse('ControlDoesNotApply', say('controls.not-applicable', { control: id, why: planned.why }));
  if (own(CONTROLS, id)?.locked) return refuse('ControlLocked', say('controls.locked', { control: id }));
  const { waivableBy = [] } = planned;
  if (waivableBy.length === 0) return refuse('ControlNotWaivable', say('controls.not-waivable', { control: id }));
  if (person !== undefined && own(state.people, person) === undefined)
    return refuse('UnknownPerson', say('people.not-on-roster', { person }));
  const until = endOfDay(state.calendars.client, command.until);
  const fault = untilFault(state, subjectKey(id, person), now, until, planned.waiverMaxDays ?? 0);
  if (fault) return fault;
  const deciders = waivableBy.map((role) => ({ role, quorum: 1 }));
  return requestFor(state, 'waiver', subjectKey(id, person), deciders, 'any', { reason, until }, actor, now);
}
