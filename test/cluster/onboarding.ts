import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Role, SYSTEM } from '../../domain/case/roles.js';
import type { Store } from '../../store/contract.js';
import { waitUntil } from '../support/real/waitUntil.js';
import type { Crew } from './crew.js';

/** Access rests on little there, so that a case is quick. */
const POLICY = readFileSync(fileURLToPath(new URL('./lean.yaml', import.meta.url)), 'utf8');
const ENGINEERS = ['ada', 'nina'] as const;
type Engineer = (typeof ENGINEERS)[number];

/** How a case goes on once its people have signed. */
export const COURSES = ['stay', 'suspended-at-once', 'paper-revoked', 'closed'] as const;
export type Course = (typeof COURSES)[number];

/** Commands that an onboarding of each course sends. */
export const COMMANDS: Record<Course, number> = { stay: 11, 'suspended-at-once': 12, 'paper-revoked': 12, closed: 12 };

/** Who may hold access in the end, by what people did: nobody asks the product for it. */
const HOLDERS: Record<Course, Engineer[]> = {
  stay: ['ada', 'nina'],
  'suspended-at-once': ['nina'],
  'paper-revoked': ['nina'],
  closed: [],
};

/** A case that was played, and who may hold access at its repository in the end. */
export type Onboarding = { caseId: string; repository: string; course: Course; mayHold: string[] };

/** People of the client with their tokens, the same for all cases. */
export type Client = Record<'procurement' | 'engineering-manager' | 'security' | 'legal', string>;

export const repositoryOf = (i: number): string => `cluster/repository-${i}`;
export const accountsOf = (i: number): string[] => ENGINEERS.map((name) => `${name}-${i}`);

/** A token as the database gives it: by the API it would be claimed with the code of a letter. */
async function tokenOf(store: Store, role: Role, whose: { name: string; email: string }, caseId?: string) {
  const personId = await store.people.ensure(whose);
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const bound = caseId === undefined ? {} : { caseId };
  return (await store.tokens.issue({ by: SYSTEM, personId, role, expiresAt, label: 'cluster', ...bound })).token;
}

/** Gets tokens for the client's people, and their policy on the list. */
export async function signInClient(crew: Crew, store: Store): Promise<Client> {
  const issue = (role: keyof Client) => tokenOf(store, role, person(role));
  const operator = { name: 'Operator of the cluster', email: 'operator@cluster.example' };
  await crew.allow(await tokenOf(store, 'operator', operator), POLICY);
  return {
    procurement: await issue('procurement'),
    'engineering-manager': await issue('engineering-manager'),
    security: await issue('security'),
    legal: await issue('legal'),
  };
}

/** Plays one case from its opening: two people are accepted and sign, access opens, and on some something is taken away. */
export async function onboard(parts: { crew: Crew; client: Client; store: Store }, i: number): Promise<Onboarding> {
  const { crew, client, store } = parts;
  const course = COURSES[i % COURSES.length] ?? 'stay';
  const caseId = await crew.open(client.procurement, { caseFile: caseFile(i), policy: POLICY });
  const contact = await tokenOf(store, 'vendor-contact', CONTACT, caseId);
  await Promise.all(
    ENGINEERS.map(async (name) => {
      const own = await tokenOf(store, 'engineer', { name, email: addressOf(name, i) }, caseId);
      await joins(crew, caseId, { contact, own, manager: client['engineering-manager'] }, { name, i });
    }),
  );
  const about = { person: addressOf('ada', i), reason: 'The laptop was lost.' };
  const revoked = { paper: 'assignment-ada', reason: 'The signature was given in error.' };
  if (course === 'suspended-at-once') await crew.act(caseId, client.security, 'suspend-access', about);
  if (course === 'paper-revoked' || course === 'closed') await accessIsOpen(store, caseId);
  if (course === 'paper-revoked') await crew.act(caseId, client.legal, 'revoke-paper', revoked);
  if (course === 'closed') await crew.act(caseId, client.procurement, 'close-case', { reason: 'The need is gone.' });
  return { caseId, repository: repositoryOf(i), course, mayHold: HOLDERS[course].map((name) => `${name}-${i}`) };
}

