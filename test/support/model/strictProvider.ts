import {
  type AccessProvider,
  type AccessTarget,
  type Account,
  type FoundAccount,
  type Glimpse,
  type Grant,
  type Listing,
  type Observed,
  type Place,
  ProviderError,
  type Way,
  type WhileAllowed,
} from '../../../providers/access/port.js';

export const RANKS = ['pull', 'triage', 'push', 'maintain', 'admin'];
const mostOf = (permissions: string[]): string | undefined =>
  permissions.reduce<string | undefined>(
    (most, one) => (most === undefined || RANKS.indexOf(one) > RANKS.indexOf(most) ? one : most),
    undefined,
  );

/** What becomes of a request: nothing is done (`away`, `refused`, `limited`), or something else than is said (`unanswered`, `dropped`, `stale`). */
export type Fault = 'away' | 'refused' | 'limited' | 'unanswered' | 'dropped' | 'stale';
type Named = { name: string; gone?: true };
type Direct = { permission: string; invited?: true };
type Team = { permission: string; members: Set<string> };

/** What Drawbridge does there, told as it happens. */
export type Watcher = {
  /** Before a request is answered. */
  between(): Promise<void>;
  /** A request has failed, or was not done as it was said. */
  faulty(fault: Fault): void;
  given(place: string, account: string, permission: string): void;
  /** Everybody at a place was read. */
  listed(place: string): void;
};

/** A provider in memory that knows accounts and places by their numbers alone: whoever asks for a number that it never gave is a defect. */
export class StrictProvider implements AccessProvider {
  readonly id = 'github';
  readonly accounts = new Map<string, Named>();
  readonly places = new Map<string, Named>();
  /** By place and account. */
  readonly #direct = new Map<string, Direct>();
  readonly #teams = new Map<string, Team>();
  readonly members = new Set<string>();
  base: string | undefined;
  invites = false;
  readonly faults: Fault[] = [];
  #before: Listing | undefined;
  watcher: Watcher | undefined;

  register(number: string, name: string): void {
    for (const one of this.accounts.values()) if (one.name === name && !one.gone) throw new Error(`${name} is taken.`);
    this.accounts.set(number, { name });
  }

  /** By every way in, as it is at this moment. */
  ways(place: string, account: string): Way[] {
    const direct = this.direct(place, account);
    const team = this.#teams.get(place);
    return [
      ...(direct === undefined
        ? []
        : [{ by: direct.invited ? ('invitation' as const) : ('direct' as const), permission: direct.permission }]),
      ...(team?.members.has(account) ? [{ by: 'team' as const, through: 'crew', permission: team.permission }] : []),
      ...(this.base !== undefined && this.members.has(account)
        ? [{ by: 'organisation' as const, permission: this.base }]
        : []),
    ];
  }

  /** What an account holds by itself. */
  direct(place: string, account: string): Direct | undefined {
    return this.isGone(place, account) ? undefined : this.#direct.get(`${place} ${account}`);
  }

  isGone(place: string, account: string): boolean {
    return this.places.get(place)?.gone === true || this.accounts.get(account)?.gone === true;
  }

  /** By hand: whoever runs the place does it. */
  setDirect(place: string, account: string, permission: string | undefined): void {
    if (permission === undefined) this.#direct.delete(`${place} ${account}`);
    else this.#direct.set(`${place} ${account}`, { permission });
  }

  accept(place: string, account: string): void {
    const held = this.direct(place, account);
    if (held?.invited) this.setDirect(place, account, held.permission);
  }

  setTeam(place: string, account: string, isIn: boolean): void {
    const team = this.#teams.get(place) ?? { permission: 'push', members: new Set() };
    this.#teams.set(place, team);
    if (isIn) team.members.add(account);
    else team.members.delete(account);
  }

  async identifyAccount(name: string): Promise<Account | undefined> {
    await this.#asked();
    return [...this.accounts].flatMap(([id, one]) => (one.name === name && !one.gone ? [{ id, name }] : []))[0];
  }

  async identifyPlace(name: string): Promise<Place | undefined> {
    await this.#asked();
    return [...this.places].flatMap(([id, one]) => (one.name === name && !one.gone ? [{ id, name }] : []))[0];
  }

