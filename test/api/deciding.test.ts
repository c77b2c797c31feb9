import { comparison } from '../../contract/comparison.js';
import { boardPage, costPage, modelsPage } from '../../contract/deciding.js';
import { startApi, type TestApi } from '../support/api/harness.js';
import { openWorld, type World } from '../support/api/world.js';

let api: TestApi;
let one: World;
let two: World;
beforeAll(async () => {
  api = await startApi();
  one = await openWorld(api);
  two = await openWorld(api, 'Fraud triage');
});
afterAll(() => api?.close());

const PAGES = ['models', 'cost', 'board'];

test('one of the client reads each page of a case, as data', async () => {
  const [models, cost, board] = await Promise.all(
    PAGES.map((page) => api.get(`/api/cases/${one.caseId}/${page}`, one.tokens.executive)),
  );
  expect(modelsPage.parse(models?.body)).toMatchObject({ caseId: one.caseId, recommended: 'managed-team' });
  expect(costPage.parse(cost?.body).figures).toEqual([
    { name: 'inHouseLowUsd', value: 22_000, source: 'Small survey 2026' },
  ]);
  expect(boardPage.parse(board?.body)).toMatchObject({ outcome: { statement: 'Claims triaged in two minutes.' } });
});

test.each(PAGES)('%s is a page that runs and fetches nothing', async (page) => {
  const answer = await api.get(`/api/cases/${one.caseId}/${page}.html`, one.tokens.procurement);
  expect(answer.status).toBe(200);
  expect(answer.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
    'x-frame-options': 'SAMEORIGIN',
  });
  expect(answer.text).toContain('Claims triage');
});

test.each(PAGES)('the vendor does not read %s', async (page) => {
  for (const path of [page, `${page}.html`]) {
    const answer = await api.get(`/api/cases/${one.caseId}/${path}`, one.tokens['vendor-contact']);
    expect(answer).toMatchObject({ status: 403, body: { code: 'Forbidden' } });
  }
});

const at = (...ids: string[]) => `/api/compare?cases=${ids.join(',')}`;

test('candidates are compared with the record of their vendor, and different needs are said to be so', async () => {
  const answer = await api.get(at(one.caseId, two.caseId), one.tokens.procurement);
  const made = comparison.parse(answer.body);
  expect(made.candidates.map(({ caseId, record }) => [caseId, record?.cases])).toEqual([
    [one.caseId, 2],
    [two.caseId, 2],
  ]);
  expect(made).toMatchObject({
    sameNeed: false,
    notes: ['These cases are not for the same need: their title differs.'],
  });
  const page = await api.get(`/api/compare.html?cases=${one.caseId},${two.caseId}`, one.tokens.procurement);
  expect(page.text).toContain('Not for the same need');
});

test('a case that the reader may not see refuses the whole comparison', async () => {
  const scoped = await api.tokenFor('procurement', 'sean@harbour.example', one.caseId);
  for (const path of [at(one.caseId, two.caseId), at(one.caseId, 'no-such-case')])
    expect(await api.get(path, scoped)).toMatchObject({ status: 404, body: { code: 'CaseNotFound' } });
  expect(await api.get(at(one.caseId, two.caseId), one.tokens['vendor-contact'])).toMatchObject({ status: 403 });
});

test('a comparison names two to six different cases', async () => {
  const many = ['a-1', 'a-2', 'a-3', 'a-4', 'a-5', 'a-6', 'a-7'];
  for (const path of [at(one.caseId), at(one.caseId, one.caseId), at(...many), at('x!', 'y!')])
    expect(await api.get(path, one.tokens.procurement)).toMatchObject({ status: 400, body: { code: 'Malformed' } });
});
