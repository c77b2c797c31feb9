import { csrfOf } from '../../api/signIn/csrf.js';
import { CLIENT_ROLES, type Role, sideOf } from '../../domain/case/roles.js';
import { type Answer, startApi, type TestApi } from '../support/api/harness.js';
import { call, type Route, routesOf } from '../support/api/routes.js';
import { CONTACT, EMAILS, ENGINEER } from '../support/api/smallPolicy.js';
import { openWorld } from '../support/api/world.js';

/** Those on the client's side, in whose roles routes are played in turn. */
const CLIENT_SIDE: readonly Role[] = [...CLIENT_ROLES, 'operator'];
const VENDOR_SIDE: readonly Role[] = ['vendor-contact', 'engineer'];
const UNKNOWN = 'c-ffffffffffffffff';
/** A name, to which a passkey can be bound. */
const HERE = 'http://localhost';

let api: TestApi;
let routes: Route[];
let own: string;
let foreign: string;

const emailOf = (role: Role): string => {
  if (role === 'vendor-contact') return CONTACT;
  if (role === 'engineer') return ENGINEER;
  return Object.entries(EMAILS).find(([named]) => named === role)?.[1] ?? `${role}@harbour.example`;
};

beforeAll(async () => {
  api = await startApi({ baseUrl: HERE, requestsPerMinute: 1_000_000 });
  own = (await openWorld(api)).caseId;
  foreign = (await openWorld(api, 'Of others')).caseId;
  // A stream is open for as long as somebody reads it.
  routes = (await routesOf(api)).filter(({ path }) => path !== '/api/events');
});
afterAll(() => api?.close());

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
const isSafe = ({ method }: Route): boolean => method === 'GET';
const rolesOf = (route: Route): readonly string[] => route['x-roles'] ?? [];
const guarded = (): Route[] => routes.filter((route) => route['x-roles'] !== undefined);
const codeOf = ({ body }: Answer): unknown => Object(body).code;
const outcome = (answer: Answer) => [answer.status, codeOf(answer)];

const inTime = () => ({ now: new Date().toISOString(), ends: new Date(Date.now() + 3_600_000).toISOString() });
const personOf = (role: Role) => api.store.people.ensure({ name: `Name of ${role}`, email: emailOf(role) });
const grantsOf = (role: Role) => [sideOf(role) === 'vendor' ? { role, caseId: own } : { role }];

/** A new session of somebody of a role; what is played may end it. */
async function started(role: Role): Promise<{ secret: string; sessionId: string }> {
  const { now, ends } = inTime();
  return await api.store.sessions.start({
    ...{ personId: await personOf(role), side: sideOf(role), grants: grantsOf(role), device: 'Firefox on Linux' },
    ...{ now, signedInAt: now, endsAt: ends },
  });
}
const sessionOf = async (role: Role): Promise<string> => (await started(role)).secret;

const cookie = (secret: string) => ({ cookie: `drawbridge=${secret}` });
/** What our own page sends. */
const ofOurPage = (secret: string) => ({
  ...{ ...cookie(secret), origin: HERE, 'sec-fetch-site': 'same-origin', 'x-csrf-token': csrfOf(secret) },
});

/** Plays a route in a session of its own, as our page does; a route that only reads is asked without more than the cookie. */
async function play(route: Route, role: Role, caseId: string): Promise<Answer> {
  const secret = await sessionOf(role);
  const headers = isSafe(route) ? cookie(secret) : ofOurPage(secret);
  return await call(api, route, { token: undefined, caseId, cases: `${own},${caseId}`, headers });
}

const namesCase = ({ path, parameters }: Route): boolean =>
  path.includes('{caseId}') || parameters.some(({ name }) => name === 'cases');

/** The next role of the client's side, in turn, that may or may not; undefined where there is none. */
function inTurn(route: Route, at: number, may: boolean): Role | undefined {
  const fit = CLIENT_SIDE.filter((role) => rolesOf(route).includes(role) === may);
  return fit[at % Math.max(fit.length, 1)];
}

test('a session reaches what its role may, whoever it is of, and is refused everything else', async () => {
  const faults = [];
  for (const [at, route] of guarded().entries()) {
    const players = [inTurn(route, at, true), inTurn(route, at, false), ...VENDOR_SIDE];
    for (const role of players.filter((one) => one !== undefined)) {
      const answer = await play(route, role, own);
      const [status, code] = outcome(answer);
      const refused = status === 401 || code === 'Forbidden' || code === 'CsrfRejected' || code === 'SignInTooOld';
      const asItShould = rolesOf(route).includes(role)
        ? (!refused || NOT_OVER_CASES.includes(nameOf(route))) && answer.status < 500
        : status === 403 && code === 'Forbidden';
      if (!asItShould) faults.push([nameOf(route), role, status, code]);
    }
  }
  expect(faults).toEqual([]);
});

/** A sign-in for one case compares it with no other. */
const NOT_OVER_CASES = ['GET /api/compare'];

