import { createConvergeAccess } from '../../../activities/access/convergeAccess.js';
import { createIdentifyAccount, createIdentifyPlace } from '../../../activities/access/identify.js';
import { createListLeftBehind } from '../../../activities/access/listLeftBehind.js';
import { createLookAtPlace, createLookForAll } from '../../../activities/access/lookAtPlace.js';
import { nextLookAt, placeRows } from '../../../domain/access/placeRows.js';
import type { Effect, EffectOutcome } from '../../../domain/case/effects.js';
import { SYSTEM } from '../../../domain/case/roles.js';
import { effectsDue } from '../../../domain/decider/effectsDue.js';
import { nextDeadline } from '../../../domain/decider/handle.js';
import { earliest, type Instant, MINUTE_MS, notAfter, plusMs, toMs } from '../../../domain/time.js';
import type { AccessProvider } from '../../../providers/access/port.js';
import { providersOf } from '../../../providers/access/registry.js';
import { ModelCase } from './modelCase.js';
import { BEGIN, DETAILS, type Start, started } from './modelStart.js';
import { ModelStore } from './modelStore.js';
import { StrictProvider } from './strictProvider.js';
import { Watch } from './watch.js';

export const PLACE = 'n github:meridian/eta-model';
/** Numbers and logins of everybody: of the first case, of the second one, of both, and of nobody. */
const ACCOUNTS: [string, string][] = [
  ['1', 'ada-kowalczyk'],
  ['2', 'nina-wrona'],
  ['3', 'ada-ferreira'],
  ['9', 'night-owl'],
];
const CASES = [
  { caseId: 'c-a', file: 'small-team.yaml', accounts: { ada: '1', nina: '2' } },
  { caseId: 'c-b', file: 'second-vendor.yaml', accounts: { ada: '3', nina: '2' } },
];

type Ports = { provider: AccessProvider; store: ModelStore['ports'] };
/** A way in which the engine is broken on purpose. */
export type Broken = (ports: Ports, world: StrictProvider) => Ports;

type Lost = { one: ModelCase; effect: Effect; at: Instant };

/** Two cases at one place, whose effects are the product's own activities over a strict provider; time passes from deadline to deadline. */
export class ModelWorld {
  now: Instant = BEGIN;
  readonly provider = new StrictProvider();
  readonly cases: ModelCase[];
  readonly store: ModelStore;
  readonly watch: Watch;
  /** Outcomes of the next effects that are lost, by the minutes after which they are played again. */
  readonly crashes: number[] = [];
  /** What happens while a request is under way. */
  readonly meanwhile: { requests: number; does(): Promise<void> | void }[] = [];
  /** What is told to a case with the next step of time. */
  readonly behind: (() => void)[] = [];
  readonly #begun = new Set<string>();
  #lost: Lost[] = [];
  readonly #ports: Ports;

  constructor(starts: [Start, Start], broken: Broken = (ports) => ports) {
    for (const [number, name] of ACCOUNTS) this.provider.register(number, name);
    this.provider.places.set(PLACE, { name: 'meridian/eta-model' });
    this.cases = CASES.map(({ caseId, file }, i) => {
      const { book, script } = started(file, starts[i] ?? 0);
      return new ModelCase(caseId, book, [...script], () => this.now);
    });
    this.store = new ModelStore(this.cases);
    for (const { caseId, accounts } of CASES)
      for (const [person, id] of Object.entries(accounts)) {
        const name = this.provider.accounts.get(id)?.name ?? '';
        this.store.tell(caseId, person, DETAILS[person as 'ada' | 'nina'], { github: { id, name } });
      }
    this.#ports = broken({ provider: this.provider, store: this.store.ports }, this.provider);
    this.watch = new Watch(this);
    for (const { caseId, state } of this.cases)
      for (const { person, account, permission, want } of Object.values(state.leases)) {
        const number = this.store.numberOf(caseId, person, account);
        const held = number === undefined ? undefined : this.provider.direct(PLACE, number);
        if (number !== undefined && want === 'present' && (held === undefined || held.permission === 'pull'))
          this.provider.setDirect(PLACE, number, permission);
      }
    this.provider.watcher = this.watch;
  }

