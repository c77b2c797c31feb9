import type { AccessTarget, WhileAllowed } from '../../../providers/access/port.js';
import type { RequestNote } from '../../../providers/access/scim/http.js';
import { createScimProvider } from '../../../providers/access/scim/provider.js';
import { SCIM } from '../../../providers/access/scim/vocabulary.js';
import { type Answer, failureOf, type Stub, startStub } from '../../support/providers/stub.js';

const held: WhileAllowed = (send) => send();
const TOKEN = 'scim-SECRETsecret';
const target: AccessTarget = { account: { id: 'u1', name: 'ana' }, place: { id: 'g1', name: 'analysts' } };
const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error';

const ok = (json: unknown): Answer => ({ status: 200, json });
const failed = (status: number, more: object = {}, headers?: Record<string, string>): Answer => ({
  status,
  json: { schemas: [ERROR], status: String(status), detail: 'ana is not in analysts', ...more },
  headers,
});
const list = (...Resources: unknown[]) => ok({ totalResults: Resources.length, Resources });
const user = (id: string, userName: string, more: object = {}) => ok({ id, userName, ...more });
const group = (id: string, displayName: string, ...members: unknown[]) => ok({ id, displayName, members });

const GET_USER = 'GET /Users/u1';
const GET_GROUP = 'GET /Groups/g1';
const PATCH = 'PATCH /Groups/g1';
const ANA = user('u1', 'ana');
const EMPTY = group('g1', 'analysts');
const FULL = group('g1', 'analysts', { value: 'u1' });

let stub: Stub;
afterEach(() => stub.close());

async function given(answers: Record<string, Answer>, log?: (note: RequestNote) => void) {
  stub = await startStub(answers);
  return createScimProvider({ baseUrl: `${stub.url}/`, token: TOKEN, timeoutMs: 500, log });
}

const direct = { by: 'direct', permission: 'member' };
const present = (ways: unknown[]) => ({ state: 'present', permission: 'member', ways, ...target });
const absent = { state: 'absent', ways: [], ...target };

describe('observing', () => {
  test.each([
    ['a member without a type', { [GET_GROUP]: FULL }, present([direct])],
    [
      'a user who is switched off',
      { [GET_USER]: user('u1', 'ana', { active: false }), [GET_GROUP]: FULL },
      present([direct]),
    ],
    [
      'a member of a group in a group, which both hold one another and the first',
      {
        [GET_GROUP]: group('g1', 'analysts', { value: 'g2', type: 'Group' }),
        'GET /Groups/g2': group('g2', 'crew', { value: 'g3', $ref: 'https://scim.example/v2/Groups/g3' }),
        'GET /Groups/g3': group(
          'g3',
          'core',
          { value: 'u1', type: 'User' },
          { value: 'g1', type: 'Group' },
          { value: 'g2', type: 'Group' },
        ),
      },
      present([{ by: 'team', through: 'core', permission: 'member' }]),
    ],
    [
      'a member itself and by a group',
      {
        [GET_GROUP]: group('g1', 'analysts', { value: 'u1' }, { value: 'g2', type: 'group' }),
        'GET /Groups/g2': group('g2', 'crew', { value: 'u1' }),
      },
      present([direct, { by: 'team', through: 'crew', permission: 'member' }]),
    ],
    [
      'a membership that only the user’s own entry tells',
      { [GET_USER]: user('u1', 'ana', { groups: [{ value: 'g1', type: 'indirect' }] }) },
      present([{ by: 'other', permission: 'member' }]),
    ],
    [
      'members left out, and those of another group told',
      {
        [GET_GROUP]: ok({ id: 'g1', displayName: 'analysts' }),
        'GET /Groups': list(
          { id: 'g1', displayName: 'analysts' },
          { id: 'g2', displayName: 'x', members: [{ value: 'u9' }] },
        ),
      },
      absent,
    ],
    [
      'null where there is nothing',
      { [GET_GROUP]: group('g1', 'analysts', { value: 'u2', type: null, $ref: null }) },
      absent,
    ],
    [
      'a group in it that is no more',
      { [GET_GROUP]: group('g1', 'analysts', { value: 'g2', type: 'Group' }), 'GET /Groups/g2': failed(404) },
      absent,
    ],
    ['a user that is no more', { [GET_USER]: failed(404), [GET_GROUP]: FULL }, { state: 'gone', what: 'account' }],
    ['a group that is no more', { [GET_GROUP]: failed(404) }, { state: 'gone', what: 'place' }],
  ] as [string, Record<string, Answer>, unknown][])('given %s, when observed, then so', async (_, answers, seen) => {
    const provider = await given({ [GET_USER]: ANA, [GET_GROUP]: EMPTY, ...answers });
    expect(await provider.observe(target)).toEqual(seen);
  });

  test('given a directory that never tells members, when observed and listed, then refused: nobody could be said to be out', async () => {
    const bare = { id: 'g1', displayName: 'analysts' };
    const provider = await given({ [GET_USER]: ANA, [GET_GROUP]: ok(bare), 'GET /Groups': list(bare) });
    const message = 'The directory does not tell who is in its groups.';
    expect((await failureOf(provider.observe(target))).message).toBe(message);
    expect((await failureOf(provider.list(target.place))).message).toBe(message);
  });

  test('given an address where everything is missing, when observed, then refused and not gone', async () => {
    const provider = await given({});
    expect(await failureOf(provider.observe(target))).toEqual({
      code: 'ProviderRefused',
      message: 'There is no SCIM at the directory’s address (HTTP 404).',
      retryAfterMs: undefined,
    });
  });
});

