import type { AccessTarget, WhileAllowed } from '../../../providers/access/port.js';
import { toProviderError } from '../../../providers/access/postgres/errors.js';
import { createPostgresProvider, type PostgresProvider } from '../../../providers/access/postgres/provider.js';
import { documentedSql, type PostgresWorld, startPostgresWorld } from '../../support/providers/postgresWorld.js';
import { failureOf } from '../../support/providers/stub.js';

const held: WhileAllowed = (send) => send();
const unreachable = {
  code: 'ProviderUnavailable',
  message: 'PostgreSQL could not be reached, or did not answer in time.',
  retryAfterMs: undefined,
};

let world: PostgresWorld;
const opened: PostgresProvider[] = [];
beforeEach(async () => {
  world = await startPostgresWorld(['ana']);
});
afterEach(async () => {
  for (const provider of opened.splice(0)) await provider.close();
  await world.drop();
});

function providerAt(databaseUrl: string, bounds: { statementMs?: number; lockMs?: number } = {}): PostgresProvider {
  const provider = createPostgresProvider({ databaseUrl, ...bounds });
  opened.push(provider);
  return provider;
}

async function target(provider: PostgresProvider, name = 'ana'): Promise<AccessTarget> {
  const account = await provider.identifyAccount(world.named(name));
  const place = await provider.identifyPlace('sales.orders');
  if (!account || !place) throw new Error('not there');
  return { account, place };
}

function addressWith(change: Partial<Record<'port' | 'password' | 'pathname', string>>): string {
  return Object.assign(new URL(world.url), change).href;
}

test('given no server, when asked, then unavailable, and the check says so', async () => {
  const provider = providerAt(addressWith({ port: '1' }));
  expect(await failureOf(provider.identifyAccount('ana'))).toEqual(unreachable);
  expect(await provider.check()).toEqual([{ code: 'reachable', ok: false }]);
});

test.each([
  ['another password', { password: 'wrong' }, '28P01', 'does not let Drawbridge’s role in'],
  ['another database', { pathname: '/nowhere' }, '3D000', 'has no such database'],
])('given %s, when asked, then refused with the state and no name', async (_, change, state, words) => {
  const failure = await failureOf(providerAt(addressWith(change)).identifyAccount('ana'));
  expect(failure).toEqual({
    code: 'ProviderRefused',
    message: `PostgreSQL ${words} (SQLSTATE ${state}).`,
    retryAfterMs: undefined,
  });
  expect(await providerAt(addressWith(change)).check()).toEqual([
    { code: 'reachable', ok: true },
    { code: 'role', ok: false },
  ]);
});

test('given somebody holds the role for longer than a lock is waited for, when granted, then unavailable, and nothing given', async () => {
  const provider = providerAt(world.url, { lockMs: 200 });
  const ana = await target(provider);
  await provider.grant(ana, { permission: 'select' }, held);
  await provider.withdraw(ana);
  const codes: string[] = [];
  const slow: WhileAllowed = async (send) => {
    codes.push((await failureOf(provider.grant(ana, { permission: 'select-insert' }, held))).message);
    return await send();
  };
  await provider.grant(ana, { permission: 'select' }, slow);
  expect(codes).toEqual(['PostgreSQL is not able to do it now (SQLSTATE 55P03).']);
  expect(await provider.observe(ana)).toMatchObject({ permission: 'select' });
});

test('given the catalogue is locked, when a statement takes too long, then unavailable', async () => {
  const provider = providerAt(world.url, { statementMs: 300 });
  const ana = await target(provider);
  await provider.grant(ana, { permission: 'select' }, held);
  const admin = await world.sessionAs('drawbridge');
  await admin.query('begin; lock table drawbridge.grants in access exclusive mode');
  expect((await failureOf(provider.grant(ana, { permission: 'select' }, held))).message).toBe(
    'PostgreSQL is not able to do it now (SQLSTATE 57014).',
  );
  await admin.end();
});

test('given a role that may only pass on some rights, when more is granted, then refused and nothing given', async () => {
  await world.admin(`create role {lesser} login password '{lesser}' createrole; grant pg_signal_backend to {lesser};
    grant {ana} to {lesser} with admin true, inherit false, set false; grant usage on schema sales to {lesser} with grant option;
    grant select on sales.orders to {lesser} with grant option; alter schema drawbridge owner to {lesser}`);
  const provider = providerAt(world.urlAs('lesser'));
  const ana = await target(provider);
  expect(await failureOf(provider.grant(ana, { permission: 'select-insert' }, held))).toEqual({
    code: 'ProviderRefused',
    message: 'PostgreSQL gave less than was asked for: Drawbridge’s role may not pass all of it on.',
    retryAfterMs: undefined,
  });
  expect(await provider.observe(ana)).toMatchObject({ state: 'absent' });
  await provider.grant(ana, { permission: 'select' }, held);
  expect(await provider.observe(ana)).toMatchObject({ state: 'present', permission: 'select' });
  await provider.withdraw(ana);
  expect(await provider.observe(ana)).toMatchObject({ state: 'absent' });
});

