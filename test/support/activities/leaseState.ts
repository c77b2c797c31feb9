import type { Lease } from '../../../domain/access/lease.js';
import type { CaseState } from '../../../domain/case/state.js';
import { subjectKey } from '../../../domain/controls/control.js';
import { initialState } from '../../../domain/decider/evolve.js';
import { intake, paper, person, utc, WHO } from '../controls/fixtures.js';
import { planned } from '../controls/scene.js';

export const LEASE = `${WHO.ana}/github:client/claims`;

/** Her lease as the record has it. */
export const lease = (change: Partial<Lease> = {}): Lease => ({
  id: LEASE,
  person: WHO.ana,
  resource: 'github:client/claims',
  permission: 'push',
  want: 'present',
  wantSince: '2026-09-10T09:00:00.000Z',
  basis: '',
  seen: 'unknown',
  proofs: [],
  attempts: 0,
  everOpened: false,
  ...change,
});

const signed = paper('ip2-ana', { kind: 'contributor-assignment', signers: [WHO.ana], person: WHO.ana });

/** A case in which one engineer may hold access because her assignment is in force; `until` ends it. */
export function leaseState(change: { lease?: Partial<Lease>; until?: string } = {}): CaseState {
  const before = initialState('c-1');
  const form = {
    paper: signed.id,
    textHash: signed.textHash,
    assignment: 'hereby-assigns',
    effectiveOn: 'creation',
    assignsTo: 'client',
    priorWorksAttached: true,
    openSourceAttached: true,
  };
  return {
    ...before,
    status: 'open',
    openedAt: '2026-09-01T08:00:00.000Z',
    openedBy: WHO.procurement,
    intake: { ...intake },
    plan: {
      ...before.plan,
      controls: { 'IP-2': planned('IP-2') },
      profiles: { contributor: { gives: { github: { permission: 'push', rank: 2 } }, maxDays: 90 } },
    },
    people: { [WHO.ana]: person(WHO.ana) },
    papers: { [signed.id]: { ...signed, ...(change.until === undefined ? {} : { until: change.until }) } },
    evidence: {
      [subjectKey('IP-2', WHO.ana)]: {
        form,
        by: WHO.contact,
        at: '2026-09-01T09:00:00.000Z',
        seq: 9,
      },
    },
    stagesDone: { contract: '2026-09-05T09:00:00.000Z' },
    leases: { [LEASE]: lease(change.lease) },
    calendars: { client: utc, vendor: utc },
  };
}