describe('identifying', () => {
  const asked = (kind: string, filter: string, attributes: string) =>
    `GET /${kind}?${new URLSearchParams({ filter, attributes, startIndex: '1', count: '100' })}`;

  test('given a name that would end the filter, when identified, then it is quoted', async () => {
    const name = 'a" or userName pr or userName eq "\\b';
    const provider = await given({ 'GET /Users': list({ id: 'u7', userName: name }) });
    expect(await provider.identifyAccount(name)).toEqual({ id: 'u7', name });
    expect(stub.asked).toEqual([
      asked('Users', String.raw`userName eq "a\" or userName pr or userName eq \"\\b"`, 'userName'),
    ]);
  });

  test('given a directory that ignores filters, on pages, when identified, then by the name itself', async () => {
    const everybody = Array.from({ length: 100 }, (_, i) => ({ id: `x${i}`, userName: `x${i}` }));
    const page = (startIndex: string, ...found: unknown[]) => [
      `GET /Users?${new URLSearchParams({ filter: 'userName eq "ana"', attributes: 'userName', startIndex, count: '100' })}`,
      ok({ totalResults: 101, Resources: found }),
    ];
    const provider = await given(
      Object.fromEntries([page('1', ...everybody), page('101', { id: 'u1', userName: 'Ana' })]),
    );
    expect(await provider.identifyAccount('ana')).toEqual({ id: 'u1', name: 'Ana' });
  });

  test('given two groups of one name, when identified, then refused', async () => {
    const provider = await given({
      'GET /Groups': list({ id: 'g1', displayName: 'analysts' }, { id: 'g2', displayName: 'analysts' }),
    });
    expect((await failureOf(provider.identifyPlace('analysts'))).message).toBe(
      'The directory has more than one of this name.',
    );
  });

  test('given groups that differ by case, when identified, then the one that is written so', async () => {
    const provider = await given({
      'GET /Groups': list({ id: 'g1', displayName: 'Analysts' }, { id: 'g2', displayName: 'analysts' }),
    });
    expect(await provider.identifyPlace('analysts')).toEqual({ id: 'g2', name: 'analysts' });
  });

  test('given pages without an end, when identified, then unreadable', async () => {
    const provider = await given({
      'GET /Users': ok({ totalResults: 9_999_999, Resources: [{ id: 'x', userName: 'x' }] }),
    });
    expect((await failureOf(provider.identifyAccount('ana'))).message).toBe(
      'The directory gave an answer that did not end after 100 pages.',
    );
  });
});