test('given a role that has USAGE and may not pass it on, when granted, then refused and nothing given', async () => {
  await world.admin(`revoke {owner} from {drawbridge}; ${documentedSql('instead of membership in the owner')}
    revoke grant option for usage on schema sales from {drawbridge}`);
  const provider = providerAt(world.url);
  const ana = await target(provider);
  expect((await failureOf(provider.grant(ana, { permission: 'select' }, held))).message).toBe(
    'Drawbridge’s role may not let others into the schema.',
  );
  expect(await provider.observe(ana)).toMatchObject({ state: 'absent' });
});

test('given the narrower rights, when granted and withdrawn, then done, but for what others gave', async () => {
  await world.admin(`revoke {owner} from {drawbridge}; ${documentedSql('instead of membership in the owner')}`);
  const provider = providerAt(world.url);
  const ana = await target(provider);
  await provider.grant(ana, { permission: 'select-insert-update-delete' }, held);
  expect(await provider.observe(ana)).toMatchObject({ permission: 'select-insert-update-delete' });
  await provider.withdraw(ana);
  expect(await provider.observe(ana)).toMatchObject({ state: 'absent' });
  await world.admin('grant select on sales.orders to {ana}');
  expect((await failureOf(provider.withdraw(ana))).code).toBe('ProviderRefused');
});

test.each([
  ['no right to change roles', 'alter role {drawbridge} nocreaterole'],
  ['no right to pass on', 'revoke {owner} from {drawbridge}'],
  ['no place for the marker', 'drop schema drawbridge'],
])('given %s, when granted, then refused and nothing given', async (_, sql) => {
  const provider = providerAt(world.url);
  const ana = await target(provider);
  await world.admin(sql);
  expect(await failureOf(provider.grant(ana, { permission: 'select' }, held))).toEqual({
    code: 'ProviderRefused',
    message: 'Drawbridge’s role is not allowed to do this in PostgreSQL (SQLSTATE 42501).',
    retryAfterMs: undefined,
  });
  expect(await provider.observe(ana)).toMatchObject({ state: 'absent' });
});

test('given open sessions that our role may not end, when withdrawn, then refused once everything else is taken', async () => {
  const provider = providerAt(world.url);
  const ana = await target(provider);
  await provider.grant(ana, { permission: 'select' }, held);
  const session = await world.sessionAs('ana');
  await world.admin('revoke pg_signal_backend from {drawbridge}');
  expect((await failureOf(provider.withdraw(ana))).code).toBe('ProviderRefused');
  expect(await provider.observe(ana)).toMatchObject({ state: 'absent' });
  await session.end();
});

test('given the least rights, when checked, then all is well', async () => {
  const provider = providerAt(world.url);
  const checks = await provider.check();
  expect(checks.map(({ code, ok }) => `${code} ${ok}`)).toEqual([
    'reachable true',
    'role true',
    'grants true',
    'roles true',
    'sessions true',
    'marker true',
    'clock true',
    'passwordsOnly true',
    'viewsUnseen true',
  ]);
  expect(checks[2]?.values).toMatchObject({ owned: 2, grantable: 2 });
});

test('given a role with nothing, when checked, then each lack is told', async () => {
  await world.admin(`create role {nobody} login password '{nobody}'`);
  const checks = await providerAt(world.urlAs('nobody')).check();
  expect(checks.filter(({ ok }) => !ok).map(({ code }) => code)).toEqual(['grants', 'roles', 'sessions', 'marker']);
});

test.each([
  [{ code: '40P01' }, 'ProviderUnavailable', 'PostgreSQL is not able to do it now (SQLSTATE 40P01).'],
  [{ code: '40001' }, 'ProviderUnavailable', 'PostgreSQL is not able to do it now (SQLSTATE 40001).'],
  [{ code: '53300' }, 'ProviderUnavailable', 'PostgreSQL is not able to do it now (SQLSTATE 53300).'],
  [{ code: '57P01' }, 'ProviderUnavailable', 'PostgreSQL is not able to do it now (SQLSTATE 57P01).'],
  [{ code: 'XX000' }, 'ProviderUnavailable', 'PostgreSQL is not able to do it now (SQLSTATE XX000).'],
  [{ code: '42601' }, 'ProviderRefused', 'PostgreSQL refuses the request (SQLSTATE 42601).'],
  [{ code: 'SELF_SIGNED_CERT_IN_CHAIN' }, 'ProviderRefused', 'The certificate of PostgreSQL is not trusted.'],
  [{ code: 'ECONNRESET' }, unreachable.code, unreachable.message],
  [{ code: 'EPIPE' }, unreachable.code, unreachable.message],
  [{ code: '42704' }, 'ProviderUnavailable', 'PostgreSQL is not able to do it now (SQLSTATE 42704).'],
  [new Error('Query read timeout'), unreachable.code, unreachable.message],
])('given %j, when told, then by its state alone', (error, code, message) => {
  const told = toProviderError(Object.assign(error, { detail: 'role "ana"' }));
  expect({ code: told.code, message: told.message }).toEqual({ code, message });
});
