import type { Opening, PolicyReader } from '../../../api/parts.js';
import type { Intake } from '../../../domain/case/intake.js';
import { type Plan, type PlannedControl, STAGES, type StageId } from '../../../domain/case/plan.js';
import type { PersonId } from '../../../domain/case/roles.js';
import { initialState } from '../../../domain/decider/evolve.js';
import { contentHash } from '../../../domain/hash.js';
import { say } from '../../../domain/say.js';

const POLICY_TEXT = 'name: small\nversion: "1"\n';

const gate = (id: string, stage: StageId, holds: ('stage' | 'person' | 'repo' | 'work')[]): PlannedControl => ({
  id,
  applies: true,
  binding: { kind: 'gate', holds },
  stage,
  behind: [],
  owner: 'vendor-contact',
  waivableBy: id === 'ON-4' ? ['executive'] : [],
  waiverMaxDays: 30,
  numbers: {},
});

const CONTROLS = [
  gate('IP-1', 'contract', ['repo']),
  gate('IP-2', 'people', ['repo']),
  gate('PP-1', 'people', ['person']),
  gate('ON-4', 'working-agreement', ['work']),
];

const EMAILS = {
  procurement: 'sean@harbour.example',
  'engineering-manager': 'mina@harbour.example',
  legal: 'aoife@harbour.example',
  executive: 'rui@harbour.example',
  compliance: 'olga@harbour.example',
} as const;
export const CONTACT = 'ewa@northwind.example';
export const ENGINEER = 'lukasz@northwind.example';
export const OTHER_ENGINEER = 'iga@northwind.example';
export { EMAILS };

const engineer = (person: PersonId, repository: string): Intake['engineers'][number] => ({
  person,
  employer: 'Northwind Models',
  country: 'PL',
  jobRole: 'ML engineer',
  needs: [{ resource: repository, profile: 'contributor', task: 'Builds the triage model.' }],
});

function intake(title: string, id: (email: string) => PersonId): Intake {
  const people = Object.entries(EMAILS).map(([role, email]) => [role, [id(email)]]);
  return {
    title,
    vendor: {
      name: 'Northwind Models',
      country: 'PL',
      contact: id(CONTACT),
      timeZone: 'Europe/Warsaw',
      holidays: 'PL',
    },
    client: { name: 'Harbour Mutual', people: Object.fromEntries(people), timeZone: 'Europe/Dublin', holidays: 'IE' },
    outcome: { statement: 'Claims triaged in two minutes.', successCriteria: [{ criterion: 'Speed', measure: 'p95' }] },
    data: { classes: ['source-code'], euPersonalData: false },
    capacity: { mlLeadership: 'some', managementTime: 'limited' },
    need: { skillGap: 'several-gaps', urgency: 'weeks', scope: 'open', requirements: 'moving' },
    model: 'managed-team',
    currentSoc2Required: false,
    resources: [{ provider: 'github', kind: 'repository', id: 'harbour/claims', personalData: false }],
    engineers: [engineer(id(ENGINEER), 'github:harbour/claims'), engineer(id(OTHER_ENGINEER), 'github:harbour/claims')],
    startDate: '2026-09-01',
  };
}

function plan(policyHash: string, intakeHash: string): Plan {
  const model = 'managed-team';
  const body: Omit<Plan, 'hash'> = {
    policy: { name: 'small', version: '1', hash: policyHash },
    intakeHash,
    model: { wanted: model, recommended: model, reasons: [say('engagement.little-management-time')], chosen: model },
    controls: Object.fromEntries(CONTROLS.map((control) => [control.id, control])),
    stages: STAGES.filter((id) => CONTROLS.some((control) => control.stage === id)).map((id) => ({
      id,
      after: [],
      deciders: id === 'contract' ? [{ role: 'legal', quorum: 1 }] : [],
      decideWithinHours: 16,
      escalateTo: 'executive',
    })),
    meetings: [],
    profiles: { contributor: { gives: { github: { permission: 'push', rank: 2 } }, maxDays: 90 } },
    reminders: { hoursFromDue: [-8, 8] },
    clientSignatories: ['legal'],
    escalateTo: 'executive',
    // Another number of years than the policy that comes with Drawbridge gives.
    numbers: { ...initialState('').plan.numbers, retentionYears: 7 },
  };
  return { hash: contentHash(body), ...body };
}

/** A policy of four controls; its case file is JSON with a title and nothing else. */
export const smallPolicy = (hashOf: (text: string) => string): PolicyReader => ({
  own: { name: 'small', version: '1', hash: hashOf(POLICY_TEXT) },
  check(text) {
    const name = /^name: (.+)$/m.exec(text)?.[1];
    return name === undefined
      ? { ok: false, faults: [{ line: 1, column: 1, message: 'The policy needs a name.' }] }
      : { ok: true, policy: { name, version: '1', hash: hashOf(text) } };
  },
  read(caseFile, policyText = POLICY_TEXT): Opening {
    if (!policyText.includes('name:'))
      return { ok: false, of: 'policy', faults: [{ line: 1, column: 1, message: 'The policy needs a name.' }] };
    const title = /^title: (.+)$/m.exec(caseFile)?.[1];
    if (title === undefined)
      return {
        ok: false,
        of: 'caseFile',
        faults: [{ path: 'title', line: 2, column: 3, message: 'title is missing.' }],
      };
    return {
      ok: true,
      policyText,
      people: [...Object.values(EMAILS), CONTACT, ENGINEER, OTHER_ENGINEER].map((email) => ({
        name: `Name of ${email.split('@')[0]}`,
        email,
      })),
      compile(personIdOf) {
        const made = intake(title, personIdOf);
        return { intake: made, plan: plan(hashOf(policyText), contentHash(made)) };
      },
    };
  },
  draft(caseFile, today, policyText = POLICY_TEXT) {
    const title = /^title: (.+)$/m.exec(caseFile)?.[1];
    const made = intake(title ?? 'Untitled', (email) => email);
    const contact = { name: 'Ewa', email: CONTACT };
    return {
      ok: true,
      faults: title === undefined ? [{ path: 'title', line: 1, column: 1, message: 'title is missing.' }] : [],
      ...(title !== undefined && { value: { title } }),
      file: {
        ...made,
        startDate: today,
        vendor: { ...made.vendor, contact },
        client: { ...made.client, people: {} },
        engineers: [],
      },
      assumed: title === undefined ? ['title'] : [],
      plan: plan(hashOf(policyText), contentHash(made)),
    };
  },
  caseFileSchema: () => ({ type: 'object', properties: { title: { type: 'string' } } }),
  parsed: () => ({ ok: false, faults: [{ message: 'This policy has no page.' }] }),
  planUnder: () => ({ ok: false, faults: [{ line: 1, column: 1, message: 'The policy needs a name.' }] }),
  figures: (_text, controlId): Record<string, { value: number; source: string }> =>
    controlId === 'EM-3' ? { inHouseLowUsd: { value: 22_000, source: 'Small survey 2026' } } : {},
  formSchema: (shape) => ({
    type: 'object',
    properties: Object.fromEntries(Object.keys(shape).map((key) => [key, {}])),
  }),
});
