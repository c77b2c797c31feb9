import { CLIENT_ROLES, type Role } from '../../domain/case/roles.js';
import { type Answer, startApi, type TestApi } from '../support/api/harness.js';
import { call, type Route, routesOf } from '../support/api/routes.js';
import { CONTACT, EMAILS, ENGINEER } from '../support/api/smallPolicy.js';
import { openWorld } from '../support/api/world.js';

const ROLES: readonly Role[] = [...CLIENT_ROLES, 'vendor-contact', 'engineer', 'operator'];
const UNKNOWN = 'c-ffffffffffffffff';

let routes: Route[];
let api: TestApi;
let own: string;
let foreign: string;
const tokens = new Map<Role, string>();

const emailOf = (role: Role): string => {
  if (role === 'vendor-contact') return CONTACT;
  if (role === 'engineer') return ENGINEER;
  return Object.entries(EMAILS).find(([named]) => named === role)?.[1] ?? `${role}@harbour.example`;
};

beforeAll(async () => {
  api = await startApi({ requestsPerMinute: 1_000_000 });
  own = (await openWorld(api)).caseId;
  foreign = (await openWorld(api, 'Of others')).caseId;
  for (const role of ROLES)
    tokens.set(role, await api.tokenFor(role, emailOf(role), role === 'operator' ? undefined : own));
  routes = await routesOf(api);
});
afterAll(() => api?.close());

const namesCase = ({ path, parameters }: Route): boolean =>
  path.includes('{caseId}') || parameters.some(({ name }) => name === 'cases');

/** Asks a route as a role about a case, with whatever else it needs filled in. */
const ask = (route: Route, role: Role, caseId: string): Promise<Answer> =>
  call(api, route, { token: tokens.get(role), caseId, cases: `${own},${caseId}` });

const codeOf = ({ body }: Answer): unknown => Object(body).code;

/** What somebody can tell from an answer, but for the id that they have sent themselves and that of the request. */
const seen = ({ status, text, headers }: Answer, caseId: string) => ({
  status,
  type: headers['content-type'],
  text: text.replaceAll(caseId, '(case)').replace(/"instance":"[^"]*"/, ''),
});

test('every route says in the document which roles reach it', () => {
  const open = [
    '/',
    '/api',
    '/livez',
    '/readyz',
    '/tasks/{id}',
    '/api/calendar/{file}',
    '/api/errors/{code}',
    '/api/tokens/claim',
    '/api/device/ask',
    '/api/device/poll',
    '/api/sign-in/passkey',
    '/api/sign-in/passkey/options',
    '/api/sign-in',
    '/api/sign-in/vendor',
    '/api/sign-in/vendor/code',
    '/auth/start',
    '/auth/callback',
    '/auth/backchannel-logout',
    '/api/hooks/{provider}',
  ];
  expect(
    routes
      .filter((route) => route['x-roles'] === undefined)
      .map(({ path }) => path)
      .sort(),
  ).toEqual(open.sort());
  expect(routes.length).toBeGreaterThan(60);
});

/** One's own sessions and tokens, whoever one is. */
const OF_SESSIONS = [
  'DELETE /api/my-tokens/{tokenId}',
  'DELETE /api/passkeys/{passkeyId}',
  'DELETE /api/session',
  'DELETE /api/sessions/{sessionId}',
  'GET /api/my-tokens',
  'GET /api/passkeys',
  'GET /api/session',
  'GET /api/sessions',
  'POST /api/device/allow',
  'POST /api/device/find',
  'POST /api/device/refuse',
  'POST /api/my-tokens',
  'POST /api/passkeys',
  'POST /api/passkeys/options',
];

