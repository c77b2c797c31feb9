import type { CaseCommand, CommandEnvelope } from '../case/commands.js';
import { isRefusal, type Refusal } from '../case/decision.js';
import { ERRORS, type ErrorCode } from '../case/errors.js';
import type { CaseEvent } from '../case/events.js';
import { type Actor, SYSTEM, sideOf } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import type { Assessment } from '../controls/assessment.js';
import { holdsTheEnd } from '../controls/caseEnd.js';
import { subjectKey } from '../controls/control.js';
import { assessNow } from '../controls/judge.js';
import { waitingNotes } from '../controls/waitingNotes.js';
import { reportsUntil, takesReports } from '../incidents/hours.js';
import { unseenSaid } from '../leftBehind/standing.js';
import { odditiesOf } from '../lifecycle/oddities.js';
import { lettersFor } from '../mail/lettersFor.js';
import { rolesMissing } from '../people/roles.js';
import { own } from '../record.js';
import { type Said, say } from '../say.js';
import { earliest, type Instant, notAfter } from '../time.js';
import { AFTER_END, CLOCKWORKS } from './clockworks.js';
import { closingFacts } from './closing.js';
import { decide } from './decide.js';
import { effectInstants } from './effectsDue.js';
import { evolve } from './evolve.js';

/** What a command comes to: the facts to record, and what its sender learns. No facts: nothing is recorded. */
export type Handled = {
  entries: { actor: Actor; event: CaseEvent }[];
  outcome: { status: 'recorded'; events: string[]; notes: Said[] } | { status: 'refused'; code: ErrorCode; said: Said };
  /** The state once the facts are on the record. */
  state: CaseState;
};

/** Rounds of rules after which they are taken to chase each other; a case needs a dozen at most. */
const MAX_ROUNDS = 200;

/** Facts gathered one by one, each folded in at once. */
class Draft {
  readonly entries: { actor: Actor; event: CaseEvent }[] = [];
  readonly firstSeq: number;
  /** The state in which nothing more follows: rules are pure, and what was asked of it is not asked again. */
  #rest: CaseState | undefined;
  constructor(
    public state: CaseState,
    readonly now: Instant,
    private readonly commandId: string,
  ) {
    this.firstSeq = state.seq + 1;
  }

  add(actor: Actor, events: CaseEvent[]): void {
    for (const event of events) {
      this.entries.push({ actor, event });
      this.state = evolve(this.state, {
        seq: this.state.seq + 1,
        at: this.now,
        actor,
        commandId: this.commandId,
        event,
      });
    }
  }

