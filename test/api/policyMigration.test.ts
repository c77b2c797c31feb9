import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { IN_FORCE } from '../../domain/case/plan.js';
import type { Role } from '../../domain/case/roles.js';
import { wordsOf } from '../../presentation/words/words.js';
import { providersOf } from '../../providers/access/registry.js';
import { loadPolicyWork } from '../../workers/policyWork.js';
import { startApi, type TestApi } from '../support/api/harness.js';
import { memoryProvider } from '../support/api/memoryProvider.js';
import { waitUntil } from '../support/real/waitUntil.js';
import { type World as Engine, startWorld } from '../support/workflows/world.js';

const read = (path: string): string => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
/** Access rests on the assignment of rights alone. */
const LEAN = read('../cluster/lean.yaml');
/** And on the identity of each person. */
const STRICT = LEAN.replace('name: lean', 'name: strict').replace(
  'controls:\n',
  'controls:\n  PP-2:\n    stage: people\n    binds: { gate: [person] }\n    owner: engineering-manager\n',
);
const CASE_FILE = read('../support/cli/case.yaml');
const HELD = 'northwind/search#ada-kowal';
const DIFFERENCE = [
  {
    where: 'PP-2 (Identity of the person verified: method, checker, date)',
    before: 'not in the policy',
    after: `in force; binding: holds that person; supplied by: engineering-manager; stage: people; reason: ${wordsOf(IN_FORCE)}`,
  },
];
const Told = z.object({
  policy: z.object({ name: z.string(), version: z.string(), hash: z.string() }),
  from: z.string(),
  plan: z.string(),
  difference: z.array(z.unknown()),
});
const Shown = z.object({
  policy: z.object({ name: z.string(), hash: z.string(), origin: z.string().optional() }),
  planHash: z.string(),
  approvals: z.array(z.looseObject({ id: z.string(), kind: z.string(), status: z.string(), contentHash: z.string() })),
  tasks: z.array(
    z.object({ id: z.string(), title: z.string(), actions: z.array(z.looseObject({ line: z.string() })) }),
  ),
});

const held = new Map<string, string>();
const tokens = new Map<string, string>();
let engine: Engine;
let api: TestApi;
let caseId: string;

const tokenOf = (role: string): string => tokens.get(role) ?? '';
const send = (role: string, name: string, body: unknown, key: string = randomUUID()) =>
  api.post(`/api/cases/${caseId}/commands/${name}`, tokenOf(role), body, { 'idempotency-key': key });
async function must(role: string, name: string, body: unknown): Promise<void> {
  const answer = await send(role, name, body);
  if (answer.status !== 200) throw new Error(`${name}: ${answer.text}`);
}
const look = async (role = 'procurement') => Shown.parse((await api.get(`/api/cases/${caseId}`, tokenOf(role))).body);
const compare = (policy: string) =>
  api.post(`/api/cases/${caseId}/policy/difference`, tokenOf('legal'), policy, { 'content-type': 'application/yaml' });
const proposed = async (role?: string) =>
  (await look(role)).approvals.find(({ kind, status }) => kind === 'policy' && status === 'asked');
const facts = async (types: RegExp) =>
  (await engine.rows(caseId)).flatMap(({ event }) => (types.test(event.type) ? [event.type] : []));

/** Ada is accepted and has signed: access opens. */
async function adaAtWork(): Promise<void> {
  const person = 'ada@wisla.example';
  const accept = { person, accounts: { github: 'ada-kowal' }, reason: 'Interviewed.' };
  await waitUntil(
    'the provider to have been asked, and Ada to be accepted',
    async () => (await send('engineering-manager', 'accept-person', accept)).status === 200,
  );
  const text = 'I, ada, hereby assign all rights in my work to the Client upon creation.';
  const textHash = createHash('sha256').update(text).digest('hex');
  const at = `/api/cases/${caseId}/documents?fileName=paper.txt`;
  await api.post(at, tokenOf('vendor-contact'), Buffer.from(text), { 'content-type': 'text/plain' });
  const paper = { paper: 'ip2', kind: 'contributor-assignment', title: 'Assignment', textHash, from: '2026-09-01' };
  await must('vendor-contact', 'register-paper', { ...paper, person, signers: [person] });
  await must('vendor-contact', 'send-paper', { paper: 'ip2' });
  await must('engineer', 'sign-paper', { paper: 'ip2', textHash });
  const terms = { assignment: 'hereby-assigns', effectiveOn: 'creation', assignsTo: 'client' };
  const form = { paper: 'ip2', ...terms, priorWorksAttached: true, openSourceAttached: true };
  await must('vendor-contact', 'submit-evidence', { control: 'IP-2', person, form });
  await waitUntil('access to be open', () => held.has(HELD));
}

beforeAll(async () => {
  engine = await startWorld();
  const work = loadPolicyWork(LEAN);
  await engine.worker({
    providers: providersOf(memoryProvider(held)),
    compilePlan: work.compilePlan,
    virtualTime: false,
  });
  api = await startApi({}, { store: engine.store, client: engine.client }, { policy: work.reader });
  const people: [Role, string][] = [
    ['procurement', 'paul@northwind.example'],
    ['engineering-manager', 'mina@northwind.example'],
    ['legal', 'lena@northwind.example'],
    ['executive', 'eli@northwind.example'],
  ];
  for (const [role, email] of people) tokens.set(role, await api.tokenFor(role, email));
  const opened = await api.post('/api/cases', tokenOf('procurement'), { caseFile: CASE_FILE });
  caseId = z.object({ caseId: z.string() }).parse(opened.body).caseId;
  tokens.set('vendor-contact', await api.tokenFor('vendor-contact', 'marta@wisla.example', caseId));
  tokens.set('engineer', await api.tokenFor('engineer', 'ada@wisla.example', caseId));
  await adaAtWork();
});
afterAll(async () => {
  await api?.close();
  await engine?.end();
});

