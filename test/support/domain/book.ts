import { readFileSync } from 'node:fs';
import { calendarOf } from '../../../activities/calendars/calendarOf.js';
import type { WayIn } from '../../../domain/access/lease.js';
import { fromRef } from '../../../domain/access/resources.js';
import type { CaseCommand, CommandEnvelope, HumanCommand, StopCommand } from '../../../domain/case/commands.js';
import type { Effect, EffectOutcome } from '../../../domain/case/effects.js';
import type { CaseEvent, RecordedEvent } from '../../../domain/case/events.js';
import type { EngagementModel, Intake } from '../../../domain/case/intake.js';
import type { Plan } from '../../../domain/case/plan.js';
import { type Actor, CLIENT_ROLES, type Role, SYSTEM } from '../../../domain/case/roles.js';
import type { CaseState } from '../../../domain/case/state.js';
import { effectsDue } from '../../../domain/decider/effectsDue.js';
import { evolve, initialState } from '../../../domain/decider/evolve.js';
import { type Handled, handle, nextDeadline } from '../../../domain/decider/handle.js';
import type { LeftThing, UnseenPart } from '../../../domain/leftBehind/leftBehind.js';
import { ACCOUNT_PROVIDERS } from '../../../domain/people/accounts.js';
import { type Instant, plusMs, toMs } from '../../../domain/time.js';
import { parseCaseFile } from '../../../policy/caseFile.js';
import { compilePlan } from '../../../policy/compilePlan.js';
import { intakeOf } from '../../../policy/intakeOf.js';
import { loadPolicy, policyHash } from '../../../policy/loadPolicy.js';
import { parsePolicy } from '../../../policy/policyFile.js';
import { lookAt, nextLook } from './survey.js';

/** The plan of an intake under a policy; left out, the one that comes with Drawbridge. */
function planOf(intake: Intake, model?: EngagementModel, text: string = loadPolicy()): Plan {
  const policy = parsePolicy(text);
  if (!policy.ok) throw new Error('The policy is not readable.');
  return compilePlan({ policy: policy.policy, hash: policyHash(text) }, intake, model);
}

/** A case opened from a file of the examples, under a policy; ids of people are their short names. */
function opening(file: string, policy?: string): Extract<CaseCommand, { type: 'OpenCase' }> {
  const parsed = parseCaseFile(readFileSync(`examples/cases/${file}`, 'utf8'));
  if (!parsed.ok) throw new Error('The example is not readable.');
  const ids = new Map<string, string>([[parsed.file.vendor.contact.email, 'vendor-contact']]);
  for (const e of parsed.file.engineers) ids.set(e.email, e.id);
  for (const role of CLIENT_ROLES)
    for (const [i, p] of (parsed.file.client.people[role] ?? []).entries())
      ids.set(p.email, i === 0 ? role : `${role}-${i + 1}`);
  const intake = intakeOf(parsed.file, (email) => ids.get(email) ?? email);
  const calendar = (place: { timeZone: string; holidays: string }) =>
    calendarOf({ ...place, from: '2026-07-01', days: 400 });
  return {
    type: 'OpenCase',
    intake,
    plan: planOf(intake, undefined, policy),
    calendars: { client: calendar(intake.client), vendor: calendar(intake.vendor) },
  };
}

const openings = new Map<string, ReturnType<typeof opening>>();

/** What the provider does with a request; `drops` answers politely and does nothing, `invites` only invites, `refuses` changes nothing. */
export type Weather = 'good' | 'down' | 'drops' | 'invites' | 'refuses';

/**
 * A case in memory: the rules, a ledger as a list, and a provider of one map. Commands are decided and folded exactly as the engine does it, time
 * passes from deadline to deadline, and effects are played at once.
 */
export class Book {
  readonly rows: RecordedEvent[] = [];
  readonly provider = new Set<string>();
  /** Invitations that wait, and those that lapsed, by lease. */
  readonly invited = new Set<string>();
  readonly lapsed = new Set<string>();
  /** Teams by which people come in whatever is taken from them, by lease. */
  readonly teams = new Map<string, string>();
  state: CaseState;
  now: Instant;
  weather: Weather = 'good';
  /** What stays on a place, by its resource; `unseen` is what nobody can look at there. */
  readonly left = new Map<string, LeftThing[]>();
  unseen: UnseenPart[] = [];
  /** Whether listings of what stays are answered. */
  lists = true;
  /** Repositories that were deleted: nobody can look at them. */
  readonly deleted = new Set<string>();
  /** Letters are taken by a mail server; without one they stay in the state. */
  mail = true;
  /** Whose address says no to letters, for good or for now. */
  readonly addresses = new Map<string, 'refuses' | 'defers'>();
  /** Texts of policies that are kept, by hash, beside the one that comes with Drawbridge. */
  readonly policies = new Map<string, string>();
  /** What the build of the worker makes of a plan; another one may compile otherwise. */
  build: (plan: Plan) => Plan = (plan) => plan;
  /** When each place was looked at last. */
  readonly #looks = new Map<string, Instant>();
  #commands = 0;
  #rest: { state: CaseState; now: Instant } | undefined;
  /** Effects that were played; the engine answers an id that comes back with what came of it before. */
  readonly #played = new Set<string>();

