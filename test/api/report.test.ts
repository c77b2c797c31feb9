import { coverage as coverageSchema, type Report, report as reportSchema } from '../../contract/report.js';
import type { AccessIntent } from '../../domain/access/lease.js';
import { evolve, initialState } from '../../domain/decider/evolve.js';
import { verifyExport } from '../../evidence/verifyExport.js';
import { startApi, type TestApi } from '../support/api/harness.js';
import { EMAILS, ENGINEER, OTHER_ENGINEER } from '../support/api/smallPolicy.js';
import { act, look, openWorld, signedPaper, type Who, type World } from '../support/api/world.js';

let api: TestApi;
let world: World;
let report: Report;
let person: string;
let other: string;

const must = async (who: Who, name: string, body: Parameters<typeof act>[4]): Promise<void> => {
  const answer = await act(api, world, who, name, body);
  if (answer.status !== 200) throw new Error(`${name}: ${answer.text}`);
};
const assigns = { assignment: 'hereby-assigns', effectiveOn: 'creation' };

/** Papers, evidence, gate and acceptance: all that access of one engineer rests on. */
async function bringIntoForce(): Promise<void> {
  await signedPaper(api, world, 'msa', { kind: 'master-agreement', signers: ['client', 'vendor'] }, [
    'vendor-contact',
    'legal',
  ]);
  const ip1 = { paper: 'msa', workMadeForHire: true, coversAllWork: true, retained: [], ...assigns };
  await must('vendor-contact', 'submit-evidence', { control: 'IP-1', form: ip1 });
  const about = { person: ENGINEER, signers: [ENGINEER] };
  await signedPaper(api, world, 'ip2', { kind: 'contributor-assignment', ...about }, ['engineer']);
  const ip2 = { paper: 'ip2', assignsTo: 'vendor', priorWorksAttached: true, openSourceAttached: true, ...assigns };
  await must('vendor-contact', 'submit-evidence', { control: 'IP-2', person: ENGINEER, form: ip2 });
  const on4 = { contact: EMAILS['engineering-manager'], decides: ['priorities', 'scope', 'acceptance'] };
  await must('engineering-manager', 'submit-evidence', { control: 'ON-4', form: on4 });
  await must('engineering-manager', 'accept-person', { person: ENGINEER, reason: 'Strong in evaluation.' });
  const gate = (await look(api, world, 'legal')).approvals.find(({ id }) => id === 'gate:contract');
  expect(gate).toMatchObject({ youMayDecide: true });
  const contentHashOfGate = gate?.contentHash ?? '';
  await must('legal', 'decide', {
    approval: 'gate:contract',
    contentHash: contentHashOfGate,
    decision: 'approve',
    reason: 'Complete.',
  });
}

/** Access is seen open, its paper is revoked, and it is read back as absent three times. */
async function openAndLapse(): Promise<void> {
  api.jumpTo('2026-09-01T06:00:00.000Z');
  await api.client.tick(world.caseId, 'start');
  const lease = `${person}/github:harbour/claims`;
  const seen = (intent: AccessIntent, what: 'present' | 'absent') =>
    api.client.outcome(world.caseId, `attempt:${intent}`, {
      kind: 'access-seen',
      lease,
      intent,
      seen: what,
      permission: 'push',
      acted: true,
      providerRequests: 2,
    });
  await seen('open', 'present');
  api.jumpTo('2026-09-10T12:00:00.000Z');
  await must('legal', 'revoke-paper', { paper: 'ip2', reason: 'A schedule was false.' });
  await seen('close', 'absent');
  api.jumpTo('2026-09-10T13:30:00.000Z');
  await seen('look', 'absent');
}

