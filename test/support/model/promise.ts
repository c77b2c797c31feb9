import type { RecordedEvent } from '../../../domain/case/events.js';
import { Bookkeeper } from '../domain/oracle.js';
import { RANKS } from './strictProvider.js';

/** What the policy's profiles give at GitHub. */
const GIVES: Record<string, string> = { reader: 'pull', contributor: 'push', maintainer: 'maintain' };

/** How much of two permissions gives more; nothing gives least. */
export const rank = (permission: string | undefined): number =>
  permission === undefined ? -1 : RANKS.indexOf(permission);

type Need = { resource: string; profile: string };
type Open = { person: string; resource: string; permission: string; opened: boolean };

/**
 * What a case promises, from its rows alone: whose papers, acceptance, gates and flags let whom hold what, by the number of the account that was
 * accepted. It knows no lease and shares no rule with the product.
 */
export class CasePromise {
  readonly #book = new Bookkeeper();
  readonly #needs = new Map<string, Need[]>();
  readonly #accepted = new Map<string, string>();
  readonly #flags = new Set<string>();
  readonly #lastInstants = new Map<string, string>();
  readonly #places = new Map<string, string>();
  readonly #open = new Map<string, Open>();
  /** Numbers of accounts to which this case has ever granted anything. */
  readonly known = new Set<string>();

  constructor(private readonly numberOf: (person: string, details: string) => string | undefined) {}

  take(row: RecordedEvent): void {
    this.#book.take(row);
    const { event } = row;
    switch (event.type) {
      case 'CaseOpened':
        for (const one of event.intake.engineers) this.#propose(one.person, one.needs);
        return;
      case 'PersonProposed':
        this.#propose(event.person, event.needs);
        return;
      case 'NeedsSet':
        this.#needs.set(event.person, event.needs);
        return;
      case 'PersonAccepted':
        this.#accepted.set(event.person, event.details ?? '');
        return;
      case 'PersonRejected':
      case 'PersonLeft':
        this.#accepted.delete(event.person);
        return;
      case 'PersonCorrected':
        if (event.details !== undefined) this.#accepted.delete(event.person);
        return;
      case 'AccountIdentified':
        // A renamed account is the same one, under another entry of what is told.
        if (this.#accepted.get(event.person) === event.of) this.#accepted.set(event.person, event.details);
        return;
      case 'ResourceIdentified':
        this.#places.set(event.resource, event.place.id);
        return;
      case 'DepartureRecorded':
        this.#lastInstants.set(event.person, event.lastInstant);
        return;
      case 'RedFlagRaised':
        this.#flags.add(event.person === undefined ? event.flag : `${event.flag}:${event.person}`);
        return;
      case 'RedFlagCleared':
        this.#flags.delete(event.key);
        return;
      default:
        this.#takeAccess(row);
    }
  }

  /** What the record says of access: not what may be held, but what it claims. */
  #takeAccess({ event }: RecordedEvent): void {
    if (event.type === 'AccessGranted') {
      const { lease, person, resource, permission } = event;
      const number = this.#numberOf(person);
      if (number !== undefined) this.known.add(number);
      this.#open.set(lease, { person, resource, permission, opened: this.#open.get(lease)?.opened ?? false });
    }
    if (event.type === 'AccessOpened') {
      const held = this.#open.get(event.lease);
      if (held !== undefined) held.opened = true;
    }
    if (event.type === 'AccessEnded') this.#open.delete(event.lease);
  }

  #propose(person: string, needs: Need[]): void {
    this.#needs.set(person, needs);
  }

  #numberOf(person: string): string | undefined {
    const details = this.#accepted.get(person);
    return details === undefined ? undefined : this.numberOf(person, details);
  }

  /** The most that the papers of whoever has the account let it hold at a place; undefined for nothing. */
  permission(place: string, account: string, at: string): string | undefined {
    let most: string | undefined;
    for (const [person, needs] of this.#needs) {
      if (this.#numberOf(person) !== account) continue;
      for (const { resource, profile } of needs) {
        if (this.#places.get(resource) !== place || this.#isHeldBack(person, at)) continue;
        const given = GIVES[profile];
        if (this.#book.lacks(person, resource, Date.parse(at), 'from').length === 0 && rank(given) > rank(most))
          most = given;
      }
    }
    return most;
  }

  #isHeldBack(person: string, at: string): boolean {
    const last = this.#lastInstants.get(person);
    const flagged = [...this.#flags].some((key) => !key.includes(':') || key.endsWith(`:${person}`));
    return flagged || (last !== undefined && last <= at);
  }

  /** True where the case looks after its places, since it has given access there, and the account is somebody's who was accepted. */
  hasIn(account: string): boolean {
    return this.known.size > 0 && this.peopleWith(account).length > 0;
  }

  /** People who have an account in this case. */
  peopleWith(account: string): string[] {
    return [...this.#accepted.keys()].filter((person) => this.#numberOf(person) === account);
  }

  /** What the record says is open, by the numbers of account and place. */
  claimed(): { account: string; place: string; permission: string }[] {
    return [...this.#open.values()].flatMap(({ person, resource, permission, opened }) => {
      const [account, place] = [this.#numberOf(person), this.#places.get(resource)];
      return opened && account !== undefined && place !== undefined ? [{ account, place, permission }] : [];
    });
  }
}