  constructor(
    file = 'small-team.yaml',
    at: Instant = '2026-09-01T07:00:00.000Z',
    private readonly decide: typeof handle = handle,
    like?: Book,
    /** Text of the policy under which the case is opened; left out, the one that comes with Drawbridge. */
    policy?: string,
    /** What was told of each engineer; left out, nothing was, and nobody has to be identified. */
    details?: Record<string, string>,
  ) {
    this.state = like?.state ?? initialState('c-test');
    this.now = like?.now ?? at;
    if (like !== undefined) {
      this.rows.push(...like.rows);
      for (const lease of like.provider) this.provider.add(lease);
      for (const [hash, text] of like.policies) this.policies.set(hash, text);
      this.#commands = like.#commands;
      for (const id of like.#played) this.#played.add(id);
      for (const [place, at] of like.#looks) this.#looks.set(place, at);
      return;
    }
    if (policy !== undefined) this.policies.set(policyHash(policy), policy);
    const key = `${file} ${policy ?? ''}`;
    const open = openings.get(key) ?? opening(file, policy);
    openings.set(key, open);
    this.#send(as('procurement'), { ...open, ...(details && { details }) });
  }

  /** Another book with the same past, so that a long beginning is played once. */
  copy(): Book {
    return new Book(undefined, undefined, this.decide, this);
  }

  /** What a person's command came to. */
  act(actor: Actor, command: HumanCommand | StopCommand): Handled['outcome'] {
    return this.#send(actor, command);
  }

  /** Lets time pass to an instant, with every deadline on the way. */
  until(at: Instant): this {
    if (toMs(at) < toMs(this.now)) throw new Error(`Time does not run back from ${this.now} to ${at}.`);
    this.#play();
    for (;;) {
      const next = nextDeadline(this.state, this.now);
      const look = nextLook(this.state, this.#looks, this.now);
      if (look !== undefined && toMs(look.at) <= toMs(at) && (next === undefined || toMs(look.at) < toMs(next))) {
        if (toMs(look.at) > toMs(this.now)) this.now = look.at;
        this.look(look.resource);
        continue;
      }
      if (next === undefined || toMs(next) > toMs(at)) break;
      this.now = next;
      this.#send(SYSTEM, { type: 'Tick' });
    }
    this.now = at;
    this.#send(SYSTEM, { type: 'Tick' });
    return this;
  }

  /** Looks at a place, as its Schedule does. */
  look(resource: string): void {
    this.#looks.set(resource, this.now);
    const outcome = this.#look(resource, false);
    if (outcome !== undefined) this.#send(SYSTEM, { type: 'ReportEffect', effectId: 'look', outcome });
    this.#play();
  }

  #look(resource: string, asked: boolean): EffectOutcome | undefined {
    const failing = this.state.surveys[resource]?.failingSince !== undefined;
    if (this.deleted.has(resource))
      return failing && !asked
        ? undefined
        : { kind: 'survey-failed', resource, code: 'ProviderRefused', message: 'gone', ...(asked && { asked: true }) };
    const seen = (lease: string) => this.#seen(lease);
    return lookAt(this.state, resource, { provider: this.provider, lapsed: this.lapsed, seen }, this.now, asked);
  }

  /** Lets hours pass. */
  after(hours: number): this {
    return this.until(plusMs(this.now, hours * 3_600_000));
  }

  /** Events recorded since a mark, without those of letters unless they are asked for. */
  since(mark: number, ...types: CaseEvent['type'][]): CaseEvent[] {
    const events = this.rows.slice(mark).map((r) => r.event);
    return types.length === 0 ? events : events.filter((e) => types.includes(e.type));
  }

  get mark(): number {
    return this.rows.length;
  }

  #send(actor: Actor, command: CaseCommand): Handled['outcome'] {
    const commandId = `command-${++this.#commands}`;
    const envelope: CommandEnvelope = { commandId, requestHash: commandId, actor, command };
    // As the engine does: what was settled a moment ago is not asked afresh.
    const isSettled = this.#rest?.state === this.state && this.#rest.now === this.now;
    const { entries, outcome } = this.decide(this.state, envelope, {
      now: this.now,
      runId: 'run',
      ...(isSettled && { settled: {} }),
    });
    for (const { actor: by, event } of entries) {
      const row: RecordedEvent = { seq: this.rows.length + 1, at: this.now, actor: by, commandId, event };
      this.rows.push(row);
      this.state = evolve(this.state, row);
    }
    this.#rest = { state: this.state, now: this.now };
    if (command.type !== 'ReportEffect') this.#play();
    return outcome;
  }

  /** Plays every effect that is due, and what follows from its outcome. */
  #play(): void {
    for (let round = 0; round < 200; round++) {
      const due = effectsDue(this.state, this.now).filter((e) => this.mail || e.kind !== 'send-mail');
      if (due.length === 0) return;
      for (const effect of due) {
        if (this.#played.has(effect.id)) throw new Error(`The effect ${effect.id} comes back.`);
        this.#played.add(effect.id);
        const outcome = this.#outcome(effect);
        this.#send(SYSTEM, { type: 'ReportEffect', effectId: effect.id, outcome });
      }
    }
    throw new Error('Effects find no end.');
  }

  #outcome(effect: Effect): EffectOutcome {
    switch (effect.kind) {
      case 'send-mail': {
        const { letterId, to } = effect.letter;
        const no = this.addresses.get(to);
        if (no !== undefined)
          return { kind: 'mail-failed', letterId, code: 'MailRefused', message: no, retryable: no === 'defers' };
        return { kind: 'mail-accepted', letterId, messageId: letterId, textHash: '', resent: false };
      }
      case 'converge-access':
        return this.#converge(effect);
      case 'look-at-place': {
        const { resource } = effect;
        return this.#look(resource, true) ?? { kind: 'place-looked', resource, seen: [], unknownAccounts: [] };
      }
      case 'identify-place':
        return {
          kind: 'place-identified',
          resource: effect.resource,
          place: { id: `n ${effect.resource}`, name: fromRef(effect.resource).id },
        };
      case 'identify-account':
        return {
          kind: 'account-identified',
          person: effect.person,
          of: effect.details,
          details: effect.details,
          providers: [...ACCOUNT_PROVIDERS],
        };
      case 'list-left-behind':
        return this.#listLeft(effect);
      case 'recompile-plan':
        return this.#recompile(effect);
      default:
        throw new Error(`No ${effect.kind} is played here.`);
    }
  }

