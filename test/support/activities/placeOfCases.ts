import { createLookAtPlace, createLookForAll, type LookOutcome } from '../../../activities/access/lookAtPlace.js';
import type { Lease } from '../../../domain/access/lease.js';
import type { CaseState, Person } from '../../../domain/case/state.js';
import {
  type AccessProvider,
  type FoundAccount,
  type Listing,
  type Observed,
  ProviderError,
} from '../../../providers/access/port.js';
import { providersOf } from '../../../providers/access/registry.js';
import type { LookResult } from '../../../store/placesContract.js';
import { person as somebody } from '../controls/fixtures.js';
import { lease, leaseState } from './leaseState.js';
import { NOW } from './sharedPlace.js';

export const RESOURCE = 'github:client/claims';
export const PLACE = { id: '8', name: 'client/claims' };

type Somebody = { id: string; number: string; name?: string; status?: Person['status']; lease?: Partial<Lease> };

/** A case that looks after the place, with people whose accounts have numbers. */
export function caseWith(caseId: string, people: Somebody[], change: Partial<CaseState> = {}): CaseState {
  const state = leaseState();
  const leases = people.flatMap((one) =>
    one.lease === undefined
      ? []
      : [
          lease({
            id: `${one.id}/${RESOURCE}`,
            person: one.id,
            account: `d-${one.id}`,
            seen: 'present',
            held: 'push',
            ...one.lease,
          }),
        ],
  );
  return {
    ...state,
    caseId,
    leases: Object.fromEntries(leases.map((its) => [its.id, its])),
    people: Object.fromEntries(
      people.map(({ id, status = 'accepted' }) => [
        id,
        { ...somebody(id), status, account: `d-${id}`, details: `d-${id}` },
      ]),
    ),
    places: { [RESOURCE]: { is: 'known', at: NOW, attempts: 0, place: PLACE } },
    ...change,
  };
}

/** An account that is there, under its number. */
export const there = (number: string, name: string, change: Partial<FoundAccount> = {}): FoundAccount => ({
  account: { id: number, name },
  state: 'present',
  permission: 'push',
  ways: [{ by: 'direct', permission: 'push' }],
  ...change,
});

/** A place, the cases that look after it, and what each was told. */
export class PlaceOfCases {
  readonly told: [string, LookOutcome][] = [];
  readonly looked: LookResult[] = [];
  readonly carried: string[] = [];
  /** Accounts of nobody's case by number: under which id they are known. */
  readonly known = new Map<string, string>();
  lookedBefore: string | undefined;
  readAt = NOW;
  /** What keeps a case from being read. */
  readonly unreadable = new Map<string, Error>();
  /** Cases that cannot be told anything. */
  readonly deaf = new Set<string>();
  listing: Listing | ProviderError = { place: PLACE, accounts: [], unseen: [] };
  observe: AccessProvider['observe'] = async ({ account }) => this.#seen(account);
  observed = 0;
  readonly cases: { state: CaseState; people: Somebody[] }[] = [];

  add(caseId: string, people: Somebody[], change: Partial<CaseState> = {}): this {
    this.cases.push({ state: caseWith(caseId, people, change), people });
    return this;
  }

  /** Those who are there. */
  has(...accounts: FoundAccount[]): this {
    this.listing = { place: PLACE, accounts, unseen: [] };
    return this;
  }

  /** What the last look that read everything left. */
  #rest(): { rest?: string } {
    const read = this.looked.flatMap((one) => ('read' in one && one.read ? [one.read] : []));
    return read.at(-1) ?? {};
  }

  #seen(account: { id: string; name: string }): Observed {
    const where = { account, place: PLACE };
    if (this.listing instanceof ProviderError) throw this.listing;
    if ('gone' in this.listing) return { state: 'gone', what: 'place' };
    const found = this.listing.accounts.find((one) => one.account.id === account.id);
    return found === undefined ? { ...where, state: 'absent', ways: [] } : { ...where, ...found };
  }

  readonly #ports = () => {
    const provider: AccessProvider = {
      id: 'github',
      identifyAccount: async () => undefined,
      identifyPlace: async () => PLACE,
      observe: async (target) => {
        this.observed++;
        return this.observe(target);
      },
      grant: async () => undefined,
      withdraw: async () => undefined,
      list: async (_place, isKnown = () => false) => {
        if (this.listing instanceof ProviderError) throw this.listing;
        if ('gone' in this.listing || !isKnown(this.listing.accounts)) return this.listing;
        return { ...this.listing, accounts: this.listing.accounts.map((one) => ({ ...one, ways: [] })), brief: true };
      },
      check: async () => [],
    };
    return {
      providers: providersOf(provider),
      tell: async (caseId: string, outcome: LookOutcome) => {
        if (this.deaf.has(caseId)) throw new Error('The case does not answer.');
        this.told.push([caseId, outcome]);
        return true;
      },
      store: {
        cases: {
          get: async (caseId: string) => {
            const why = this.unreadable.get(caseId);
            if (why !== undefined) throw why;
            const found = this.cases.find(({ state }) => state.caseId === caseId);
            return found && { state: found.state, stateHash: '', head: { seq: 0, hash: '' } };
          },
        },
        people: {
          told: async ({ caseId }: { caseId?: string }) =>
            (this.cases.find(({ state }) => state.caseId === caseId)?.people ?? []).map(
              ({ id, number, name = id }) => ({
                ...{ caseId: caseId ?? '', personId: id, details: `d-${id}`, name, email: `${id}@vendor.example` },
                accounts: { github: { name, id: number } },
              }),
            ),
          carry: async (caseId: string, all: { name: string }[]) => {
            this.carried.push(...all.map(({ name }) => `${name} for ${caseId}`));
            return {
              people: all.map(({ name }) => ({ personId: `p-${name}`, details: 'd-0', sealed: name })),
              idOf: () => undefined,
              digest: '',
            };
          },
          carryCorrection: async (_case: string, { of }: { of: string }) => ({
            person: { personId: of, details: `d-${of}-renamed`, sealed: 'sealed' },
            digest: '',
          }),
        },
        places: {
          at: async () => this.cases.map(({ state: { caseId } }) => ({ caseId, resource: RESOURCE })),
          last: async () => ({
            ...(this.lookedBefore && { lookedAt: this.lookedBefore }),
            readAt: this.readAt,
            ...this.#rest(),
          }),
          looked: async (_place: unknown, _at: unknown, result: LookResult) => void this.looked.push(result),
          recognize: async () => this.known,
        },
      },
    };
  };

  /** The look that a Schedule makes. */
  look = () => createLookForAll(this.#ports())({ provider: 'github', placeId: PLACE.id, at: NOW });

  /** The look that a case asks for. */
  lookFor = (caseId: string) =>
    createLookAtPlace(this.#ports())(
      { id: 'e', kind: 'look-at-place', resource: RESOURCE, place: PLACE },
      { caseId, caseTime: NOW, clockOffsetMs: 0 },
    );
}
