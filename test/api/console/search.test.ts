import { startApi, type TestApi } from '../../support/api/harness.js';
import { EMAILS, ENGINEER } from '../../support/api/smallPolicy.js';
import { openWorld, signedPaper, type World } from '../../support/api/world.js';
import { erase } from '../../support/store/erase.js';

let api: TestApi;
let world: World;
let other: World;
beforeAll(async () => {
  api = await startApi();
  world = await openWorld(api);
  other = await openWorld(api, 'Of others');
  await signedPaper(api, world, 'msa', { kind: 'master-agreement', signers: ['client', 'vendor'] }, []);
  await signedPaper(api, other, 'msa', { kind: 'master-agreement', signers: ['client', 'vendor'] }, []);
});
afterAll(() => api?.close());

const find = async (q: string, token: string) => {
  const { status, body } = await api.get(`/api/search?q=${encodeURIComponent(q)}`, token);
  expect([q, status]).toEqual([q, 200]);
  return body;
};
const NOTHING = { cases: [], vendors: [], people: [], documents: [] };

test('given a part of a title or a vendor, then the client’s people find cases, vendors and documents', async () => {
  expect(await find('AIMS tri', world.tokens.legal)).toMatchObject({
    ...NOTHING,
    cases: [{ caseId: world.caseId, title: 'Claims triage', vendor: 'Northwind Models', status: 'open' }],
  });
  expect(await find('northwind', world.tokens.legal)).toMatchObject({
    cases: [{ caseId: other.caseId }, { caseId: world.caseId }],
    vendors: [{ vendor: 'Northwind Models' }],
  });
  const documents = [world, other].map(({ caseId }) =>
    expect.objectContaining({ caseId, paper: 'msa', title: 'Paper msa', kind: 'master-agreement', state: 'sent' }),
  );
  expect(await find('paper m', world.tokens.legal)).toEqual({
    ...NOTHING,
    documents: expect.arrayContaining(documents),
  });
  expect(await find('%%', world.tokens.legal)).toEqual(NOTHING);
});

test('given a whole address or a part of a name, then people are found, and by a part of an address nobody is', async () => {
  const person = await api.store.people.findByEmail(ENGINEER);
  const found = [
    { personId: person?.personId, name: 'Name of lukasz', caseId: expect.any(String), caseTitle: expect.any(String) },
  ];
  expect(await find(ENGINEER.toUpperCase(), world.tokens.legal)).toEqual({ ...NOTHING, people: found });
  expect(await find('OF LUK', world.tokens.legal)).toEqual({ ...NOTHING, people: found });
  expect(await find(`x${ENGINEER}`, world.tokens.legal)).toEqual(NOTHING);
  expect(await find('@northwind', world.tokens.legal)).toEqual(NOTHING);
});

test('given somebody who was erased, then they are not found', async () => {
  const elsewhere = await startApi();
  const there = await openWorld(elsewhere);
  const person = await elsewhere.store.people.findByEmail(ENGINEER);
  await erase(elsewhere.store, person?.personId ?? '');
  for (const q of [ENGINEER, 'lukasz'])
    expect((await elsewhere.get(`/api/search?q=${encodeURIComponent(q)}`, there.tokens.legal)).body).toEqual(NOTHING);
  await elsewhere.close();
});

test('given the vendor’s people and whoever has a token for one case, then nothing of another case is found', async () => {
  const oneCase = await api.tokenFor('compliance', EMAILS.compliance, world.caseId);
  for (const token of [world.tokens['vendor-contact'], oneCase]) {
    expect(await find('Of others', token)).toEqual(NOTHING);
    expect(await find('Paper msa', token)).toMatchObject({ documents: [{ caseId: world.caseId }] });
    expect(await find('northwind', token)).toMatchObject({ cases: [{ caseId: world.caseId }] });
  }
  expect(await find('Paper msa', world.tokens.engineer)).toEqual(NOTHING);
  // Of people, the names that stand in their view of the case.
  for (const who of ['vendor-contact', 'engineer'] as const) {
    const { names } = Object((await api.get(`/api/cases/${world.caseId}`, world.tokens[who])).body);
    const { people } = Object(await find('name of', world.tokens[who]));
    expect([who, people.map(({ name }: { name: string }) => name)]).toEqual([who, Object.values(names)]);
  }
  expect(await find('olga', oneCase)).toMatchObject({ people: [{ caseId: world.caseId }] });
  expect(await find(EMAILS.compliance, world.tokens['vendor-contact'])).toEqual(NOTHING);
  expect(await find('ewa', world.tokens['vendor-contact'])).toMatchObject({ people: [{ caseId: world.caseId }] });
});

test('given a part that is too short or too long, then it is refused; the operator searches nothing', async () => {
  for (const q of ['', 'a', ' a ', 'x'.repeat(81)])
    expect(await api.get(`/api/search?q=${encodeURIComponent(q)}`, world.tokens.legal)).toMatchObject({ status: 400 });
  expect((await api.get('/api/search?q=claims', world.tokens.operator)).status).toBe(403);
});