  /** As a provider lists it: what is known to be somebody else's, or to have come before, is left out. */
  #listLeft({ lease, person, resource, since }: Extract<Effect, { kind: 'list-left-behind' }>): EffectOutcome {
    if (this.weather === 'down' || !this.lists)
      return { kind: 'left-behind-failed', lease, code: 'ProviderUnavailable', message: 'down' };
    const found = (this.left.get(resource) ?? []).filter(
      ({ at, by }) =>
        (at === undefined || since === undefined || toMs(at) >= toMs(since)) && (by === undefined || by === person),
    );
    return { kind: 'left-behind-listed', lease, found, unseen: this.unseen };
  }

  #recompile({ intake, model, policy }: Extract<Effect, { kind: 'recompile-plan' }>): EffectOutcome {
    const text = this.policies.get(policy ?? this.state.plan.policy.hash);
    return policy !== undefined && text === undefined
      ? { kind: 'plan-failed', said: { code: 'policy-change.policy-not-stored' } }
      : { kind: 'plan-compiled', plan: this.build(planOf(intake ?? this.state.intake, model, text)) };
  }

  #converge(effect: Extract<Effect, { kind: 'converge-access' }>): EffectOutcome {
    const { lease, intent, permission, wasThere } = effect;
    if (this.weather === 'down')
      return { kind: 'access-failed', lease, intent, code: 'ProviderUnavailable', message: 'down' };
    if (this.weather === 'refuses' && intent !== 'look')
      return {
        kind: 'access-failed',
        lease,
        intent,
        code: 'ProviderRefused',
        message: 'It may not be changed (HTTP 403).',
      };
    const before = this.#seen(lease) !== 'absent';
    // As the worker does it: what is gone needs no closing, and what was there and is gone is not opened.
    const acted = intent === 'close' ? before : intent === 'open' && (wasThere === undefined || before);
    if (this.weather === 'good' && acted && intent === 'open') this.provider.add(lease);
    if (this.weather === 'invites' && acted && intent === 'open' && !this.provider.has(lease)) this.#invite(lease);
    if (this.weather !== 'drops' && acted && intent === 'close') this.#takeOut(lease);
    return {
      ...{ kind: 'access-seen', lease, intent, seen: this.#seen(lease), permission, acted, providerRequests: 1 },
      ...(intent === 'close' && this.#seen(lease) === 'present' && { ways: this.#ways(lease) }),
      ...(this.lapsed.has(lease) && { lapsedInvitation: true }),
    };
  }

  #seen(lease: string): 'present' | 'invited' | 'absent' {
    if (this.provider.has(lease) || this.teams.has(lease)) return 'present';
    return this.invited.has(lease) ? 'invited' : 'absent';
  }

  #ways(lease: string): WayIn[] {
    const team = this.teams.get(lease);
    const direct: WayIn[] = this.provider.has(lease) ? [{ by: 'direct' }] : [];
    return team === undefined ? direct : [...direct, { by: 'team', through: team }];
  }

  #invite(lease: string): void {
    this.lapsed.delete(lease);
    this.invited.add(lease);
  }

  #takeOut(lease: string): void {
    this.provider.delete(lease);
    this.invited.delete(lease);
  }
}

/** Somebody of the case in their role: `as('legal')`, `as('engineer', 'ada')`. */
export const as = (role: Role, personId: string = role): Actor => ({ personId, role });
