import { isMissed } from '../cadence/missed.js';
import { ownerOfMeeting } from '../cadence/owner.js';
import type { HumanCommand } from '../case/commands.js';
import { type Decision, record, refuse } from '../case/decision.js';
import { agreementNumber } from '../case/plan.js';
import { type Actor, type PersonId, sideOf } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { plusBusinessHours } from '../clocks/businessTime.js';
import { agreedKpis } from '../controls/kpi/kpis.js';
import { namedFor, unlessRole } from '../people/named.js';
import { own } from '../record.js';
import { say } from '../say.js';
import type { Instant } from '../time.js';
import type { Disputable, Dispute } from './dispute.js';
import { answererPeople, answererRoles, disputeOn, isPastDispute, roundsOf } from './disputes.js';

export type DisputeCommand = Extract<HumanCommand, { type: 'RaiseDispute' | 'AnswerDispute' }>;
type Raise = Extract<DisputeCommand, { type: 'RaiseDispute' }>;
type Answer = Extract<DisputeCommand, { type: 'AnswerDispute' }>;

/** Decides a dispute of the vendor's about a reading or a missed meeting, or the client's answer to it. */
export const decideDispute = (state: CaseState, command: DisputeCommand, actor: Actor, now: Instant): Decision =>
  command.type === 'RaiseDispute' ? raise(state, command, actor, now) : answer(state, command, actor);

/** What is meant: by its name and time, the latest where no time is given. */
const meant = (state: CaseState, { about, of, when }: Raise): Disputable | undefined =>
  Object.values(state.disputable ?? {})
    .filter((d) => d.about === about && d.of === of && (when === undefined || d.when === when))
    .sort((a, b) => (a.when < b.when ? -1 : 1))
    .at(-1);

/** Nobody records a miss: the people whose meeting it was do not judge it. */
function missers(state: CaseState, { about, of }: Disputable): PersonId[] {
  const owner = ownerOfMeeting(state.plan.meetings, of);
  return about === 'meeting' && sideOf(owner) === 'client' ? namedFor(state, owner) : [];
}

function raise(state: CaseState, command: Raise, actor: Actor, now: Instant): Decision {
  const denied = unlessRole(state, actor, ['vendor-contact']);
  if (denied) return denied;
  const { reason, evidence } = command;
  const found = meant(state, command);
  if (found === undefined || isPastDispute(state, found, now))
    return refuse(
      'NothingToDispute',
      say('disputes.nothing', { of: command.of, days: agreementNumber(state.plan, 'disputeDays') }),
    );
  const open = disputeOn(state, found.ref);
  if (open !== undefined) return refuse('DuplicateId', say('disputes.already', { dispute: open.id }));
  const before = roundsOf(state, found.ref);
  const limit = agreementNumber(state.plan, 'disputeRounds');
  if (before.length >= limit) return refuse('NothingToDispute', say('disputes.too-often', { limit }));
  if (before.length > 0 && (evidence === undefined || before.some((d) => d.evidence === evidence)))
    return refuse('NothingToDispute', say('disputes.nothing-new'));
  const { about, ref, of, when, value, by } = found;
  const answerers = before.flatMap(({ answered }) => answered?.by ?? []);
  return record({
    type: 'DisputeRaised',
    dispute: `dispute-${Object.keys(state.disputes ?? {}).length + 1}`,
    about,
    ref,
    of,
    when,
    ...(value === undefined ? {} : { value }),
    reason,
    ...(evidence === undefined ? {} : { evidence }),
    recordedBy: [...new Set([...(by === undefined ? missers(state, found) : [by]), ...answerers])],
    due: plusBusinessHours(state.calendars.client, now, agreementNumber(state.plan, 'disputeAnswerHours')),
  });
}

function answer(state: CaseState, command: Answer, actor: Actor): Decision {
  const denied = unlessRole(state, actor, answererRoles(state));
  if (denied) return denied;
  const dispute = own(state.disputes, command.dispute);
  if (dispute === undefined) return refuse('UnknownDispute', say('disputes.unknown', { dispute: command.dispute }));
  if (dispute.answered !== undefined)
    return refuse('DisputeNotInState', say('disputes.answered', { dispute: dispute.id }));
  const isRecorder = dispute.recordedBy.includes(actor.personId);
  const others = answererPeople(state, dispute);
  if (isRecorder && others.length > 0)
    return refuse('RequesterMayNotDecide', say('disputes.own-record', { people: others }));
  const { answer: given, reason, value, attendees, notes } = command;
  const head = { dispute: dispute.id, about: dispute.about, ref: dispute.ref, of: dispute.of, when: dispute.when };
  const alone = isRecorder ? { alone: true as const } : {};
  const said = { type: 'DisputeAnswered', ...head, answer: given, reason, ...alone } as const;
  if (given === 'uphold')
    return value === undefined && attendees === undefined && notes === undefined
      ? record(said)
      : refuse('Malformed', say('disputes.uphold-alone'));
  if (dispute.about === 'meeting')
    return attendees === undefined || notes === undefined || value !== undefined
      ? refuse('Malformed', say('disputes.meeting-needs'))
      : record({ ...said, attendees, notes });
  if (value === undefined || attendees !== undefined || notes !== undefined || value === dispute.value)
    return refuse('Malformed', say('disputes.reading-needs', { value: dispute.value }));
  return correctedReading(state, dispute, value, (missed) => record({ ...said, value, missed }));
}

/** A corrected value is held against the target as it is agreed now. */
function correctedReading(
  state: CaseState,
  { of }: Dispute,
  value: number,
  then: (missed: boolean) => Decision,
): Decision {
  const kpi = agreedKpis(state).find((k) => k.name === of);
  return kpi === undefined ? refuse('UnknownKpi', say('disputes.kpi-gone', { kpi: of })) : then(isMissed(kpi, value));
}