  async observe({ place, account }: AccessTarget): Promise<Observed> {
    await this.#asked();
    const [where, who] = [this.#known(this.places, place.id), this.#known(this.accounts, account.id)];
    if (where.gone) return { state: 'gone', what: 'place' };
    if (who.gone) return { state: 'gone', what: 'account' };
    const named = { account: { id: account.id, name: who.name }, place: { id: place.id, name: where.name } };
    const held = this.#held(place.id, account.id);
    return held === undefined ? { state: 'absent', ways: [], ...named } : { ...held, ...named };
  }

  async grant({ place, account }: AccessTarget, { permission }: Grant, whileAllowed: WhileAllowed): Promise<void> {
    await this.#asked();
    await whileAllowed(async () => {
      await this.#doing(() => {
        if (this.isGone(place.id, account.id)) throw new ProviderError('ProviderRefused', 'It is no more (HTTP 404).');
        this.watcher?.given(place.id, account.id, permission);
        const before = this.direct(place.id, account.id);
        const waits = before === undefined ? this.invites : before.invited;
        this.#direct.set(`${place.id} ${account.id}`, { permission, ...(waits && { invited: true }) });
      });
    });
  }

  async withdraw({ place, account }: AccessTarget): Promise<void> {
    await this.#doing(() => this.setDirect(place.id, account.id, undefined));
  }

  async list(place: Place, isKnown: (all: readonly Glimpse[]) => boolean = () => false): Promise<Listing> {
    const fault = await this.#asked(true);
    if (fault === 'stale' && this.#before !== undefined) return this.#before;
    if (this.#known(this.places, place.id).gone) return { gone: true };
    const accounts = [...this.accounts].flatMap(([id, { name }]): FoundAccount[] => {
      const held = this.accounts.get(id)?.gone ? undefined : this.#held(place.id, id);
      return held === undefined ? [] : [{ account: { id, name }, ...held }];
    });
    const { name } = this.#known(this.places, place.id);
    const listing: Exclude<Listing, { gone: true }> = { place: { id: place.id, name }, accounts, unseen: [] };
    this.#before = listing;
    this.watcher?.listed(place.id);
    return atAGlimpse(listing, isKnown);
  }

  async check() {
    return [];
  }

  #held(place: string, account: string) {
    const ways = this.ways(place, account);
    const permission = mostOf(ways.map((way) => way.permission));
    if (permission === undefined) return undefined;
    return {
      state: ways.every(({ by }) => by === 'invitation') ? ('invited' as const) : ('present' as const),
      permission,
      ways,
    };
  }

  #known(all: Map<string, Named>, id: string): Named {
    const found = all.get(id);
    if (found === undefined) throw new Error(`${id} is no number that was ever given.`);
    return found;
  }

  /** A request that reads; a fault that says something about what was done says nothing about it. */
  async #asked(lists = false): Promise<Fault | undefined> {
    await this.watcher?.between();
    const [fault] = this.faults;
    if (fault === undefined || fault === 'dropped' || (fault === 'stale' && !lists)) return undefined;
    this.faults.shift();
    this.watcher?.faulty(fault);
    if (fault !== 'stale') throw failureOf(fault);
    return fault;
  }

  /** A request that changes something. */
  async #doing(change: () => void): Promise<void> {
    await this.watcher?.between();
    const fault = this.faults.shift();
    if (fault !== undefined) this.watcher?.faulty(fault);
    if (fault === 'dropped') return;
    if (fault === undefined || fault === 'unanswered' || fault === 'stale') change();
    if (fault !== undefined && fault !== 'stale') throw failureOf(fault);
  }
}

function failureOf(fault: Fault): ProviderError {
  if (fault === 'refused') return new ProviderError('ProviderRefused', 'It may not be changed (HTTP 403).');
  if (fault === 'limited') return new ProviderError('ProviderRateLimited', 'Too many requests (HTTP 429).', 600_000);
  return new ProviderError('ProviderUnavailable', 'It does not answer (HTTP 502).');
}

/** As a provider answers for which ways cost more: without them where everybody is known. */
function atAGlimpse(listing: Exclude<Listing, { gone: true }>, isKnown: (all: readonly Glimpse[]) => boolean): Listing {
  const others = listing.accounts.filter(({ own }) => own !== true);
  const glimpsed = others.map(({ account, state, permission }) => ({ account, state, permission }));
  return isKnown(glimpsed)
    ? { ...listing, accounts: glimpsed.map((one) => ({ ...one, ways: [] })), brief: true }
    : listing;
}
