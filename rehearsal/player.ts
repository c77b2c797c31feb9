import { calendarOf } from '../activities/calendars/calendarOf.js';
import { fastForward } from '../client/fastForward.js';
import type { Calendar } from '../domain/clocks/calendar.js';
import { DAY_MS, fromMs, type Instant, toMs } from '../domain/time.js';
import type { LedgerRow } from '../evidence/ledger.js';
import { type Acted, Acts, type ActsOfPeople } from './acts.js';
import { Cast } from './cast.js';
import { check, type Verdict } from './expectations.js';
import { explainedAsSeen } from './explained.js';
import type { Servers } from './ground.js';
import { joinersOf } from './joiners.js';
import type { Loaded } from './load.js';
import { instantAt } from './moment.js';
import { ReachLog } from './reachLog.js';
import { provenReal } from './real.js';
import { type Stage, setStage } from './servers.js';
import { type TimedStep, timeline } from './timeline.js';
import { changeWorld, clearWorld } from './world.js';
import type { WorldAct } from './worldActs.js';

/** What a rehearsal tells while it plays. */
export type Told =
  | { kind: 'opened'; caseId: string; at: Instant }
  | { kind: 'acted'; at: Instant; acted: Acted; asExpected: boolean }
  | { kind: 'world'; at: Instant; act: WorldAct }
  | { kind: 'ledger'; row: LedgerRow; names: Record<string, string> }
  | { kind: 'checked'; at: Instant; verdict: Verdict };

