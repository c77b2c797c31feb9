import type { CaseEvent } from '../../../domain/case/events.js';
import { startApi, type TestApi } from '../../support/api/harness.js';
import { ENGINEER } from '../../support/api/smallPolicy.js';
import { openWorld, type World } from '../../support/api/world.js';
import { append, appending } from '../../support/store/appending.js';

let api: TestApi;
let world: World;
let other: World;
let person: string;

const day = (n: number) => `2026-10-${String(n).padStart(2, '0')}T08:00:00.000Z`;

async function add({ caseId }: World, facts: CaseEvent[]): Promise<void> {
  const { head } = (await api.store.cases.get(caseId)) ?? { head: { seq: 0, hash: '' } };
  await append(api.store, appending(caseId, `n-${head.seq}`, head, facts, { at: day(1) }));
}
const granted = (resource: string, notAfter?: string): CaseEvent => ({
  type: 'AccessGranted',
  ...{ lease: `${person}/${resource}`, person, resource, permission: 'push', restsOn: [] },
  ...(notAfter !== undefined && { notAfter }),
});
const seen = (resource: string): CaseEvent => ({
  type: 'AccessObserved',
  ...{
    lease: `${person}/${resource}`,
    intent: 'open',
    seen: 'present',
    permission: 'pull',
    acted: false,
    providerRequests: 1,
  },
});

beforeAll(async () => {
  api = await startApi();
  world = await openWorld(api);
  other = await openWorld(api, 'Of others');
  person = (await api.store.people.findByEmail(ENGINEER))?.personId ?? '';
  await add(world, [
    granted('github:harbour/claims', day(9)),
    seen('github:harbour/claims'),
    granted('github:harbour/forever'),
  ]);
  await add(other, [
    granted('github:harbour/claims', day(5)),
    granted('github:harbour/gone', day(3)),
    {
      type: 'AccessEnded',
      lease: `${person}/github:harbour/gone`,
      cause: 'suspended',
      detail: { code: 'access.basis-ended' },
    },
    {
      type: 'UnknownAccountFound',
      resource: 'github:harbour/claims',
      person: 'p-0000000000000000',
      permission: 'admin',
      answerBy: day(2),
    },
  ]);
});
afterAll(() => api?.close());

type Rows = { caseId: string; place: string; status: string }[];
const list = async (query = '', token = world.tokens.legal): Promise<Rows> => {
  const { status, body } = await api.get(`/api/access${query}`, token);
  expect([query, status]).toEqual([query, 200]);
  return Object(body).rows;
};
const places = (rows: Rows) => rows.map(({ place, status }) => `${status} ${place.replace(person, 'ada')}`);

test('given grants in several cases, then all are listed, what ends first first, and what nobody knows', async () => {
  const { body } = await api.get('/api/access', world.tokens.legal);
  expect(body).toMatchObject({
    rows: [
      { caseId: other.caseId, status: 'opening', permission: 'push', until: day(5), caseTitle: 'Of others' },
      {
        caseId: world.caseId,
        status: 'open',
        permission: 'pull',
        until: day(9),
        vendor: 'Northwind Models',
        since: day(1),
      },
      ...[expect.anything(), expect.anything(), expect.anything()],
    ],
    names: { [person]: expect.any(String) },
  });
  expect(places(await list()).sort()).toEqual([
    'closing ada/github:harbour/gone',
    'open ada/github:harbour/claims',
    'opening ada/github:harbour/claims',
    'opening ada/github:harbour/forever',
    'unknown account:p-0000000000000000/github:harbour/claims',
  ]);
});

test('given filters, then only what they name is listed', async () => {
  expect(places(await list('?asks=declare'))).toEqual(['unknown account:p-0000000000000000/github:harbour/claims']);
  expect(places(await list(`?person=${person}&resource=github:harbour/forever`))).toEqual([
    'opening ada/github:harbour/forever',
  ]);
  expect(await list('?vendor=NORTHWIND%20models')).toHaveLength(5);
  expect(await list('?vendor=Nobody')).toEqual([]);
  expect(places(await list('?status=closing'))).toEqual(['closing ada/github:harbour/gone']);
});

test('given pages of two, then they join to the whole list', async () => {
  const rows: Rows = [];
  for (let cursor: string | undefined, more = true; more; ) {
    const { body } = await api.get(
      `/api/access?limit=2${cursor === undefined ? '' : `&cursor=${cursor}`}`,
      world.tokens.legal,
    );
    rows.push(...Object(body).rows);
    cursor = Object(body).nextCursor;
    more = cursor !== undefined;
  }
  expect(rows).toEqual(await list());
});

test('given a token for one case, then the rest is not there; the vendor’s people and the operator are refused', async () => {
  const oneCase = await api.tokenFor('compliance', 'reviewer@harbour.example', world.caseId);
  expect(new Set((await list('', oneCase)).map(({ caseId }) => caseId))).toEqual(new Set([world.caseId]));
  for (const who of ['vendor-contact', 'engineer', 'operator'] as const)
    expect((await api.get('/api/access', world.tokens[who])).status).toBe(403);
});

test('given an access that is proven gone, then it is listed no more', async () => {
  await add(other, [{ type: 'AccessWithdrawn', lease: `${person}/github:harbour/gone` }]);
  expect(places(await list('?status=closing'))).toEqual([]);
  expect(await api.store.ledger.verify(other.caseId)).toMatchObject({ ok: true, stateMatches: true });
});
