import { calendarOf } from '../activities/calendars/calendarOf.js';
import { fastForwardTogether } from '../client/fastForward.js';
import type { Calendar } from '../domain/clocks/calendar.js';
import { DAY_MS, earliest, fromMs, type Instant, latest, plusMs, toMs } from '../domain/time.js';
import type { LedgerRow } from '../evidence/ledger.js';
import type { Acted, ActsOfPeople } from './acts.js';
import { CaseInPlay, type PlayedCase, type SettledTime } from './caseInPlay.js';
import type { Cast } from './cast.js';
import { check, type Verdict } from './expectations.js';
import type { Servers } from './ground.js';
import { joinersOf } from './joiners.js';
import { isBeside, type Loaded, type LoadedCase } from './load.js';
import { instantAt } from './moment.js';
import { ReachLog } from './reachLog.js';
import { provenReal } from './real.js';
import type { Step } from './schema.js';
import { type Stage, setStage } from './servers.js';
import { type TimedStep, timeline } from './timeline.js';
import { changeWorld, clearWorld } from './world.js';
import type { WorldAct } from './worldActs.js';

/** In which case of a scenario it is; left out: in its own. */
type Where = { in?: 'beside' };

/** What a rehearsal tells while it plays. */
export type Told =
  | ({ kind: 'opened'; caseId: string; at: Instant } & Where)
  | ({ kind: 'acted'; at: Instant; acted: Acted; asExpected: boolean } & Where)
  | { kind: 'world'; at: Instant; act: WorldAct }
  | ({ kind: 'ledger'; row: LedgerRow; names: Record<string, string> } & Where)
  | ({ kind: 'checked'; at: Instant; verdict: Verdict } & Where);

/** What a rehearsal came to. */
export type Played = PlayedCase & {
  ok: boolean;
  verdicts: (Verdict & { at: Instant })[];
  providerRequests: number;
  stage: Stage;
  now: Instant;
  /** The second case, where the scenario has one. */
  beside?: PlayedCase;
};

/** Plays a scenario on the given servers. The stage stays up until the caller stops it, so that reports can be read. */
export async function play(
  servers: Servers,
  loaded: Loaded,
  tell: (told: Told) => void,
  rolloverEvents = loaded.scenario.rolloverEvents,
): Promise<Played> {
  const { caseFile, scenario } = loaded;
  const calendar = clientCalendar(loaded);
  await clearWorld(servers, loaded);
  const startAt = instantAt(scenario.opens, caseFile.startDate, calendar, fromMs(0));
  const { policyText } = loaded;
  const stage = await setStage(servers, {
    startAt,
    ...(policyText !== undefined && { policyText }),
    ...(rolloverEvents !== undefined && { rolloverEvents }),
  });
  try {
    const player = new Player(servers, stage, loaded, calendar, tell);
    return { ...(await player.run(startAt)), stage };
  } catch (error) {
    await stage.stop();
    throw error;
  }
}

/** Working time of the client of a scenario, around its start. */
export function clientCalendar({ caseFile }: Loaded): Calendar {
  const from = fromMs(Date.parse(caseFile.startDate) - 60 * DAY_MS).slice(0, 10);
  return calendarOf({ timeZone: caseFile.client.timeZone, holidays: caseFile.client.holidays, from, days: 800 });
}

/** How much later than the first one a second case is opened at least, milliseconds. */
const SECOND_MS = 1_000;

/** Plays a scenario step by step; a person may act in the same cases between the steps. */
export class Player {
  readonly #own: CaseInPlay;
  readonly #beside: CaseInPlay | undefined;
  readonly #verdicts: (Verdict & { at: Instant })[] = [];
  #now: Instant = fromMs(0);
  /** The time of each case that goes on, as long as nothing was done since it was asked for. */
  #settled: ReadonlyMap<string, NonNullable<SettledTime>> | undefined;
  #steps: { at: Instant; step: TimedStep }[] = [];
  readonly #reach: ReachLog;

  constructor(
    private readonly servers: Servers,
    private readonly stage: Stage,
    private readonly loaded: Loaded,
    private readonly calendar: Calendar,
    private readonly tell: (told: Told) => void,
    actsOf?: (cast: Cast) => ActsOfPeople,
  ) {
    const { steps, beside } = loaded;
    const caseOf = (file: LoadedCase, isIn: (step: Step) => boolean) =>
      new CaseInPlay(servers, stage, file, joinersOf(steps.filter(isIn)), actsOf);
    this.#own = caseOf(loaded, (step) => !isBeside(step));
    this.#beside = beside && caseOf(beside, isBeside);
    this.#reach = new ReachLog(servers, loaded, joinersOf(steps));
  }