  /** Adds what rules and time make true until nothing more follows: the first clockwork with something to say speaks, then all are asked again. */
  settle(): void {
    if (this.state.status === 'new' || this.state === this.#rest) return;
    for (let round = 0; round < MAX_ROUNDS; round++) {
      let facts: CaseEvent[] = [];
      for (const clockwork of CLOCKWORKS) {
        facts = clockwork.facts(this.state, this.now);
        if (facts.length > 0) break;
      }
      if (facts.length === 0) {
        this.#rest = this.state;
        return;
      }
      this.add(SYSTEM, facts);
    }
    throw new Error(`The rules found no rest after ${MAX_ROUNDS} rounds.`);
  }

  /** Ends the case once nothing is left to do, and adds what follows from its end. */
  end(): void {
    this.add(SYSTEM, closingFacts(this.state, this.now));
    if (this.state.status === 'closed') this.settle();
  }
}

/** When and in which run a command is decided. */
export type Occasion = {
  now: Instant;
  runId: string;
  /** Given when all that rules and time make true is in the state already, and the next thing not before `until`; left out, all is asked afresh. */
  settled?: { until?: Instant };
};

/** True when a settled state is one still: time makes nothing true before the instant that {@link nextDeadline} gave. */
const isSettled = ({ now, settled }: Occasion): boolean =>
  settled !== undefined && (settled.until === undefined || !notAfter(settled.until, now));

/** Decides one command on the settled state, and adds every fact that it, the rules and the time make true. */
export function handle(state: CaseState, envelope: CommandEnvelope, occasion: Occasion): Handled {
  const { actor, command, commandId } = envelope;
  const { now } = occasion;
  const draft = new Draft(state, now, commandId);
  if (!isSettled(occasion)) draft.settle();
  const decision = decide(draft.state, command, actor, now);
  let outcome: Handled['outcome'];
  if (isRefusal(decision)) outcome = refused(draft, decision, envelope);
  else {
    draft.add(actor, decision.events);
    draft.settle();
    const notes = [...(decision.notes ?? []), ...notesOn(draft.state, command, actor, now)];
    outcome = { status: 'recorded', events: decision.events.map((e) => e.type), notes };
  }
  draft.add(
    SYSTEM,
    lettersFor(
      draft.state,
      draft.entries.map((e) => e.event),
      draft.firstSeq,
      now,
    ),
  );
  draft.end();
  return { entries: draft.entries, outcome, state: draft.state };
}

/** A refusal on policy grounds is put on the record, up to the policy's number an hour. */
function refused(
  draft: Draft,
  { refused: code, said }: Refusal,
  { actor, command }: CommandEnvelope,
): Handled['outcome'] {
  if (!ERRORS[code].recorded || draft.state.status === 'new') return { status: 'refused', code, said };
  if (isRefusedTooOften(draft.state, actor, draft.now)) return tooManyRefusals(said);
  draft.add(actor, [{ type: 'DecisionRefused', code, said, command: command.type }]);
  draft.settle();
  return { status: 'refused', code, said };
}

/** True once as many refusals and failures of somebody are on the record as the policy puts there in an hour. */
export function isRefusedTooOften({ refusals, plan }: CaseState, { personId }: Actor, now: Instant): boolean {
  const counted = own(refusals, personId);
  return counted?.hour === now.slice(0, 13) && counted.count >= plan.numbers.refusalsPerHour;
}

/** What is answered from then on, and not recorded. */
export const tooManyRefusals = (said: Said): Handled['outcome'] => ({
  status: 'refused',
  code: 'TooManyRefusals',
  said: say('engine.too-many-refusals', { said }),
});

/** What the sender should know: of evidence, how its control stands now; of an opening, whom the plan needs and the case does not name, and what looks like a slip. */
function notesOn(state: CaseState, command: CaseCommand, actor: Actor, now: Instant): Said[] {
  if (command.type === 'OpenCase') {
    const roles = rolesMissing(state);
    return [...(roles.length === 0 ? [] : [say('people.missing-roles', { roles })]), ...odditiesOf(state, now)];
  }
  if (command.type !== 'SubmitEvidence') return [];
  const found = assessNow(state, command.control, now, command.person);
  const key = subjectKey(command.control, command.person);
  if (found === undefined) return [];
  if (own(state.successors, key) !== undefined) return waitingNotes(state, key, actor, now);
  const planned = own(state.plan.controls, command.control);
  const beside =
    planned !== undefined && holdsTheEnd(planned) && sideOf(actor.role) === 'client' ? unseenSaid(state) : [];
  return [...standingSaid(key, found), ...beside];
}

/** How a control stands, to whoever has supplied something for it. */
function standingSaid(key: string, found: Assessment): Said[] {
  if (found.status === 'met')
    return [say(found.until === undefined ? 'controls.met' : 'controls.met-until', { key, until: found.until })];
  return found.status === 'refused'
    ? found.reasons.map((reason) => say('controls.refused', { key, reason }))
    : found.missing.map((missing) => say('controls.still-open', { key, missing }));
}

/** The next instant after `now` at which time alone makes something true or due; undefined when none does. */
export function nextDeadline(state: CaseState, now: Instant): Instant | undefined {
  if (state.status === 'new' || (state.status === 'closed' && !takesReports(state, now))) return undefined;
  const until = state.status === 'closed' ? reportsUntil(state) : undefined;
  const clockworks = state.status === 'closed' ? AFTER_END : CLOCKWORKS;
  const instants = [
    ...clockworks.flatMap((c) => c.agenda(state, now)),
    ...effectInstants(state, now),
    ...(until === undefined ? [] : [until]),
  ];
  return earliest(instants.filter((at) => !notAfter(at, now)));
}
