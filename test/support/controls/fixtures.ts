import { fromRef } from '../../../domain/access/resources.js';
import type { AccessNeed, Asset, Intake, Resource } from '../../../domain/case/intake.js';
import type { Person, StandingNeed } from '../../../domain/case/state.js';
import type { Calendar } from '../../../domain/clocks/calendar.js';
import type { Paper } from '../../../domain/papers/paper.js';

export const NOW = '2026-09-10T10:00:00.000Z';
export const HASH = 'a'.repeat(64);

/** The people of the scenes: one of each client role, the vendor's contact, two engineers. */
export const WHO = {
  procurement: 'p-procurement',
  manager: 'p-manager',
  legal: 'p-legal',
  privacy: 'p-privacy',
  security: 'p-security',
  contact: 'p-contact',
  ana: 'p-ana',
  ben: 'p-ben',
} as const;

/** Working time of both parties: UTC, Monday to Friday. */
export const utc: Calendar = {
  timeZone: 'UTC',
  version: 'test',
  from: '2026-01-01',
  through: '2027-12-31',
  offsets: [{ from: '2026-01-01T00:00:00.000Z', minutes: 0 }],
  weekdays: [1, 2, 3, 4, 5],
  opensMinute: 540,
  closesMinute: 1020,
  holidays: [],
};

export const intake: Intake = {
  title: 'Claims assistant',
  vendor: { name: 'Vendor', country: 'PL', contact: WHO.contact, timeZone: 'UTC', holidays: 'PL' },
  client: {
    name: 'Client',
    timeZone: 'UTC',
    holidays: 'US',
    people: {
      procurement: [WHO.procurement],
      'engineering-manager': [WHO.manager],
      legal: [WHO.legal],
      privacy: [WHO.privacy],
      security: [WHO.security],
    },
  },
  outcome: {
    statement: 'Claims are sorted without a person.',
    successCriteria: [{ criterion: 'Most claims are sorted right', measure: '95 % of the test set' }],
  },
  data: { classes: ['source-code'], euPersonalData: false },
  capacity: { mlLeadership: 'some', managementTime: 'limited' },
  need: { skillGap: 'several-gaps', urgency: 'weeks', scope: 'open', requirements: 'moving' },
  model: 'managed-team',
  currentSoc2Required: false,
  resources: [{ provider: 'github', kind: 'repository', id: 'client/claims', personalData: false }],
  engineers: [],
  startDate: '2026-09-01',
};

/** A data set or model held by hand in Germany: masked customer data unless said otherwise. */
export const asset = (ref: string, change: Partial<Asset> = {}): Asset => ({
  ...fromRef(ref),
  kind: 'data-set',
  personalData: false,
  dataClass: 'customer-data',
  form: 'masked',
  country: 'DE',
  administrator: WHO.security,
  checker: WHO.manager,
  ...change,
});

/** A repository without personal data unless said otherwise. */
export const repository = (ref: string, personalData = false): Resource => ({
  ...fromRef(ref),
  kind: 'repository',
  personalData,
});

/** The resources of the intake and these. */
export const withAssets = (...assets: Asset[]) => ({ resources: [...intake.resources, ...assets] });

/** A need that stands since the start date. */
export const standing = (need: AccessNeed): StandingNeed => ({ ...need, since: '2026-09-01T08:00:00.000Z' });

/** A person of the vendor, accepted by the client's manager. */
export const person = (id: string, change: Partial<Person> = {}): Person => ({
  id,
  employer: 'Vendor',
  country: 'PL',
  jobRole: 'ML engineer',
  needs: [standing({ resource: 'github:client/claims', profile: 'contributor', task: 'Build the sorter' })],
  status: 'accepted',
  proposedBy: WHO.contact,
  decidedBy: WHO.manager,
  ...change,
});

/** A paper in force since the start date, signed by everybody who has to. */
export function paper(id: string, change: Partial<Paper> & Pick<Paper, 'kind' | 'signers'>): Paper {
  const at = '2026-09-01T09:00:00.000Z';
  return {
    id,
    title: id,
    textHash: HASH,
    signatures: change.signers.map((by) => ({ by, personId: `p-${by}`, at })),
    from: '2026-09-01T00:00:00.000Z',
    state: 'in-force',
    inForceSince: at,
    registeredBy: WHO.contact,
    ...change,
  };
}