  get #cases(): CaseInPlay[] {
    return this.#beside === undefined ? [this.#own] : [this.#own, this.#beside];
  }

  get caseId(): string {
    return this.#own.caseId;
  }

  /** The next step of the scenario; undefined after the last. */
  get nextStep(): { at: Instant; step: TimedStep } | undefined {
    return this.#steps[0];
  }

  /** Opens the scenario's case at its first moment, and the second one right after it. */
  async open(startAt: Instant): Promise<void> {
    this.#now = startAt;
    this.#steps = timeline(this.loaded.steps, this.loaded.caseFile.startDate, this.calendar, startAt);
    for (const one of this.#cases) {
      if (one === this.#beside) {
        const { now = startAt } = (await this.#own.settle()) ?? {};
        this.stage.nextOpensAt(plusMs(now, SECOND_MS));
      }
      await one.open();
      this.tell({ kind: 'opened', caseId: one.caseId, at: startAt, ...this.#whereIs(one) });
    }
  }

  /** Lets time pass up to the next step, and plays it. */
  async playNext(): Promise<void> {
    const next = this.#steps.shift();
    if (next === undefined) return;
    await this.#until(next.at);
    await this.#play(next.step);
  }

  /** Lets time pass without playing anything; what people did meanwhile is settled first. */
  async passTo(target: Instant): Promise<void> {
    await this.#settle();
    await this.#until(target);
  }

  /** Where the time of the scenario's own case stands, after what people did; undefined once it has ended. */
  async time(): Promise<SettledTime> {
    await this.#settle();
    return this.#settled?.get(this.caseId);
  }

  async run(startAt: Instant): Promise<Omit<Played, 'stage'>> {
    const seenBefore = this.servers.github.requests().length;
    await this.open(startAt);
    while (this.nextStep !== undefined) await this.playNext();
    await this.#settle();
    const providerRequests = this.servers.github.requests().length - seenBefore;
    for (const one of this.#cases) {
      const found = [...provenReal(one.rows, providerRequests), ...(await one.explained(this.#reach.changes))];
      for (const verdict of found) this.#record(verdict, one);
    }
    return {
      ...this.#own.played,
      ok: this.#verdicts.every((v) => v.met),
      verdicts: this.#verdicts,
      providerRequests,
      now: this.#now,
      ...(this.#beside && { beside: this.#beside.played }),
    };
  }

  /** The case in which a step is played. */
  #caseOf(step: TimedStep): CaseInPlay {
    return (isBeside(step) ? this.#beside : undefined) ?? this.#own;
  }

  #whereIs(one: CaseInPlay): Where {
    return one === this.#beside ? { in: 'beside' } : {};
  }

  async #play(step: TimedStep): Promise<void> {
    if ('world' in step) return await this.#world(step.world);
    if ('expect' in step) return await this.#expect(step);
    const one = this.#caseOf(step);
    if ('paper' in step) {
      for (const acted of await one.acts.paper(step.as, step.paper)) this.#judge(one, acted);
    } else if ('do' in step) {
      for (const [name, body] of (Array.isArray(step.do) ? step.do : [step.do]).flatMap((acts) => Object.entries(acts)))
        this.#judge(one, await one.acts.act(step.as, name, body ?? {}), step.refused);
    }
    await this.#settle();
  }

  /** An act that is refused although nobody expected it, or done although it should be refused, is a failure of the scenario. */
  #judge(one: CaseInPlay, acted: Acted, expected?: string): void {
    const found = acted.refused?.code ?? 'done';
    const asExpected = found === (expected ?? 'done');
    this.tell({ kind: 'acted', at: this.#now, acted, asExpected, ...this.#whereIs(one) });
    if (asExpected && expected === undefined) return;
    const why = acted.refused === undefined ? found : `${found}: ${acted.refused.message}`;
    this.#record({ met: asExpected, expected: `${acted.by}: ${acted.what} is ${expected ?? 'done'}`, found: why }, one);
  }

  #record(verdict: Verdict, one: CaseInPlay): void {
    const expected = one === this.#beside ? `beside: ${verdict.expected}` : verdict.expected;
    this.#verdicts.push({ ...verdict, expected, at: this.#now });
    this.tell({ kind: 'checked', at: this.#now, verdict, ...this.#whereIs(one) });
  }

  async #expect(step: Extract<TimedStep, { expect: unknown }>): Promise<void> {
    // Any other step ends with cases at rest.
    if (this.#settled === undefined) await this.#settle();
    const one = this.#caseOf(step);
    const scene = { view: await one.acts.read(), rows: one.rows, cast: one.cast, servers: this.servers };
    for (const expectation of Array.isArray(step.expect) ? step.expect : [step.expect])
      for (const verdict of await check(expectation, scene)) this.#record(verdict, one);
  }

  async #world(act: WorldAct): Promise<void> {
    this.tell({ kind: 'world', at: this.#now, act });
    await changeWorld(this.servers, this.stage, act, this.#now);
    await this.#reach.look(this.#now);
    await this.#settle();
  }

  /** Lets the time of the cases pass, and tells the story as it goes. */
  async #until(target: Instant): Promise<void> {
    if (toMs(this.#now) >= toMs(target)) return;
    const { client, looks } = this.stage;
    const parts = { connection: this.servers.connection, client, looks, passed: () => this.#readLedgers() };
    const ids = this.#cases.map(({ caseId }) => caseId);
    this.#settled = await fastForwardTogether(parts, ids, target, this.#settled);
    this.#now = this.#slowest ?? target;
    await this.#readLedgers();
  }

  get #slowest(): Instant | undefined {
    return earliest([...(this.#settled?.values() ?? [])].map(({ now }) => now));
  }

  /** Waits until nothing is pending in any case, then tells what has come onto the records. */
  async #settle(): Promise<void> {
    const settled = new Map<string, NonNullable<SettledTime>>();
    for (const one of this.#cases) {
      const time = await one.settle();
      if (time !== undefined) settled.set(one.caseId, time);
    }
    this.#settled = settled;
    this.#now = this.#slowest ?? this.#now;
    await this.#readLedgers();
  }

  async #readLedgers(): Promise<void> {
    let last: Instant | undefined;
    for (const one of this.#cases)
      for (const row of await one.readNewRows()) {
        this.tell({ kind: 'ledger', row, names: one.names, ...this.#whereIs(one) });
        last = latest([last, row.at]);
      }
    if (last !== undefined) await this.#reach.look(last);
  }
}