beforeAll(async () => {
  api = await startApi();
  world = await openWorld(api);
  person = (await api.store.people.findByEmail(ENGINEER))?.personId ?? '';
  other = (await api.store.people.findByEmail(OTHER_ENGINEER))?.personId ?? '';
  await bringIntoForce();
  await openAndLapse();
  await act(api, world, 'vendor-contact', 'decide', {
    approval: 'gate:contract',
    contentHash: '0'.repeat(64),
    decision: 'reject',
    reason: 'Mine.',
  });
  const answer = await api.get(`/api/cases/${world.caseId}/report`, world.tokens.compliance);
  if (answer.status !== 200) throw new Error(answer.text);
  report = reportSchema.parse(answer.body);
});
afterAll(() => api?.close());

test('the ledger is verified, and its head is the report’s', async () => {
  const { head, verification, rows } = report.ledger;
  expect(verification).toEqual({ ok: true, rows, stateMatches: true });
  const verified = await api.get(`/api/cases/${world.caseId}/ledger/verify`, world.tokens.compliance);
  expect(verified.body).toMatchObject({ ok: true, head });
});

test('controls say what they rest on and sum up', () => {
  expect(Object.fromEntries(report.controls.map(({ key, status }) => [key, status]))).toEqual({
    'IP-1': 'met',
    [`IP-2:${person}`]: 'open',
    [`IP-2:${other}`]: 'open',
    [`PP-1:${person}`]: 'met',
    [`PP-1:${other}`]: 'open',
    'ON-4': 'met',
  });
  expect(report.controls[0]?.restsOn).toEqual([
    expect.stringMatching(/^evidence:IP-1@/),
    expect.stringMatching(/^paper:msa@/),
  ]);
  const total = Object.values(report.sums.all).reduce((sum, n) => sum + n, 0);
  expect(total).toBe(report.controls.length);
  for (const by of [report.sums.byRisk, report.sums.byNist])
    expect(
      Object.values(by)
        .flatMap((counts) => Object.values(counts))
        .reduce((sum, n) => sum + n, 0),
    ).toBe(total);
});

test('decisions and refusals stand in order, with who, why and on what', () => {
  const lines = report.decisions;
  expect(lines.map(({ seq }) => seq)).toEqual(lines.map(({ seq }) => seq).sort((a, b) => a - b));
  expect(lines.map(({ fact, role, text, why, code }) => [fact, role, text, why, code])).toEqual([
    [
      'CaseOpened',
      'procurement',
      'Case opened: Claims triage, Northwind Models for Harbour Mutual',
      'Policy small 1.',
      undefined,
    ],
    ['PaperSigned', 'vendor-contact', 'Document signed for the vendor: msa', undefined, undefined],
    ['PaperSigned', 'legal', 'Document signed for the client: msa (all signatures complete)', undefined, undefined],
    [
      'PaperSigned',
      'engineer',
      `Document signed for {person:${person}}: ip2 (all signatures complete)`,
      undefined,
      undefined,
    ],
    ['StageCompleted', 'system', 'Working agreement gate opened', undefined, undefined],
    ['PersonAccepted', 'engineering-manager', `{person:${person}} accepted`, 'Strong in evaluation.', undefined],
    ['StageCompleted', 'system', 'People gate opened', undefined, undefined],
    ['ApprovalGiven', 'legal', 'Contract gate: approved as legal', 'Complete.', undefined],
    ['StageCompleted', 'system', 'Contract gate opened', undefined, undefined],
    ['PaperRevoked', 'legal', 'Document revoked: ip2', 'A schedule was false.', undefined],
    [
      'DecisionRefused',
      'vendor-contact',
      'Decide: refused',
      'gate:contract is decided by legal. You are signed in as the vendor’s contact.',
      'NotYourRole',
    ],
  ]);
  const approved = lines.find(({ about }) => about.approval === 'gate:contract');
  const contract = report.gates.find(({ stage }) => stage === 'contract');
  expect(approved?.contentHash).toMatch(/^[0-9a-f]{64}$/);
  expect(contract).toEqual({
    stage: 'contract',
    openSince: approved?.at,
    decidedBy: [{ by: approved?.by, role: 'legal', at: approved?.at, reason: 'Complete.' }],
    contentHash: approved?.contentHash,
    byItself: false,
    openControls: 0,
    history: [{ what: 'opened', at: approved?.at, decidedBy: contract?.decidedBy }],
  });
});