async function joins(
  crew: Crew,
  caseId: string,
  tokens: { contact: string; own: string; manager: string },
  { name, i }: { name: Engineer; i: number },
): Promise<void> {
  const person = addressOf(name, i);
  const paper = `assignment-${name}`;
  const text = `I, ${name} ${i}, hereby assign all rights in my work to the Client upon creation.`;
  const textHash = createHash('sha256').update(text).digest('hex');
  const act = (token: string, command: string, body: unknown) => crew.act(caseId, token, command, body);
  await act(tokens.manager, 'accept-person', { person, accounts: { github: `${name}-${i}` }, reason: 'Interviewed.' });
  await crew.upload(caseId, tokens.contact, text);
  const registered = {
    paper,
    kind: 'contributor-assignment',
    title: 'Assignment',
    textHash,
    person,
    signers: [person],
  };
  await act(tokens.contact, 'register-paper', { ...registered, from: yesterday() });
  await act(tokens.contact, 'send-paper', { paper });
  await act(tokens.own, 'sign-paper', { paper, textHash });
  const terms = { assignment: 'hereby-assigns', effectiveOn: 'creation', assignsTo: 'client' };
  const form = { paper, ...terms, priorWorksAttached: true, openSourceAttached: true };
  await act(tokens.contact, 'submit-evidence', { control: 'IP-2', person, form });
}

const accessIsOpen = (store: Store, caseId: string): Promise<true> =>
  waitUntil(
    `access in ${caseId} to be open`,
    async () => {
      const leases = Object.values((await store.cases.get(caseId))?.state.leases ?? {});
      return leases.length === ENGINEERS.length && leases.every(({ seen }) => seen === 'present');
    },
    { timeoutMs: 180_000, everyMs: 250 },
  );

const yesterday = (): string => new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const person = (name: string) => ({ name: `Name of ${name}`, email: `${name}@client.example` });
const CONTACT = { name: 'Marta Nowak', email: 'marta@vendor.example' };
const addressOf = (name: Engineer, i: number): string => `${name}-${i}@vendor.example`;

/** The case file, as JSON, which is YAML too. */
function caseFile(i: number): string {
  const roles = ['procurement', 'engineering-manager', 'legal', 'security', 'privacy', 'executive', 'compliance'];
  return JSON.stringify({
    title: `Forecasts, team ${i}`,
    startDate: yesterday(),
    vendor: {
      name: 'Vendor',
      country: 'PL',
      timeZone: 'Europe/Warsaw',
      holidays: 'PL',
      contact: CONTACT,
    },
    client: {
      name: 'Client',
      timeZone: 'Europe/Berlin',
      holidays: 'DE-HH',
      people: Object.fromEntries(roles.map((role) => [role, [person(role)]])),
    },
    outcome: { statement: 'Forecasts to rely on.', successCriteria: [{ criterion: 'Right', measure: '90 %' }] },
    data: { classes: ['source-code'], euPersonalData: false },
    capacity: { mlLeadership: 'some', managementTime: 'limited' },
    need: { skillGap: 'several-gaps', urgency: 'weeks', scope: 'open', requirements: 'moving' },
    model: 'managed-team',
    currentSoc2Required: false,
    resources: [{ provider: 'github', kind: 'repository', id: repositoryOf(i), personalData: false }],
    engineers: ENGINEERS.map((name) => ({
      id: name,
      name: `${name} ${i}`,
      email: addressOf(name, i),
      accounts: { github: `${name}-${i}` },
      country: 'PL',
      jobRole: 'ML engineer',
      needs: [{ resource: `github:${repositoryOf(i)}`, profile: 'contributor', task: 'Builds the model' }],
    })),
  });
}
