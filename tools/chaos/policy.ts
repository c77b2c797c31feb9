import { createHash } from 'node:crypto';
import type { PolicyReader } from '../../api/parts.js';
import type { Intake } from '../../domain/case/intake.js';
import type { Plan } from '../../domain/case/plan.js';
import { initialState } from '../../domain/decider/evolve.js';
import { contentHash } from '../../domain/hash.js';

const POLICY_TEXT = 'name: chaos\nversion: "1"\n';
const POLICY_HASH = createHash('sha256').update(POLICY_TEXT).digest('hex');

/** Who acts for the client and the vendor in every case. */
export const STAFF = {
  procurement: 'procurement@client.example',
  'engineering-manager': 'manager@client.example',
  legal: 'legal@client.example',
  security: 'security@client.example',
  executive: 'executive@client.example',
} as const;
export const CONTACT = 'contact@vendor.example';
/**
 * Minutes between attempts at the provider or mail server: 1.5 seconds in place of the five minutes of the policy that comes along. A letter that
 * fails again and again then waits for 64 times that, 96 seconds, which is within the two minutes in which every case has to come to rest.
 */
const RETRY_MINUTES = 0.025;

/** An engineer of a case: address, and account at the provider. */
export const engineerOf = (number: number, index: number) => ({
  email: `dev-${number}-${index}@vendor.example`,
  account: `dev-${number}-${index}`,
});
export const repositoryOf = (number: number): string => `client/case-${number}`;
/** The case file: its number and how many engineers it has. */
export const caseFileOf = (number: number, engineers: number): string => `case: ${number}\nengineers: ${engineers}\n`;

function intakeOf(number: number, engineers: number, id: (email: string) => string): Intake {
  const resource = repositoryOf(number);
  return {
    title: `Case ${number}`,
    vendor: { name: 'Vendor', country: 'PL', contact: id(CONTACT), timeZone: 'Europe/Warsaw', holidays: 'PL' },
    client: {
      name: 'Client',
      timeZone: 'Europe/Dublin',
      holidays: 'IE',
      people: Object.fromEntries(Object.entries(STAFF).map(([role, email]) => [role, [id(email)]])),
    },
    outcome: { statement: 'It works.', successCriteria: [{ criterion: 'Speed', measure: 'p95' }] },
    data: { classes: ['source-code'], euPersonalData: false },
    capacity: { mlLeadership: 'some', managementTime: 'limited' },
    need: { skillGap: 'several-gaps', urgency: 'weeks', scope: 'open', requirements: 'moving' },
    model: 'managed-team',
    currentSoc2Required: false,
    resources: [{ provider: 'github', kind: 'repository', id: resource, personalData: false }],
    engineers: Array.from({ length: engineers }, (_, i) => ({
      person: id(engineerOf(number, i).email),
      employer: 'Vendor',
      country: 'PL',
      jobRole: 'Engineer',
      needs: [{ resource: `github:${resource}`, profile: 'contributor', task: 'Builds it.' }],
    })),
    startDate: '2026-09-01',
  };
}

/** Access rests on being accepted and on one paper, the assignment of the person (IP-2); one stage, opened by nobody. */
function planOf(intakeHash: string): Plan {
  const body: Omit<Plan, 'hash'> = {
    policy: { name: 'chaos', version: '1', hash: POLICY_HASH },
    intakeHash,
    model: { wanted: 'managed-team', recommended: 'managed-team', reasons: [], chosen: 'managed-team' },
    controls: {
      'IP-2': {
        id: 'IP-2',
        applies: true,
        binding: { kind: 'gate', holds: ['repo'] },
        stage: 'people',
        behind: [],
        owner: 'vendor-contact',
        waivableBy: [],
        waiverMaxDays: 30,
        numbers: {},
      },
    },
    stages: [{ id: 'people', after: [], deciders: [], decideWithinHours: 16, escalateTo: 'executive' }],
    meetings: [],
    profiles: { contributor: { gives: { github: { permission: 'push', rank: 2 } }, maxDays: 90 } },
    reminders: { hoursFromDue: [-8, 8] },
    clientSignatories: ['legal'],
    escalateTo: 'executive',
    numbers: { ...initialState('').plan.numbers, effectRetryMinutes: RETRY_MINUTES },
  };
  return { hash: contentHash(body), ...body };
}

/** Reads {@link caseFileOf}; everything else about a case is the same for all. */
export const chaosPolicy: PolicyReader = {
  own: { name: 'chaos', version: '1', hash: POLICY_HASH },
  read(caseFile) {
    const [number = 0, engineers = 0] = [...caseFile.matchAll(/\d+/g)].map(([digits]) => Number(digits));
    const team = Array.from({ length: engineers }, (_, i) => engineerOf(number, i));
    const staff = [...Object.values(STAFF), CONTACT].map((email) => ({ email }));
    return {
      ok: true,
      policyText: POLICY_TEXT,
      people: [
        ...staff.map(({ email }) => ({ name: email, email })),
        ...team.map(({ email, account }) => ({ name: email, email, accounts: { github: { name: account } } })),
      ],
      compile(personIdOf) {
        const intake = intakeOf(number, engineers, personIdOf);
        return { intake, plan: planOf(contentHash(intake)) };
      },
    };
  },
  check: () => ({ ok: false, faults: [{ message: 'No other policy is played here.' }] }),
  draft: () => ({ ok: false, faults: [] }),
  caseFileSchema: () => ({}),
  parsed: () => ({ ok: false, faults: [{ message: 'This policy has no page.' }] }),
  planUnder: () => ({ ok: false, faults: [{ message: 'No other policy is played here.' }] }),
  figures: () => ({}),
  formSchema: () => ({ type: 'object' }),
};
