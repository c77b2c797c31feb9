import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openStore } from '../../../store/openStore.js';
import { follow, type Heard } from '../../support/api/eventStream.js';
import { startApi, type TestApi } from '../../support/api/harness.js';
import { CONTACT } from '../../support/api/smallPolicy.js';
import { openWorld, type World } from '../../support/api/world.js';
import { waitUntil } from '../../support/real/waitUntil.js';
import { append, appending, refused } from '../../support/store/appending.js';

let api: TestApi;
let world: World;
let other: World;
const open: Heard[] = [];

beforeEach(async () => {
  api = await startApi({ beatMs: 50 });
  world = await openWorld(api);
  other = await openWorld(api, 'Of others');
});
afterEach(async () => {
  for (const stream of open.splice(0)) stream.close();
  await api?.close();
});

const follows = (token: string, headers: Record<string, string> = {}): Promise<Heard> =>
  followsWith({ authorization: `Bearer ${token}`, ...headers });

const followsWith = async (headers: Record<string, string>): Promise<Heard> => {
  const stream = await follow(api, headers);
  open.push(stream);
  return stream;
};

/** Adds one entry to a case as another process would, with a store of its own; answers its number. */
async function appendElsewhere(caseId: string): Promise<number> {
  const elsewhere = openStore(api.databaseUrl, { masterKey: randomBytes(32) });
  try {
    const { head } = (await elsewhere.cases.get(caseId)) ?? { head: { seq: 0, hash: '' } };
    return (await append(elsewhere, appending(caseId, `n-${head.seq}`, head, [refused('it')]))).head.seq;
  } finally {
    await elsewhere.close();
  }
}

const told = ({ events }: Heard) => events.filter(({ event }) => event === 'case').map(({ data }) => data);

test('given readers of both sides, when another process appends, then each is told of the cases that they may see', async () => {
  const legal = await follows(world.tokens.legal);
  const contact = await follows(world.tokens['vendor-contact']);
  const oneCase = await follows(await api.tokenFor('compliance', 'reviewer@harbour.example', other.caseId));
  const [first, second] = [await appendElsewhere(other.caseId), await appendElsewhere(world.caseId)];
  const [theirs, own] = [
    { caseId: other.caseId, seq: first },
    { caseId: world.caseId, seq: second },
  ];
  await legal.until('case', own);
  await contact.until('case', own);
  await oneCase.until('case', theirs);
  // In the order of the appends, so that the other case would have been told before.
  expect([told(legal), told(contact), told(oneCase)]).toEqual([[theirs, own], [own], [theirs]]);
  expect(legal.events.find(({ event }) => event === 'case')).toMatchObject({ id: `${other.caseId}:${first}` });
});

test('given somebody who is not of the case of their token, then there is no stream', async () => {
  const stranger = await api.tokenFor('vendor-contact', 'stranger@northwind.example', world.caseId);
  expect((await api.get('/api/events', stranger)).body).toMatchObject({ code: 'CaseNotFound' });
  expect((await api.get('/api/events')).body).toMatchObject({ code: 'Unauthenticated' });
});

test('given a stream, when its token is revoked, then it says so and ends', async () => {
  const token = await api.tokenFor('legal', 'counsel@harbour.example');
  const stream = await follows(token);
  await stream.until('beat');
  const [issued] = await api.store.tokens.list(
    await api.store.people.ensure({ name: 'x', email: 'counsel@harbour.example' }),
  );
  await api.store.tokens.revoke(issued?.tokenId ?? '', { personId: 'p-ops', role: 'operator' });
  await waitUntil('the end of the stream', () => stream.ended);
  expect(stream.events.at(-1)).toMatchObject({ event: 'end' });
});