describe('granting and withdrawing', () => {
  const add = `${PATCH} ${JSON.stringify({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations: [{ op: 'add', path: 'members', value: [{ value: 'u1' }] }],
  })}`;
  const remove = `${PATCH} ${JSON.stringify({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations: [{ op: 'remove', path: 'members[value eq "u1"]' }],
  })}`;
  const patches = () => stub.asked.filter((line) => line.startsWith('PATCH'));

  test.each([
    ['nothing', { status: 204 }],
    ['the group', FULL],
  ] as [string, Answer][])(
    'given a change is answered by %s, when granted and withdrawn, then done',
    async (_, answer) => {
      const provider = await given({ [GET_USER]: ANA, [GET_GROUP]: EMPTY, [PATCH]: answer });
      await provider.grant(target, { permission: 'member' }, held);
      await provider.withdraw(target);
      expect(patches()).toEqual([add, remove]);
    },
  );

  test.each([
    ['409', failed(409, { scimType: 'uniqueness' }), FULL],
    ['400 uniqueness', failed(400, { scimType: 'uniqueness' }), FULL],
  ] as [string, Answer, Answer][])(
    'given a member, when granted again and answered %s, then done',
    async (_, answer, now) => {
      const provider = await given({ [GET_USER]: ANA, [GET_GROUP]: now, [PATCH]: answer });
      await provider.grant(target, { permission: 'member' }, held);
    },
  );

  test.each([
    ['400 noTarget, where they are out', failed(400, { scimType: 'noTarget' }), EMPTY],
    ['404, where the group is gone', failed(404), failed(404)],
    ['409, where they are out', failed(409), EMPTY],
  ] as [string, Answer, Answer][])('given %s, when withdrawn, then done', async (_, answer, now) => {
    const provider = await given({ [GET_GROUP]: now, [PATCH]: answer });
    await provider.withdraw(target);
  });

  test('given a conflict and no change, when granted or withdrawn, then unavailable', async () => {
    const provider = await given({ [GET_USER]: ANA, [GET_GROUP]: EMPTY, [PATCH]: failed(409) });
    expect((await failureOf(provider.grant(target, { permission: 'member' }, held))).code).toBe('ProviderUnavailable');
    await stub.close();
    const other = await given({ [GET_GROUP]: FULL, [PATCH]: failed(409) });
    expect((await failureOf(other.withdraw(target))).code).toBe('ProviderUnavailable');
  });

  test.each([
    ['user', { [GET_USER]: failed(404), [GET_GROUP]: EMPTY }, 'The user is no more.'],
    ['group', { [GET_USER]: ANA, [GET_GROUP]: failed(404) }, 'The group is no more.'],
  ] as [string, Record<string, Answer>, string][])(
    'given the %s is gone, when granted, then refused and nothing sent',
    async (_, answers, message) => {
      const provider = await given(answers);
      expect((await failureOf(provider.grant(target, { permission: 'member' }, held))).message).toBe(message);
      expect(patches()).toEqual([]);
    },
  );

  test('given another permission, or an id that would lead elsewhere, when granted, then refused and nothing asked', async () => {
    const provider = await given({});
    const elsewhere = { ...target, place: { id: '..', name: 'x' } };
    expect([
      (await failureOf(provider.grant(target, { permission: 'owner' }, held))).message,
      (await failureOf(provider.grant(elsewhere, { permission: 'member' }, held))).message,
    ]).toEqual(['The only permission in a group is member.', 'The id is none that a directory gives.']);
    expect(stub.asked).toEqual([]);
  });

  test('given an id with signs of its own, when withdrawn, then they stay within the path and the filter', async () => {
    const provider = await given({});
    const odd = { account: { id: 'u"] or x', name: 'ana' }, place: { id: 'g/../1?x', name: 'x' } };
    await failureOf(provider.withdraw(odd));
    expect(stub.asked[0]).toMatch(/^PATCH \/Groups\/g%2F\.\.%2F1%3Fx /);
    expect(stub.asked[0]).toContain(JSON.stringify(String.raw`members[value eq "u\"] or x"]`));
  });
});

test('given members of every kind, when listed, then people once, by every way, and what is gone left out', async () => {
  const provider = await given({
    [GET_GROUP]: group(
      'g1',
      'analysts',
      { value: 'u1' },
      { value: 'g2' },
      { value: 'u3' },
      { value: 'g4', type: 'Group' },
    ),
    [GET_USER]: ANA,
    'GET /Users/u2': user('u2', 'bo', { active: false }),
    'GET /Users/u3': failed(404),
    'GET /Users/g2': failed(404),
    'GET /Groups/u3': failed(404),
    'GET /Groups/g2': group('g2', 'crew', { value: 'u1' }, { value: 'u2', type: 'User' }),
    'GET /Groups/g4': group('g4', 'core', { value: 'u2', type: 'User' }),
  });
  const through = (name: string) => ({ by: 'team', through: name, permission: 'member' });
  expect(await provider.list(target.place)).toEqual({
    place: target.place,
    accounts: [
      { account: target.account, state: 'present', permission: 'member', ways: [direct, through('crew')] },
      {
        account: { id: 'u2', name: 'bo' },
        state: 'present',
        permission: 'member',
        ways: [through('crew'), through('core')],
      },
    ],
    unseen: [],
  });
});

