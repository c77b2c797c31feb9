import pg from 'pg';
import { startApi, type TestApi } from '../support/api/harness.js';
import { CONTACT, ENGINEER } from '../support/api/smallPolicy.js';
import { act, look, openWorld, signedPaper, type Who, type World } from '../support/api/world.js';

let api: TestApi;
let first: World;
let renewal: World;
beforeAll(async () => {
  api = await startApi();
  first = await openWorld(api, 'First engagement');
  await signedPaper(
    api,
    first,
    'msa',
    { kind: 'master-agreement', signers: ['client', 'vendor'], until: '2027-07-31' },
    ['vendor-contact', 'legal'],
  );
  await signedPaper(api, first, 'ip2', { kind: 'contributor-assignment', person: ENGINEER, signers: [ENGINEER] }, [
    'engineer',
  ]);
  await signedPaper(api, first, 'nda', { kind: 'nda', signers: ['client', 'vendor'] }, ['vendor-contact']);
  await act(api, first, 'legal', 'accept-person', { person: ENGINEER, reason: 'Not mine to accept.' });
  renewal = await openWorld(api, 'Renewal');
});
afterAll(() => api?.close());

const reuse = (who: Who, body: { paper: string; from?: string; as?: string }) =>
  act(api, renewal, who, 'reuse-paper', { from: first.caseId, ...body });

test('given a paper in force with the same vendor and client, a renewal takes it over with its provenance', async () => {
  expect(await reuse('procurement', { paper: 'msa', as: 'msa-2026' })).toMatchObject({
    status: 200,
    body: { events: ['PaperReused'] },
  });
  const [source] = (await look(api, first)).papers.filter((p) => p.id === 'msa');
  const rows = await api.store.ledger.readEntries(first.caseId, { afterSeq: 0, limit: 1000 });
  const cited = rows.find((row) => row.event.type === 'PaperCameIntoForce' && row.event.paper === 'msa');
  const [taken] = (await look(api, renewal)).papers;
  expect(taken).toEqual({
    ...source,
    id: 'msa-2026',
    state: 'in-force',
    inForceSince: taken?.inForceSince,
    registeredBy: (await api.store.people.findByEmail('sean@harbour.example'))?.personId,
    reused: { caseId: first.caseId, paper: 'msa', seq: cited?.seq, hash: cited?.hash },
  });
  const text = await api.get(`/api/cases/${renewal.caseId}/documents/${taken?.textHash}`, renewal.tokens.legal);
  expect(text).toMatchObject({ status: 200, text: 'The text of msa.' });
});

test('given the assignment of a person on both rosters, it serves the same person', async () => {
  expect(await reuse('legal', { paper: 'ip2' })).toMatchObject({ status: 200 });
  const taken = (await look(api, renewal)).papers.find((p) => p.id === 'ip2');
  expect(taken).toMatchObject({ state: 'in-force', person: (await api.store.people.findByEmail(ENGINEER))?.personId });
});

test.each<[string, Who, { paper: string; from?: string }, number, string]>([
  ['a paper that waits for a signature', 'procurement', { paper: 'nda' }, 404, 'UnknownPaper'],
  ['a paper that is not there', 'procurement', { paper: 'other' }, 404, 'UnknownPaper'],
  ['what every object seems to have', 'procurement', { paper: 'constructor' }, 400, 'Malformed'],
  ['a case that is not there', 'procurement', { paper: 'msa', from: 'c-ffffffffffffffff' }, 404, 'CaseNotFound'],
  ['the vendor’s contact, who sees one case', 'vendor-contact', { paper: 'msa' }, 404, 'CaseNotFound'],
  ['a role that may not', 'executive', { paper: 'msa' }, 403, 'NotYourRole'],
  ['the same paper again', 'procurement', { paper: 'ip2' }, 409, 'DuplicateId'],
])('given %s, nothing is taken over', async (_, who, body, status, code) => {
  expect(await reuse(who, body)).toMatchObject({ status, body: { code } });
});

test('given a body that brings its own signatures, it is refused', async () => {
  const forged = { paper: 'msa', signatures: [{ by: 'client', personId: 'p-x', at: '2026-08-01T00:00:00.000Z' }] };
  expect(await act(api, renewal, 'procurement', 'reuse-paper', { from: first.caseId, ...forged })).toMatchObject({
    status: 400,
  });
});

test('the vendor’s record tells its cases, refusals and papers still in force, whatever the case of its name', async () => {
  expect((await api.get('/api/vendors', first.tokens.compliance)).body).toEqual({
    rows: [{ vendor: 'Northwind Models', cases: 2, open: 2, late: false }],
  });
  const { body } = await api.get('/api/vendors/NORTHWIND%20models', first.tokens.procurement);
  const counts = {
    refusals: 1,
    lateTasks: 0,
    escalations: 0,
    waivers: 0,
    missedMeetings: 0,
    slaBreaches: 0,
    lateIncidentDuties: 0,
    lateMilestones: 0,
    returnedMilestones: 0,
  };
  const paper = { client: 'Harbour Mutual', textHash: expect.stringMatching(/^[0-9a-f]{64}$/) };
  const reused = expect.objectContaining({ caseId: first.caseId });
  expect(body).toMatchObject({
    vendor: 'Northwind Models',
    cases: [
      { caseId: renewal.caseId, title: 'Renewal', status: 'open', redFlags: [], counts },
      { caseId: first.caseId, title: 'First engagement', status: 'open', redFlags: [], counts },
    ],
    papersInForce: [
      { ...paper, caseId: renewal.caseId, paper: 'ip2', kind: 'contributor-assignment', reused },
      { ...paper, caseId: renewal.caseId, paper: 'msa-2026', until: '2027-07-31T23:00:00.000Z', reused },
      { ...paper, caseId: first.caseId, paper: 'ip2' },
      { ...paper, caseId: first.caseId, paper: 'msa', kind: 'master-agreement' },
    ],
  });
  expect(await api.get('/api/vendors/Nobody', first.tokens.legal)).toMatchObject({ status: 404 });
  for (const who of ['vendor-contact', 'engineer', 'operator'] as const)
    expect((await api.get('/api/vendors', first.tokens[who])).status).toBe(403);
});

test('given an earlier ledger that somebody has changed, nothing is taken over from it', async () => {
  const { personId } = (await api.store.people.findByEmail(CONTACT)) ?? {};
  const superuser = new pg.Client({ connectionString: api.databaseUrl });
  await superuser.connect();
  await superuser.query('set session_replication_role = replica');
  await superuser.query(
    `update ledger set content = replace(content, '"by":"client"', '"by":"vendor"')
     where case_id = $1 and event_type = 'PaperSigned' and strpos(content, $2) = 0`,
    [first.caseId, personId],
  );
  await superuser.end();
  expect(await reuse('procurement', { paper: 'msa', as: 'msa-again' })).toMatchObject({
    status: 503,
    body: { code: 'CaseQuarantined' },
  });
});