test('a window of access is told from grant to proof', () => {
  expect(report.access).toMatchObject([
    {
      person,
      resource: 'github:harbour/claims',
      grantedAt: '2026-09-01T06:01:00.000Z',
      openedAt: '2026-09-01T06:02:00.000Z',
      endedAt: expect.stringMatching(/^2026-09-10T12/),
      cause: 'paper-lapsed',
      withdrawnAt: expect.stringMatching(/^2026-09-10T12/),
      proofs: [{ hours: 1, at: expect.stringMatching(/^2026-09-10T13/) }],
      providerRequests: 6,
      failures: 0,
      foundAfterEnd: 0,
    },
  ]);
});

test('every millisecond belongs to a party', () => {
  const { elapsedMs, totalsMs } = report.clocks.attribution;
  expect(Object.values(totalsMs).reduce((sum, ms) => sum + ms, 0)).toBe(elapsedMs);
  expect(elapsedMs).toBe(Date.parse(report.asOf) - Date.parse(report.openedAt));
});

test('the report follows from the export alone, names apart', async () => {
  const exported = await api.get(`/api/cases/${world.caseId}/ledger?format=jsonl`, world.tokens.compliance);
  expect(exported.headers['content-type']).toContain('jsonl');
  const lines = exported.text.trim().split('\n');
  expect(await verifyExport(lines)).toMatchObject({ ok: true, stateMatches: true });
  expect(exported.text).not.toMatch(/lukasz|@harbour|Name of/);
  const state = lines.slice(1).reduce((folded, line) => evolve(folded, JSON.parse(line)), initialState(world.caseId));
  const stored = await api.store.cases.get(world.caseId);
  expect(state).toEqual(stored?.state);
});

test('was this person covered on that day, and by what?', async () => {
  const ask = async (who: string, day: string) => {
    const { body } = await api.get(
      `/api/cases/${world.caseId}/coverage?person=${who}&day=${day}`,
      world.tokens.compliance,
    );
    return coverageSchema.parse(body);
  };
  expect(await ask(ENGINEER, '2026-08-23')).toMatchObject({ covered: 'not', access: [] });
  const covered = await ask(ENGINEER, '2026-09-03');
  expect(covered).toMatchObject({ covered: 'all-day', access: [{ resource: 'github:harbour/claims' }] });
  expect(covered.requirements.map(({ id, held }) => [id, held])).toEqual(
    expect.arrayContaining([
      ['roster', 'all-day'],
      ['IP-1', 'all-day'],
      ['IP-2', 'all-day'],
      ['gate:contract', 'all-day'],
    ]),
  );
  expect(covered.requirements.find(({ id }) => id === 'IP-2')?.intervals[0]?.by).toEqual(
    expect.arrayContaining([expect.stringMatching(/^paper:ip2@/)]),
  );
  const partly = await ask(ENGINEER, '2026-09-10');
  expect(partly).toMatchObject({ covered: 'part-of-day', intervals: [{ from: '2026-09-09T23:00:00.000Z' }] });
  expect(partly.intervals[0]?.until).toMatch(/^2026-09-10T12/);
  expect(await ask(ENGINEER, '2026-09-11')).toMatchObject({ covered: 'not' });
  expect(await ask(OTHER_ENGINEER, '2026-09-03')).toMatchObject({ covered: 'not', access: [] });
});

test('the page holds it all, and fetches nothing', async () => {
  const page = await api.get(`/api/cases/${world.caseId}/report.html`, world.tokens.compliance);
  expect(page).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  expect(page.text).toContain('Name of lukasz');
  expect(page.text).toContain('document lapsed');
});