test('the difference is told and nothing is kept; a fault of the text is told with its place', async () => {
  const { planHash } = await look();
  const told = Told.parse((await compare(STRICT)).body);
  expect(told).toMatchObject({ policy: { name: 'strict' }, from: planHash, difference: DIFFERENCE });
  expect(Told.parse((await compare(LEAN)).body)).toMatchObject({ from: planHash, plan: planHash, difference: [] });
  expect(await proposed()).toBeUndefined();
  expect(await engine.store.documents.get(caseId, told.policy.hash)).toBeUndefined();
  const unlocked = await compare(STRICT.replace('binds: { gate: [repo] }', 'binds: { track: 5 }'));
  expect(unlocked).toMatchObject({
    status: 400,
    body: {
      code: 'Malformed',
      detail: expect.stringMatching(/^The policy file, line \d+, column \d+: IP-2 is locked and cannot be weakened/),
      faults: [{ line: expect.any(Number), column: expect.any(Number), message: expect.stringContaining('IP-2') }],
    },
  });
  const lost = await compare(LEAN.replace('contributor:', 'reader:'));
  expect(lost).toMatchObject({
    body: {
      detail:
        'The policy file, The roster needs the access profile contributor, which the policy lacks; it has reader.',
    },
  });
  const vendor = await api.post(`/api/cases/${caseId}/policy/difference`, tokenOf('vendor-contact'), { policy: LEAN });
  expect(vendor.status).toBe(403);
});

test('a proposal is decided by the executive on the plan that was shown; then access follows, and the report tells all of it', async () => {
  const body = { policy: STRICT, reason: 'The house asks for identities now.' };
  const first = await send('procurement', 'propose-policy', body, 'propose-1');
  expect(first).toMatchObject({ status: 200, body: { events: ['ApprovalRequested'] } });
  const question = await proposed('executive');
  expect(question).toMatchObject({
    youMayDecide: true,
    subject: 'strict 2026-11-01',
    proposal: { origin: 'foreign', difference: DIFFERENCE },
  });
  expect(await proposed('procurement')).toMatchObject({ youMayDecide: false });
  const { id = '', contentHash = '' } = question ?? {};
  expect((await look('executive')).tasks.find((t) => t.id === `decide:${id}`)).toMatchObject({
    title: 'Decide: policy strict 2026-11-01',
    actions: expect.arrayContaining([
      expect.objectContaining({ do: 'Decide', line: expect.stringContaining(`${id} approve --hash ${contentHash}`) }),
    ]),
  });
  const decision = { approval: id, decision: 'approve', reason: 'Read.' };
  const stale = await send('executive', 'decide', { ...decision, contentHash: 'a'.repeat(64) });
  expect(stale).toMatchObject({ status: 409, body: { code: 'ContentChanged' } });
  expect(held.has(HELD)).toBe(true);
  await must('executive', 'decide', { ...decision, contentHash });
  await waitUntil('the policy to be in force', async () => (await look()).policy.name === 'strict');
  await waitUntil('access to be closed', () => !held.has(HELD));
  expect((await look()).planHash).toBe(contentHash);
  expect(await facts(/^(Policy|Plan|Approval(Requested|Given|Completed)|AccessEnded)/)).toEqual([
    'ApprovalRequested',
    'ApprovalGiven',
    'ApprovalCompleted',
    'PolicyApproved',
    'PlanRecompiled',
    'AccessEnded',
  ]);
  // What was worked out for the sender comes out otherwise by now; what was asked for is the same.
  expect((await send('procurement', 'propose-policy', body, 'propose-1')).body).toEqual(first.body);
  const { hash, origin } = (await look()).policy;
  expect(origin).toBe('foreign');
  expect((await api.get(`/api/cases/${caseId}/documents/${hash}`, tokenOf('legal'))).text).toBe(STRICT);
  const report = await api.get(`/api/cases/${caseId}/report`, tokenOf('legal'));
  expect(report.body).toMatchObject({
    decisions: expect.arrayContaining([
      expect.objectContaining({
        text: 'Policy strict 2026-11-01: waiting for the executive',
        difference: DIFFERENCE,
      }),
      expect.objectContaining({ text: 'Policy strict 2026-11-01 now applies to this case', contentHash }),
    ]),
    ledger: { verification: { ok: true, stateMatches: true } },
  });
  const page = await api.get(`/api/cases/${caseId}/report.html`, tokenOf('legal'));
  expect(page.text).toContain(DIFFERENCE[0]?.where);
  expect(page.text).toContain('strict 2026-11-01 (not this installation’s own: approved for this case alone)');
});

test('under the policy that was approved, the plan is compiled again; and the way back is open', async () => {
  const repository = { provider: 'github', kind: 'repository', id: 'northwind/ranking', personalData: false };
  await must('procurement', 'change-scope', { add: [repository], reason: 'The service is split.' });
  await waitUntil('the plan to follow', async () => (await facts(/^PlanRecompiled/)).length === 2);
  expect((await look()).policy.name).toBe('strict');
  await must('procurement', 'propose-policy', { policy: LEAN, reason: 'Identities are checked elsewhere.' });
  const { id = '', contentHash = '' } = (await proposed()) ?? {};
  await must('executive', 'decide', { approval: id, contentHash, decision: 'approve', reason: 'Agreed.' });
  await waitUntil('access to be open again', () => held.has(HELD));
  expect((await look()).policy).toMatchObject({ name: 'lean', origin: 'own' });
});