test('given a stream of a token of one’s own, then it tells of every case that its person sees, and ends with it', async () => {
  const personId = await api.store.people.ensure({ name: 'Aoife', email: 'aoife@harbour.example' });
  const [now, expiresAt] = [new Date().toISOString(), new Date(Date.now() + 60_000).toISOString()];
  const { sessionId } = await api.store.sessions.start({
    ...{ personId, side: 'client', grants: [{ role: 'legal' }], device: 'Firefox', now },
    ...{ signedInAt: now, endsAt: expiresAt },
  });
  const wanted = { sessionId, name: 'a script', scope: 'read', now, expiresAt } as const;
  const made = await api.store.personalTokens.make(wanted);
  if (typeof made === 'string') throw new Error('There is a token already.');
  const stream = await follows(made.token);
  const seq = await appendElsewhere(other.caseId);
  await stream.until('case', { caseId: other.caseId, seq });
  await api.store.personalTokens.end(made.tokenId, personId);
  await waitUntil('the end of the stream', () => stream.ended);
});

test('given somebody who connects again, then they are told to read everything anew, and others are not', async () => {
  const again = await follows(world.tokens.legal, { 'last-event-id': `${world.caseId}:1` });
  const first = await follows(world.tokens.legal);
  await again.until('beat');
  await first.until('beat');
  expect([again.events[0]?.event, first.events[0]?.event]).toEqual(['reset', 'beat']);
});

test('given a listening connection that breaks, then it is made again, and everybody reads anew', async () => {
  const stream = await follows(world.tokens.legal);
  const admin = new pg.Client({ connectionString: api.databaseUrl });
  await admin.connect();
  const { rowCount } = await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'drawbridge changes'`,
  );
  await admin.end();
  expect(rowCount).toBe(1);
  await stream.until('reset');
  const seq = await appendElsewhere(world.caseId);
  await stream.until('case', { caseId: world.caseId, seq });
});

test('given eight streams of one token, then the ninth is refused until one is closed', async () => {
  const streams = await Promise.all(Array.from({ length: 8 }, () => follows(world.tokens.legal)));
  expect(await api.get('/api/events', world.tokens.legal)).toMatchObject({
    status: 429,
    headers: { 'retry-after': '15' },
    body: { code: 'TooManyRequests' },
  });
  expect((await follows(world.tokens.compliance)).status).toBe(200);
  streams[0]?.close();
  await waitUntil('room for another', async () => (await follows(world.tokens.legal)).status === 200);
});

test('given open streams, when the process stops, then they end and it does', async () => {
  const stream = await follows(world.tokens.legal);
  await stream.until('beat');
  await api.close();
  await waitUntil('the end of the stream', () => stream.ended);
  api = await startApi();
});

test('given a session of the vendor’s side in two cases, then it is told of both, is not kept from idling, and ends', async () => {
  const personId = await api.store.people.ensure({ name: 'Contact', email: CONTACT });
  const now = new Date().toISOString();
  const signIn = { personId, side: 'vendor' as const, signedInAt: now, now, endsAt: '2999-01-01T00:00:00.000Z' };
  const grants = [world, other].map(({ caseId }) => ({ role: 'vendor-contact' as const, caseId }));
  const { secret, sessionId } = await api.store.sessions.start({ ...signIn, grants, device: 'Firefox' });
  const open = { now, idleMs: 3_600_000 };
  const seen = (await api.store.sessions.peek(secret, open))?.seenAt;

  const stream = await followsWith({ cookie: `drawbridge=${secret}` });
  const third = await openWorld(api, 'Of nobody here');
  await appendElsewhere(third.caseId);
  const theirs = { caseId: other.caseId, seq: await appendElsewhere(other.caseId) };
  const own = { caseId: world.caseId, seq: await appendElsewhere(world.caseId) };
  await stream.until('case', own);
  expect(told(stream)).toEqual([theirs, own]);
  await stream.until('beat');
  // As old as it would have to be for a request to count as seen.
  const admin = new pg.Client({ connectionString: api.databaseUrl });
  await admin.connect();
  const { rows } = await admin.query(`update sessions set seen_at = seen_at - interval '5 minutes' returning seen_at`);
  const beats = stream.events.length;
  await waitUntil('two more beats', () => stream.events.length >= beats + 2);
  expect(await admin.query('select seen_at from sessions')).toMatchObject({ rows });
  await admin.end();
  expect(seen).toBe(now);
  await api.store.sessions.end(sessionId, personId, 'themselves');
  await waitUntil('the end of the stream', () => stream.ended);
  expect(stream.events.at(-1)).toMatchObject({ event: 'end' });
});