  /** Plays everything that is due until nothing is. */
  async settle(): Promise<void> {
    for (let round = 0; round < 60; round++) {
      const again = this.#lost.filter(({ at }) => notAfter(at, this.now));
      this.#lost = this.#lost.filter((one) => !again.includes(one));
      for (const { one, effect } of again) await this.#play(one, effect, true);
      const due = this.cases.flatMap((one) =>
        effectsDue(one.state, this.now)
          .filter(({ id, kind }) => kind !== 'send-mail' && !this.#begun.has(`${one.caseId} ${id}`))
          .map((effect) => ({ one, effect })),
      );
      for (const { one, effect } of due) await this.#play(one, effect, false);
      if (due.length === 0 && again.length === 0) return this.watch.check();
    }
    throw new Error('Effects find no end.');
  }

  /** Plays what is due in a case now, in the middle of something else. */
  async playDueOf(one: ModelCase): Promise<void> {
    for (const effect of effectsDue(one.state, this.now))
      if (effect.kind !== 'send-mail' && !this.#begun.has(`${one.caseId} ${effect.id}`))
        await this.#play(one, effect, false);
  }

  async #play(one: ModelCase, effect: Effect, again: boolean): Promise<void> {
    this.#begun.add(`${one.caseId} ${effect.id}`);
    const outcome = await this.#outcome(one.caseId, effect, again);
    const minutes = again ? undefined : this.crashes.shift();
    if (minutes !== undefined) {
      const at = plusMs(this.now, minutes * MINUTE_MS);
      this.watch.unsure(at);
      this.#lost.push({ one, effect, at });
    } else one.send(SYSTEM, { type: 'ReportEffect', effectId: effect.id, outcome });
  }

  async #outcome(caseId: string, effect: Effect, again: boolean): Promise<EffectOutcome> {
    const { store, provider } = this.#ports;
    const providers = providersOf(provider);
    const clockOffsetMs = toMs(this.now) - Date.now();
    const context = { caseId, caseTime: this.now, clockOffsetMs, ...(again && { again: true as const }) };
    switch (effect.kind) {
      case 'converge-access':
        return createConvergeAccess({ store, providers })(effect, context);
      case 'identify-account':
        return createIdentifyAccount({ store, providers })(effect, context);
      case 'identify-place':
        return createIdentifyPlace({ store, providers })(effect, context);
      case 'look-at-place':
        return createLookAtPlace(this.#lookPorts)(effect, context);
      case 'list-left-behind':
        return createListLeftBehind({ store, providers })(effect, context);
      default:
        throw new Error(`No ${effect.kind} is played here.`);
    }
  }

  get #lookPorts() {
    return {
      store: this.#ports.store,
      providers: providersOf(this.#ports.provider),
      tell: async (caseId: string, outcome: EffectOutcome) => {
        const one = this.cases.find((its) => its.caseId === caseId);
        one?.send(SYSTEM, { type: 'ReportEffect', effectId: `look ${this.now}`, outcome });
        return true;
      },
    };
  }

  /** The look that the Schedule of the place makes, or a webhook. */
  async look(): Promise<void> {
    this.#looked = this.now;
    await createLookForAll(this.#lookPorts)({ provider: 'github', placeId: PLACE, at: this.now });
    await this.settle();
  }

  #looked: Instant = BEGIN;

  get #nextLook(): Instant | undefined {
    const rows = this.cases.flatMap(({ state }) => placeRows(state));
    return earliest(rows.map((row) => nextLookAt(row, this.#looked)));
  }

  /** Lets time pass, with every deadline and every look on the way. */
  async pass(minutes: number): Promise<void> {
    const end = plusMs(this.now, minutes * MINUTE_MS);
    for (const tell of this.behind.splice(0)) tell();
    await this.settle();
    for (;;) {
      const look = this.#nextLook;
      const deadlines = this.cases.map(({ state }) => nextDeadline(state, this.now));
      const next = earliest([...deadlines, ...this.#lost.map(({ at }) => at), look]);
      if (next === undefined || toMs(next) > toMs(end)) break;
      if (toMs(next) > toMs(this.now)) this.now = next;
      if (look !== undefined && notAfter(look, this.now)) await this.look();
      for (const [i, one] of this.cases.entries()) {
        const deadline = deadlines[i];
        if (deadline !== undefined && notAfter(deadline, this.now)) one.send(SYSTEM, { type: 'Tick' });
      }
      await this.settle();
    }
    this.now = end;
    for (const one of this.cases) one.send(SYSTEM, { type: 'Tick' });
    await this.settle();
  }
}