/** What these two reach, one by one: a new route is asked about here before it is theirs. */
test('an engineer and an operator reach what is listed, and nothing else', () => {
  const reached = (role: Role) =>
    routes
      .filter((route) => route['x-roles']?.includes(role) && !route.path.includes('/commands/'))
      .map(({ method, path }) => `${method} ${path}`)
      .filter((route) => !OF_SESSIONS.includes(route))
      .sort();
  expect(reached('engineer')).toEqual([
    'DELETE /api/my-calendar',
    'GET /api/acts',
    'GET /api/cases/{caseId}',
    'GET /api/cases/{caseId}/documents/{sha256}',
    'GET /api/controls',
    'GET /api/controls/{id}/form',
    'GET /api/events',
    'GET /api/me',
    'GET /api/my-calendar',
    'GET /api/search',
    'GET /api/tasks',
    'GET /api/work',
    'POST /api/cases/{caseId}/documents',
    'POST /api/my-calendar',
  ]);
  expect(reached('vendor-contact')).toEqual([
    'DELETE /api/my-calendar',
    'GET /api/acts',
    'GET /api/cases',
    'GET /api/cases/{caseId}',
    'GET /api/cases/{caseId}/access',
    'GET /api/cases/{caseId}/decisions/{approvalId}',
    'GET /api/cases/{caseId}/documents/{sha256}',
    'GET /api/cases/{caseId}/forms/{control}',
    'GET /api/cases/{caseId}/ledger/verify',
    'GET /api/cases/{caseId}/running',
    'GET /api/cases/{caseId}/story',
    'GET /api/controls',
    'GET /api/controls/{id}/form',
    'GET /api/events',
    'GET /api/me',
    'GET /api/my-calendar',
    'GET /api/search',
    'GET /api/tasks',
    'GET /api/work',
    'POST /api/cases/{caseId}/documents',
    'POST /api/my-calendar',
  ]);
  expect(reached('operator')).toEqual([
    'DELETE /api/tokens/{tokenId}',
    'GET /api/cases',
    'GET /api/cases/{caseId}/ledger/verify',
    'GET /api/controls',
    'GET /api/controls/{id}/form',
    'GET /api/custody',
    'GET /api/events',
    'GET /api/ledgers/verify',
    'GET /api/me',
    'GET /api/operations',
    'GET /api/person-sessions',
    'GET /api/policies',
    'GET /api/populations/{kind}',
    'GET /api/readings',
    'GET /api/retention',
    'GET /api/tokens',
    'POST /api/cases/{caseId}/recover',
    'POST /api/erasures',
    'POST /api/policies',
    'POST /api/policies/{hash}/delist',
    'POST /api/policy/read',
    'POST /api/policy/replay',
    'POST /api/sign-out',
    'POST /api/tokens',
  ]);
});

test.each(ROLES)(
  '%s: a role that may not is refused alike everywhere, and a foreign case is one that is not there',
  async (role) => {
    for (const route of routes.filter(namesCase)) {
      const where = `${route.method} ${route.path} as ${role}`;
      const [theirs, nowhere] = [await ask(route, role, foreign), await ask(route, role, UNKNOWN)];
      if (!route['x-roles']?.includes(role)) {
        const mine = await ask(route, role, own);
        const refusals = [mine, theirs, nowhere].map((answer) => [answer.status, codeOf(answer)]);
        expect([where, ...refusals]).toEqual([where, ...Array(3).fill([403, 'Forbidden'])]);
        continue;
      }
      // The operator runs the machine for all cases; everybody else here has a token for one.
      if (role === 'operator') expect([where, nowhere.status]).toEqual([where, 404]);
      else expect([where, seen(theirs, foreign)]).toEqual([where, seen(nowhere, UNKNOWN)]);
      expect([where, codeOf(nowhere)]).toEqual([where, 'CaseNotFound']);
    }
  },
);

test.each(ROLES)('%s: of the case of their token, nothing ends in an error of ours', async (role) => {
  for (const route of routes.filter((one) => namesCase(one) && one['x-roles']?.includes(role))) {
    const answer = await ask(route, role, own);
    // A token for one case compares it with no other.
    if (route.path.startsWith('/api/compare')) continue;
    const told = [`${route.method} ${route.path} as ${role}`, answer.status < 500, answer.headers['cache-control']];
    expect([...told, codeOf(answer) === 'Forbidden']).toEqual([told[0], true, 'no-store', false]);
  }
});
