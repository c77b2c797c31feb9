import { createConvergeAccess } from '../../../activities/access/convergeAccess.js';
import { wantRows } from '../../../domain/access/placeRows.js';
import type { OtherWant } from '../../../domain/access/sharedPlace.js';
import type { EffectOutcome } from '../../../domain/case/effects.js';
import type { CaseState } from '../../../domain/case/state.js';
import type { AccessProvider, Observed } from '../../../providers/access/port.js';
import { providersOf } from '../../../providers/access/registry.js';
import { WHO } from '../controls/fixtures.js';
import { LEASE, leaseState } from './leaseState.js';

export const NOW = '2026-09-10T10:00:00.000Z';
const RESOURCE = 'github:client/claims';
const PLACE = { id: '8', name: 'client/claims' };
const STOP = {
  ...{ stop: 's-1', scope: 'person' as const, subject: WHO.ana, reason: 'Alarm.', at: NOW },
  by: { personId: 'p-sec', role: 'security' as const },
};
const ACCOUNT = { id: '7', name: 'ana-dev' };

/** A state in which one case grants Ana's account a permission at the place, or has ended that. */
export function granting(permission: string, want: 'present' | 'absent', until?: string): CaseState {
  const lease = { permission, want, account: 'd-1', ...(until !== undefined && { notAfter: until }) };
  const state = leaseState({ lease, ...(until !== undefined && { until }) });
  return {
    ...state,
    plan: { ...state.plan, profiles: { contributor: { gives: { github: { permission, rank: 2 } }, maxDays: 90 } } },
    people: Object.fromEntries(
      Object.entries(state.people).map(([id, person]) => [id, { ...person, account: 'd-1', details: 'd-1' }]),
    ),
    places: { [RESOURCE]: { is: 'known', at: NOW, attempts: 0, place: PLACE } },
  };
}

/** Two cases, or more, that grant the same account access to one place at a provider that is real as far as they see. */
export class SharedPlace {
  readonly cases = new Map<string, CaseState>();
  held: string | undefined;
  /** What is done at the provider, in order. */
  readonly asked: string[] = [];
  /** Cases in which somebody has stopped this access. */
  readonly stops = new Set<string>();
  /** Done once before the provider answers its next request that changes something. */
  meanwhile: (() => Promise<unknown>) | undefined;

  readonly provider: AccessProvider = {
    id: 'github',
    identifyAccount: async () => ACCOUNT,
    identifyPlace: async () => PLACE,
    observe: async () => this.observed(),
    grant: (_target, { permission }, whileAllowed) =>
      whileAllowed(async () => {
        await this.#between();
        this.asked.push(`give ${permission}`);
        this.held = permission;
      }),
    withdraw: async () => {
      await this.#between();
      this.asked.push('withdraw');
      this.held = undefined;
    },
    list: async () => ({ place: PLACE, accounts: [], unseen: [] }),
    check: async () => [],
  };

  async #between(): Promise<void> {
    const { meanwhile } = this;
    this.meanwhile = undefined;
    await meanwhile?.();
  }

  observed(): Observed {
    const where = { account: ACCOUNT, place: PLACE };
    return this.held === undefined
      ? { ...where, state: 'absent', ways: [] }
      : { ...where, state: 'present', permission: this.held, ways: [{ by: 'direct', permission: this.held }] };
  }

  /** What a case's record says from now on. */
  record(caseId: string, permission: string, want: 'present' | 'absent', until?: string): void {
    this.cases.set(caseId, granting(permission, want, until));
  }

  #wants(except: string): OtherWant[] {
    return [...this.cases].flatMap(([caseId, state]) =>
      caseId === except
        ? []
        : wantRows(state).map(({ lease, permission, details, until }) => ({
            ...{ caseId, lease, permission, details },
            ...(until && { until }),
          })),
    );
  }

  #state(caseId: string): CaseState {
    const state = this.cases.get(caseId);
    if (state === undefined) throw new Error(`There is no case ${caseId}.`);
    return state;
  }

  /** The login of the person was corrected: the grant names another account. */
  moveAccount(caseId: string): void {
    const state = this.#state(caseId);
    const leases = Object.entries(state.leases).map(([id, lease]) => [id, { ...lease, account: 'd-2' }]);
    const people = Object.entries(state.people).map(([id, one]) => [id, { ...one, account: 'd-2', details: 'd-2' }]);
    this.cases.set(caseId, { ...state, leases: Object.fromEntries(leases), people: Object.fromEntries(people) });
  }

  /** One attempt of a case to bring its access nearer to what its record wants. */
  async attempt(caseId: string, intent: 'open' | 'close' | 'look', again = false): Promise<EffectOutcome> {
    const lease = this.#state(caseId).leases[LEASE];
    if (lease === undefined) throw new Error('The case has no such lease.');
    const converge = createConvergeAccess({
      store: {
        cases: { get: async (id) => ({ state: this.#state(id), stateHash: '', head: { seq: 0, hash: '' } }) },
        people: {
          accounts: async () => ({ github: ACCOUNT }),
          carryCorrection: async () => {
            throw new Error('Nobody is renamed here.');
          },
        },
        openings: {
          hold: (id, open) =>
            open({
              state: this.#state(id),
              stillHeld: async () => true,
              stopOn: async () => (this.stops.has(id) ? STOP : undefined),
            }),
        },
        places: { wants: async ({ besides }) => this.#wants(besides.caseId) },
      },
      providers: providersOf(this.provider),
    });
    const { permission } = lease;
    return converge(
      {
        ...{
          id: 'e',
          kind: 'converge-access',
          lease: LEASE,
          person: WHO.ana,
          resource: RESOURCE,
          permission,
          intent,
          attempts: 0,
        },
        ...{ account: 'd-1', place: PLACE, decidedAt: NOW },
      },
      { caseId, caseTime: NOW, clockOffsetMs: Date.parse(NOW) - Date.now(), ...(again && { again: true as const }) },
    );
  }
}