/** What a rehearsal came to. */
export type Played = {
  caseId: string;
  ok: boolean;
  verdicts: (Verdict & { at: Instant })[];
  rows: LedgerRow[];
  providerRequests: number;
  stage: Stage;
  cast: Cast;
  now: Instant;
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

/** Plays a scenario step by step; a person may act in the same case between the steps. */
export class Player {
  readonly #cast: Cast;
  readonly #acts: ActsOfPeople;
  readonly #rows: LedgerRow[] = [];
  readonly #verdicts: (Verdict & { at: Instant })[] = [];
  #names: Record<string, string> = {};
  #caseId = '';
  #now: Instant = fromMs(0);
  /** The case's time, as long as nothing was done since it was asked for. */
  #settled: Awaited<ReturnType<typeof fastForward>>;
  #steps: { at: Instant; step: TimedStep }[] = [];
  readonly #reach: ReachLog;

  constructor(
    private readonly servers: Servers,
    private readonly stage: Stage,
    private readonly loaded: Loaded,
    private readonly calendar: Calendar,
    private readonly tell: (told: Told) => void,
    actsOf: (cast: Cast) => ActsOfPeople = (cast) => new Acts(stage, cast),
  ) {
    this.#cast = new Cast(stage, loaded.caseFile, joinersOf(loaded.steps));
    this.#acts = actsOf(this.#cast);
    this.#reach = new ReachLog(servers, loaded, joinersOf(loaded.steps));
  }

  get caseId(): string {
    return this.#caseId;
  }

  /** The next step of the scenario; undefined after the last. */
  get nextStep(): { at: Instant; step: TimedStep } | undefined {
    return this.#steps[0];
  }

  /** Opens the case at the scenario's first moment. */
  async open(startAt: Instant): Promise<void> {
    this.#caseId = await this.#acts.open(this.loaded.caseText);
    this.#now = startAt;
    this.#steps = timeline(this.loaded.steps, this.loaded.caseFile.startDate, this.calendar, startAt);
    this.tell({ kind: 'opened', caseId: this.#caseId, at: startAt });
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

  /** Where the case's time stands, after what people did; undefined once the case has ended. */
  async time(): Promise<Awaited<ReturnType<typeof fastForward>>> {
    await this.#settle();
    return this.#settled;
  }

  async run(startAt: Instant): Promise<Omit<Played, 'stage'>> {
    const seenBefore = this.servers.github.requests().length;
    await this.open(startAt);
    while (this.nextStep !== undefined) await this.playNext();
    await this.#settle();
    const providerRequests = this.servers.github.requests().length - seenBefore;
    for (const verdict of provenReal(this.#rows, providerRequests)) this.#record(verdict);
    for (const verdict of await this.#explained()) this.#record(verdict);
    const ok = this.#verdicts.every((v) => v.met);
    return {
      caseId: this.#caseId,
      ok,
      verdicts: this.#verdicts,
      rows: this.#rows,
      providerRequests,
      cast: this.#cast,
      now: this.#now,
    };
  }

  async #explained(): Promise<Verdict[]> {
    const { token } = await this.#cast.player('procurement');
    const told = await this.servers.store.people.told({ caseId: this.#caseId });
    const caseUrl = `${this.stage.apiUrl}/api/cases/${this.#caseId}`;
    return explainedAsSeen(caseUrl, token, { changes: this.#reach.changes, told });
  }

  async #play(step: TimedStep): Promise<void> {
    if ('world' in step) return await this.#world(step.world);
    if ('expect' in step) return await this.#expect(step);
    if ('paper' in step) {
      for (const acted of await this.#acts.paper(step.as, step.paper)) this.#judge(acted);
    } else if ('do' in step) {
      for (const [name, body] of (Array.isArray(step.do) ? step.do : [step.do]).flatMap((acts) => Object.entries(acts)))
        this.#judge(await this.#acts.act(step.as, name, body ?? {}), step.refused);
    }
    await this.#settle();
  }

  /** An act that is refused although nobody expected it, or done although it should be refused, is a failure of the scenario. */
  #judge(acted: Acted, expected?: string): void {
    const found = acted.refused?.code ?? 'done';
    const asExpected = found === (expected ?? 'done');
    this.tell({ kind: 'acted', at: this.#now, acted, asExpected });
    if (asExpected && expected === undefined) return;
    const why = acted.refused === undefined ? found : `${found}: ${acted.refused.message}`;
    this.#record({ met: asExpected, expected: `${acted.by}: ${acted.what} is ${expected ?? 'done'}`, found: why });
  }

  #record(verdict: Verdict): void {
    this.#verdicts.push({ ...verdict, at: this.#now });
    this.tell({ kind: 'checked', at: this.#now, verdict });
  }

  async #expect(step: Extract<TimedStep, { expect: unknown }>): Promise<void> {
    // Any other step ends with a case at rest.
    if (this.#settled === undefined) await this.#settle();
    const view = await this.#acts.read();
    const scene = { view, rows: this.#rows, cast: this.#cast, servers: this.servers };
    for (const expectation of Array.isArray(step.expect) ? step.expect : [step.expect])
      for (const verdict of await check(expectation, scene)) this.#record(verdict);
  }

  async #world(act: WorldAct): Promise<void> {
    this.tell({ kind: 'world', at: this.#now, act });
    await changeWorld(this.servers, this.stage, act, this.#now);
    await this.#reach.look(this.#now);
    await this.#settle();
  }

  /** Lets the case's time pass, and tells the story as it goes. */
  async #until(target: Instant): Promise<void> {
    if (toMs(this.#now) >= toMs(target)) return;
    const { client, looks } = this.stage;
    const parts = { connection: this.servers.connection, client, looks, passed: () => this.#readLedger() };
    this.#settled = await fastForward(parts, this.#caseId, target, this.#settled);
    this.#now = this.#settled?.now ?? target;
    await this.#readLedger();
  }

  /** Waits until nothing is pending in the case, then tells what has come onto the record. */
  async #settle(): Promise<void> {
    const time = await this.stage.client.caseTime(this.#caseId).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'CaseNotFound') return undefined;
      throw error;
    });
    this.#settled = time;
    if (time !== undefined) this.#now = time.now;
    await this.#readLedger();
  }

  async #readLedger(): Promise<void> {
    let isNew = false;
    for (;;) {
      const rows = await this.servers.store.ledger.readEntries(this.#caseId, {
        afterSeq: this.#rows.length,
        limit: 500,
      });
      if (rows.length === 0) break;
      isNew = true;
      const ids = [...new Set(JSON.stringify(rows).match(/p-[a-z0-9]{16}/g) ?? [])].filter(
        (id) => this.#names[id] === undefined,
      );
      if (ids.length > 0)
        this.#names = { ...this.#names, ...(await this.servers.store.people.namesOf(ids, this.#caseId)) };
      for (const row of rows) {
        this.#rows.push(row);
        this.tell({ kind: 'ledger', row, names: this.#names });
      }
    }
    const last = this.#rows.at(-1);
    if (isNew && last !== undefined) await this.#reach.look(last.at);
  }
}
