import { startApi, type TestApi } from '../support/api/harness.js';
import { ENGINEER } from '../support/api/smallPolicy.js';
import { act, openWorld, type World } from '../support/api/world.js';

let api: TestApi;
let world: World;
let other: World;
beforeAll(async () => {
  api = await startApi();
  world = await openWorld(api);
  other = await openWorld(api, 'Of others');
  for (const one of [world, other])
    await act(api, one, 'legal', 'accept-person', { person: ENGINEER, reason: 'Mine.' });
});
afterAll(() => api?.close());

const AUGUST = 'from=2026-08-01&to=2026-08-31';
const read = (rest: string, token = world.tokens.compliance) => api.get(`/api/populations/${rest}`, token);
const placed = (caseId: string) => ({
  caseId,
  hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  role: 'legal',
  event: 'DecisionRefused',
  code: 'NotYourRole',
  command: 'AcceptPerson',
});

test('given refusals in two cases, compliance and the operator read them all, as JSON and as CSV', async () => {
  for (const token of [world.tokens.compliance, world.tokens.operator]) {
    const { status, body } = await read(`refusals?${AUGUST}`, token);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        kind: 'refusals',
        population: 2,
        rows: [placed(world.caseId), placed(other.caseId)],
        titles: { [world.caseId]: 'Claims triage', [other.caseId]: 'Of others' },
      },
    });
  }
  const csv = await read(`refusals?${AUGUST}&format=csv`);
  expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(csv.text.split('\r\n')).toHaveLength(4);
  expect((await read('refusals?from=2026-09-01&to=2199-12-31')).body).toMatchObject({ population: 0, rows: [] });
  expect((await read('refusals?from=2026-09-01&to=9999-12-31')).status).toBe(400);
});

test('given a sample and its seed, the answer says how it was drawn, and draws it again', async () => {
  const first = await read(`refusals?${AUGUST}&sample=1&seed=FY26`);
  expect(first.body).toMatchObject({
    population: 2,
    sample: 1,
    seed: 'FY26',
    method: expect.stringContaining('SHA-256'),
  });
  expect((await read(`refusals?${AUGUST}&sample=1&seed=FY26`)).body).toEqual(first.body);
  const csv = await read(`refusals?${AUGUST}&sample=1&seed=FY26&format=csv`);
  expect(csv.text).toMatch(/,"rank","population","seed"\r\n.+,"2","FY26"\r\n$/);
});

test('who acted is told by name, in a population and in a sample', async () => {
  for (const rest of ['', '&sample=2&seed=FY26']) {
    const { rows, names, titles } = Object((await read(`refusals?${AUGUST}${rest}`)).body);
    expect(rows.map((row: { actor: string }) => names[row.actor])).toEqual(['Name of aoife', 'Name of aoife']);
    expect(Object.keys(titles).sort()).toEqual([world.caseId, other.caseId].sort());
  }
});

test('given a token for one case, the population is of that case', async () => {
  const bound = await api.tokenFor('compliance', 'auditor@harbour.example', other.caseId);
  expect((await read(`refusals?${AUGUST}`, bound)).body).toMatchObject({ population: 1, rows: [placed(other.caseId)] });
});

test.each([
  ['refusals?from=2026-08-31&to=2026-08-01', 'The query: `to` must not be before `from`.'],
  ['refusals?from=2026-08-01&to=2026-02-30', 'The query: `to` must be a real day written YYYY-MM-DD.'],
  [`refusals?${AUGUST}&sample=5`, 'The query: `seed` is needed: a sample has a size and a seed.'],
  [`refusals?${AUGUST}&seed=5`, 'The query: `sample` is needed: a sample has a size and a seed.'],
  [`refusals?${AUGUST}&sample=1001&seed=x`, 'The query: `sample` must be at most 1000.'],
  [`poems?${AUGUST}`, 'The address: `kind` must be one of grants, waivers, refusals, late-steps, red-flags.'],
])('given %s, one sentence says what would be right', async (rest, detail) => {
  expect(await read(rest)).toMatchObject({ status: 400, body: { code: 'Malformed', detail } });
});

test('nobody else reads populations', async () => {
  for (const who of ['procurement', 'legal', 'vendor-contact', 'engineer'] as const)
    expect((await read(`refusals?${AUGUST}`, world.tokens[who])).status).toBe(403);
});
