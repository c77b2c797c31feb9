import type { CaseEvent } from '../../domain/case/events.js';
import { startApi, type TestApi } from '../support/api/harness.js';
import { ENGINEER } from '../support/api/smallPolicy.js';
import { openWorld, type World } from '../support/api/world.js';
import { append, appending } from '../support/store/appending.js';

const CLAIMS = 'github:harbour/claims';
const AGAIN = 'github:harbour/claims-old-name';
const LATER = 'github:harbour/later';
const OWL = 'p-0000000000000001';
const RUNNER = 'p-0000000000000002';

let api: TestApi;
let first: World;
let second: World;
let person: string;

const day = (n: number) => `2026-10-${String(n).padStart(2, '0')}T08:00:00.000Z`;

async function add({ caseId }: World, facts: CaseEvent[]): Promise<void> {
  const { head } = (await api.store.cases.get(caseId)) ?? { head: { seq: 0, hash: '' } };
  await append(api.store, appending(caseId, `n-${head.seq}`, head, facts, { at: day(1) }));
}
const known = (resource: string, id: string): CaseEvent => ({
  type: 'ResourceIdentified',
  ...{ resource, place: { id, name: resource.slice('github:'.length) } },
});
const granted = (resource: string, permission: string): CaseEvent => ({
  type: 'AccessGranted',
  ...{ lease: `${person}/${resource}`, person, resource, permission, restsOn: [], notAfter: day(20) },
});
const seen = (resource: string, permission: string, caseId?: string): CaseEvent => ({
  type: 'AccessObserved',
  ...{ lease: `${person}/${resource}`, intent: 'open', seen: 'present', permission, acted: false, providerRequests: 1 },
  ...(caseId !== undefined && { others: { cases: [caseId], permission } }),
});

beforeAll(async () => {
  api = await startApi();
  first = await openWorld(api, 'Claims triage');
  second = await openWorld(api, 'Claims fraud');
  person = (await api.store.people.findByEmail(ENGINEER))?.personId ?? '';
  await add(first, [
    known(CLAIMS, '8'),
    granted(CLAIMS, 'pull'),
    seen(CLAIMS, 'push', second.caseId),
    { type: 'UnknownAccountFound', resource: CLAIMS, person: OWL, permission: 'admin', answerBy: day(2) },
    {
      type: 'AccountDeclared',
      resource: CLAIMS,
      person: RUNNER,
      is: 'service',
      whose: 'Builds',
      reason: 'Our runner.',
    },
  ]);
  // The same place under another name, and one that nobody has looked at.
  await add(second, [known(AGAIN, '8'), granted(AGAIN, 'push'), seen(AGAIN, 'push')]);
  await add(second, [known(LATER, '9'), granted(LATER, 'pull')]);
  const place = { provider: 'github', placeId: '8' };
  await api.store.places.looked(place, day(3), { accounts: 7, read: { unseen: ['teams'], rest: '' } });
  await api.store.places.looked(place, day(4), { failed: 'ProviderUnavailable' });
});
afterAll(() => api?.close());

const ask = async (path: string, token = first.tokens.legal) => (await api.get(path, token)).body;

test('given places of several cases, then each is listed once with its last look, its failure, its cases and what is unknown', async () => {
  const title = (world: World) => ({ caseId: world.caseId, title: world === first ? 'Claims triage' : 'Claims fraud' });
  expect(await ask('/api/places')).toEqual({
    rows: [
      {
        ...{ provider: 'github', placeId: '8', name: 'harbour/claims', everyHours: 24 },
        ...{ lookedAt: day(3), failingSince: day(4), code: 'ProviderUnavailable', unseen: ['teams'] },
        ...{ accounts: 7, open: 2, unknown: 1, caseCount: 2, nextLookAt: expect.any(String) },
        cases: [expect.objectContaining(title(first)), expect.objectContaining(title(second))],
      },
      {
        ...{ provider: 'github', placeId: '9', name: 'harbour/later', everyHours: 24, unseen: [] },
        ...{ open: 0, unknown: 0, caseCount: 1, nextLookAt: expect.any(String) },
        cases: [expect.objectContaining(title(second))],
      },
    ],
  });
});

test('given a place, then case by case who holds what and by whom else it is granted, who is known and who is unknown', async () => {
  const page = Object(await ask('/api/places/github/8'));
  expect(page.rows).toMatchObject([
    {
      ...{ caseId: first.caseId, resource: CLAIMS },
      held: [
        {
          ...{ person, permission: 'pull', held: 'push', status: 'open', notAfter: day(20) },
          others: { cases: [second.caseId], permission: 'push' },
        },
      ],
      accounts: [
        { person: OWL, question: { answerBy: day(2), permission: 'admin' } },
        { person: RUNNER, declared: { is: 'service', whose: 'Builds', reason: 'Our runner.' } },
      ],
    },
    { caseId: second.caseId, resource: AGAIN, held: [{ permission: 'push', status: 'open' }], accounts: [] },
  ]);
  expect(page).toMatchObject({ place: { placeId: '8', caseCount: 2 }, names: { [person]: expect.any(String) } });
});

test('given pages of one, then they join to the whole list, of places and of the cases of one', async () => {
  for (const path of ['/api/places', '/api/places/github/8']) {
    const whole = Object(await ask(path)).rows;
    const { rows, nextCursor } = Object(await ask(`${path}?limit=1`));
    const rest = Object(await ask(`${path}?limit=1&cursor=${nextCursor}`));
    expect([[...rows, ...rest.rows], rest.nextCursor]).toEqual([whole, undefined]);
    expect(whole).toHaveLength(2);
  }
});

test('given a token for one case, then places and cases of others are not there', async () => {
  const token = await api.tokenFor('compliance', 'reviewer@harbour.example', first.caseId);
  expect(Object(await ask('/api/places', token)).rows).toMatchObject([
    { placeId: '8', open: 1, unknown: 1, caseCount: 1, cases: [{ caseId: first.caseId }] },
  ]);
  expect(Object(await ask('/api/places/github/8', token)).rows).toMatchObject([{ caseId: first.caseId }]);
  expect(await api.get('/api/places/github/9', token)).toMatchObject({ status: 404, body: { code: 'NotFound' } });
});

test('given the vendor’s people and the operator, then they are refused; a place that nobody knows is not found', async () => {
  for (const who of ['vendor-contact', 'engineer', 'operator'] as const)
    for (const path of ['/api/places', '/api/places/github/8'])
      expect((await api.get(path, first.tokens[who])).status).toBe(403);
  for (const path of ['github/7', 'manual/8', 'github/toString'])
    expect(await api.get(`/api/places/${path}`, first.tokens.legal)).toMatchObject({
      status: 404,
      body: { code: 'NotFound' },
    });
});