describe('failing', () => {
  const unreachable = 'The directory could not be reached, or did not answer in time.';
  const odd = 'The directory gave an answer of another shape.';

  test.each([
    ['a connection that is dropped', 'drop', 'ProviderUnavailable', unreachable],
    ['an answer that breaks off', 'break off', 'ProviderUnavailable', unreachable],
    ['no answer', 'never', 'ProviderUnavailable', unreachable],
    ['no JSON', { status: 200, text: '<html>' }, 'ProviderAnswerUnreadable', odd],
    ['another shape', ok({ userName: 'ana' }), 'ProviderAnswerUnreadable', odd],
    ['an id that leads elsewhere', ok({ id: '..', userName: 'ana' }), 'ProviderAnswerUnreadable', odd],
    [
      'a redirection',
      { status: 302, headers: { location: 'https://elsewhere.example/' } },
      'ProviderAnswerUnreadable',
      'The directory gave an answer that cannot be read (HTTP 302).',
    ],
    ['401', failed(401), 'ProviderRefused', 'The directory does not accept the token (HTTP 401).'],
    ['403', failed(403), 'ProviderRefused', 'The token is not allowed to do this in the directory (HTTP 403).'],
    [
      '400 with a kind',
      failed(400, { scimType: 'invalidFilter' }),
      'ProviderRefused',
      'The directory refuses the request (HTTP 400, invalidFilter).',
    ],
    [
      '400 with a made-up kind',
      failed(400, { scimType: 'ana' }),
      'ProviderRefused',
      'The directory refuses the request (HTTP 400).',
    ],
    ['500', failed(500), 'ProviderUnavailable', 'The directory is not able to answer (HTTP 500).'],
  ] as [string, Answer, string, string][])(
    'given %s, when observed, then told by a code and no name',
    async (_, answer, code, message) => {
      const provider = await given({ [GET_USER]: answer, [GET_GROUP]: EMPTY });
      expect(await failureOf(provider.observe(target))).toEqual({ code, message, retryAfterMs: undefined });
    },
  );

  test.each([
    ['seconds', 429, '7', 7_000],
    ['nothing', 429, undefined, 60_000],
    ['what is no wait', 429, 'soon', 60_000],
    ['an age', 429, '999999999999', 86_400_000],
    ['a date gone by', 429, 'Wed, 21 Oct 2015 07:28:00 GMT', 0],
    ['a date far off', 503, 'Fri, 21 Oct 2095 07:28:00 GMT', 86_400_000],
    ['nothing', 503, undefined, undefined],
  ])(
    'given retry-after says %s, when answered %i, then that is the wait, within bounds',
    async (_, status, after, waitMs) => {
      const provider = await given({
        [GET_USER]: failed(status, {}, after === undefined ? {} : { 'retry-after': after }),
      });
      expect((await failureOf(provider.observe(target))).retryAfterMs).toBe(waitMs);
    },
  );

  test('given an answer without an end in sight, when observed, then unreadable', async () => {
    const provider = await given({ [GET_USER]: user('u1', 'x'.repeat(9_000_000)) });
    expect((await failureOf(provider.observe(target))).message).toBe('The directory gave an answer that is too large.');
  });

  test('given groups within groups beyond what is believed, when observed, then unreadable', async () => {
    const members = Array.from({ length: 5_001 }, (_, i) => ({ value: `x${i}`, type: 'User' }));
    const provider = await given({ [GET_USER]: ANA, [GET_GROUP]: group('g1', 'analysts', ...members) });
    expect((await failureOf(provider.observe(target))).code).toBe('ProviderAnswerUnreadable');
  });
});

test.each([
  ['http://scim.example', 'https'],
  ['https://ana:pw@scim.example', 'no user'],
  ['https://scim.example/v2?x=1', 'no query'],
])('given the address %s, when made, then refused: %s', async (baseUrl, why) => {
  stub = await startStub({});
  expect(() => createScimProvider({ baseUrl, token: TOKEN })).toThrow(why);
});

test('given requests were made, when their notes are read, then they name routes and nobody', async () => {
  const notes: RequestNote[] = [];
  const provider = await given({ [GET_USER]: ANA, [GET_GROUP]: EMPTY, [PATCH]: { status: 204 } }, (note) =>
    notes.push(note),
  );
  await provider.grant(target, { permission: 'member' }, held);
  expect(notes.map(({ route, status }) => `${route} ${status}`)).toEqual([
    'GET /Users/{id} 200',
    'GET /Groups/{id} 200',
    'PATCH /Groups/{id} 204',
  ]);
});

test.each([
  ['data scientists', true],
  ['ana@vendor.example', true],
  ['', false],
  [' x', false],
  ['a\nb', false],
  ['x'.repeat(257), false],
])('given %j, when taken for a name, then %s', async (text, is) => {
  stub = await startStub({});
  expect([SCIM.place.matches(text), SCIM.account?.matches(text)]).toEqual([is, is]);
});

test('given a directory that does not take the token, when checked, then that is told', async () => {
  const provider = await given({ 'GET /ServiceProviderConfig': failed(401) });
  expect(await provider.check()).toEqual([
    { code: 'reachable', ok: true },
    { code: 'token', ok: false },
  ]);
});

test('given a directory without rights or abilities, when checked, then each lack is told', async () => {
  const provider = await given({
    'GET /ServiceProviderConfig': ok({ patch: { supported: false }, filter: { supported: true } }),
    'GET /Users': failed(403),
    'GET /Groups': list(),
  });
  expect(await provider.check()).toEqual([
    { code: 'reachable', ok: true },
    { code: 'token', ok: true },
    { code: 'patch', ok: false },
    { code: 'filter', ok: true },
    { code: 'users', ok: false },
    { code: 'groups', ok: true },
    { code: 'noEnd', ok: true },
  ]);
});