test('to the vendor’s people a foreign case is one that is not there', async () => {
  const seen = ({ status, text, headers }: Answer, caseId: string) => ({
    status,
    type: headers['content-type'],
    text: text.replaceAll(caseId, '(case)').replace(/"instance":"[^"]*"/, ''),
  });
  for (const role of VENDOR_SIDE)
    for (const route of guarded().filter((one) => namesCase(one) && rolesOf(one).includes(role))) {
      const [theirs, nowhere] = [await play(route, role, foreign), await play(route, role, UNKNOWN)];
      const where = `${nameOf(route)} as ${role}`;
      expect([where, seen(theirs, foreign)]).toEqual([where, seen(nowhere, UNKNOWN)]);
      expect([where, codeOf(nowhere)]).toEqual([where, 'CaseNotFound']);
    }
});

test('nothing is changed in a session by a request that our own page has not sent', async () => {
  const others = csrfOf(await sessionOf('legal'));
  for (const [at, route] of guarded().entries()) {
    if (isSafe(route)) continue;
    const role = inTurn(route, at, true) ?? VENDOR_SIDE.find((one) => rolesOf(route).includes(one)) ?? 'legal';
    const secret = await sessionOf(role);
    const { 'x-csrf-token': _csrf, ...without } = ofOurPage(secret);
    const forged: Record<string, Record<string, string>> = {
      'without the token': without,
      'with the token of another session': { ...without, 'x-csrf-token': others },
      'from another page': { ...ofOurPage(secret), origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      'from nobody knows where': { ...cookie(secret), 'x-csrf-token': csrfOf(secret) },
    };
    for (const [how, headers] of Object.entries(forged)) {
      const answer = await call(api, route, { token: undefined, caseId: own, cases: own, headers });
      expect([nameOf(route), how, ...outcome(answer)]).toEqual([nameOf(route), how, 403, 'CsrfRejected']);
    }
  }
});

/** Changes nothing, though it is sent; and how a token ends itself. */
const READS = [
  'DELETE /api/my-tokens/{tokenId}',
  'POST /api/case-file/check',
  'POST /api/cases/{caseId}/commands/{command}/preview',
  'POST /api/cases/{caseId}/policy/difference',
  'POST /api/policy/read',
  'POST /api/policy/replay',
];

/** What a personal token never does. */
const IN_THE_BROWSER = [
  'POST /api/cases/{caseId}/commands/accept-person',
  'POST /api/cases/{caseId}/commands/answer-milestone',
  'POST /api/cases/{caseId}/commands/close-case',
  'POST /api/cases/{caseId}/commands/confirm-role',
  'POST /api/cases/{caseId}/commands/decide',
  'POST /api/cases/{caseId}/commands/delegate',
  'POST /api/cases/{caseId}/commands/recertify',
  'POST /api/cases/{caseId}/commands/resume-access',
  'POST /api/cases/{caseId}/commands/sign-paper',
  'POST /api/cases/{caseId}/commands/verify-manual-access',
  'POST /api/cases/{caseId}/holds/release',
  'POST /api/device/allow',
  'POST /api/erasures',
  'POST /api/my-calendar',
  'POST /api/my-tokens',
  'POST /api/passkeys',
  'POST /api/passkeys/options',
  'POST /api/policies',
  'POST /api/stops/{stop}/lift',
  'POST /api/tokens',
];

/** Plays a route with a personal token of its own, about a case that is not there; what is played may end it. */
async function playByToken(route: Route, role: Role, scope: 'read' | 'act'): Promise<Answer> {
  const { now, ends } = inTime();
  const personId = await personOf(role);
  const { sessionId } = await started(role);
  const made = await api.store.personalTokens.make({ sessionId, name: scope, scope, now, expiresAt: ends });
  if (typeof made === 'string') throw new Error('Tokens of before were not ended.');
  const answer = await call(api, route, { token: made.token, caseId: UNKNOWN });
  await api.store.personalTokens.end(made.tokenId, personId);
  return answer;
}

test.each(['read', 'act'] as const)(
  'a personal token to %s changes what its scope says, and nothing else',
  async (scope) => {
    const refused: Record<string, string[]> = { ReadOnlyToken: [], BrowserNeeded: [] };
    const passed: string[] = [];
    for (const [at, route] of guarded().entries()) {
      if (isSafe(route)) continue;
      const role = inTurn(route, at, true) ?? VENDOR_SIDE.find((one) => rolesOf(route).includes(one)) ?? 'legal';
      const answer = await playByToken(route, role, scope);
      const code = String(codeOf(answer));
      (refused[code] ?? passed).push(nameOf(route));
    }
    expect(refused.BrowserNeeded?.sort()).toEqual(IN_THE_BROWSER);
    if (scope === 'read') expect(passed.sort()).toEqual(READS);
    else expect(refused.ReadOnlyToken).toEqual([]);
  },
);
