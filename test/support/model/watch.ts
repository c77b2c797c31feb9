import type { RecordedEvent } from '../../../domain/case/events.js';
import { own } from '../../../domain/record.js';
import { type Instant, latest, MINUTE_MS, plusMs } from '../../../domain/time.js';
import type { ModelCase } from './modelCase.js';
import { type ModelWorld, PLACE } from './modelWorld.js';
import { CasePromise, rank } from './promise.js';
import type { Fault, Watcher } from './strictProvider.js';

/** The longest wait before a closing that failed is made again, and a minute. */
const LONGEST_RETRY_MS = 61 * MINUTE_MS;

/**
 * What people are promised, held against the provider itself.
 *
 * 1. Nothing is given that no case's papers carry at that very instant, by the number of the account, or that is stopped.
 * 2. What an account holds by itself beyond that is taken away at once; after a request that failed, or by a closing that a team keeps from passing,
 *    within the longest wait; after somebody's hand with the next list of the place.
 * 3. Nothing is called absent while any way lets in.
 * 4. What the record says is open is open, unless somebody's hand was in it.
 */
export class Watch implements Watcher {
  readonly breaches: string[] = [];
  readonly #promises = new Map<ModelCase, CasePromise>();
  /** Accounts that somebody's hand gave or took something, until the place is listed. */
  readonly #byHand = new Set<string>();
  /** Accounts whose ways somebody's hand has changed at all. */
  readonly #touched = new Set<string>();
  #unsureUntil: Instant | undefined;
  /** What has happened, so that a test can say that something did. */
  readonly counts = { given: 0, absent: 0, faults: 0 };

  constructor(private readonly world: ModelWorld) {
    for (const one of world.cases) {
      const promise = new CasePromise((person, details) => world.store.numberOf(one.caseId, person, details));
      this.#promises.set(one, promise);
      for (const row of one.rows) promise.take(row);
      one.recorded = (row) => this.#recorded(one, promise, row);
    }
  }

  /** Somebody who runs the place changes how an account comes in. */
  hand(account: string, isDirect: boolean): void {
    if (isDirect) this.#byHand.add(account);
    this.#touched.add(account);
    // What a team keeps open is tried again within an hour; a look says nothing of it meanwhile.
    const ways = this.world.provider.ways(PLACE, account);
    if (!isDirect || ways.some(({ by }) => by === 'team' || by === 'organisation')) this.unsure(this.world.now);
  }

  /** Something has failed or was lost: what follows is owed later. */
  unsure(from: Instant): void {
    this.#unsureUntil = latest([this.#unsureUntil, plusMs(from, LONGEST_RETRY_MS)]);
  }

  async between(): Promise<void> {
    const [next] = this.world.meanwhile;
    if (next === undefined || next.requests-- > 0) return;
    this.world.meanwhile.shift();
    await next.does();
  }

  faulty(_: Fault): void {
    this.counts.faults++;
    this.unsure(this.world.now);
  }

  listed(): void {
    this.#byHand.clear();
  }

  given(place: string, account: string, permission: string): void {
    this.counts.given++;
    if (this.#isStopped(account)) this.#breach(`${permission} is given to ${account}, who was stopped`);
    const most = this.#most(place, account);
    if (rank(permission) > rank(most))
      this.#breach(`${permission} is given to ${account}, who may have ${most ?? 'nothing'}`);
  }

  #isStopped(account: string): boolean {
    const { stops } = this.world.store;
    return [...this.#promises.values()].some((promise) => promise.peopleWith(account).some((one) => stops.has(one)));
  }

  #most(place: string, account: string): string | undefined {
    const each = [...this.#promises.values()].map((promise) => promise.permission(place, account, this.world.now));
    return each.reduce((most, one) => (rank(one) > rank(most) ? one : most), undefined);
  }

  #breach(what: string): void {
    this.breaches.push(`${this.world.now}: ${what}`);
  }

  /** Holds everything that is at rest against the promise. */
  check(): void {
    if (this.#unsureUntil !== undefined && this.world.now <= this.#unsureUntil) return;
    const { provider } = this.world;
    for (const [account] of provider.accounts) {
      const held = provider.direct(PLACE, account)?.permission;
      if (held === undefined || this.#byHand.has(account) || !this.#isOurs(account)) continue;
      const most = this.#most(PLACE, account);
      if (rank(held) > rank(most)) this.#breach(`${account} holds ${held} and may have ${most ?? 'nothing'}`);
    }
    for (const [one, promise] of this.#promises)
      for (const { account, place, permission } of promise.claimed()) {
        // What is stopped is taken away also where the case is told of the stop later.
        if (this.#touched.has(account) || this.#isStopped(account) || provider.isGone(place, account)) continue;
        const held = provider.ways(place, account).map((way) => rank(way.permission));
        if (Math.max(-1, ...held) < rank(permission))
          this.#breach(`${one.caseId} says that ${account} has ${permission}, who is let in by less`);
      }
  }

  /** What Drawbridge itself has given is its own to take away; what somebody's hand has, where a case that looks there has them. Others are asked about. */
  #isOurs(account: string): boolean {
    const all = [...this.#promises.values()];
    return this.#touched.has(account)
      ? all.some((promise) => promise.hasIn(account))
      : all.some(({ known }) => known.has(account));
  }

  #recorded(one: ModelCase, promise: CasePromise, row: RecordedEvent): void {
    promise.take(row);
    const { event } = row;
    const isAbsent =
      ((event.type === 'AccessWithdrawn' || event.type === 'AbsenceProven') && event.others === undefined) ||
      (event.type === 'AccessObserved' && event.seen === 'absent');
    if (!isAbsent) return;
    this.counts.absent++;
    const lease = own(one.state.leases, event.lease);
    const place = lease && own(one.state.places, lease.resource)?.place?.id;
    const number = lease && this.world.store.numberOf(one.caseId, lease.person, lease.account);
    if (place === undefined || number === undefined || this.world.provider.isGone(place, number)) return;
    const ways = this.world.provider.ways(place, number).map(({ by }) => by);
    if (ways.length > 0) this.#breach(`${one.caseId} calls ${number} absent, who comes in by ${ways.join(' and ')}`);
  }
}
