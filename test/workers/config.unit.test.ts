import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONFIG_DOC, configDoc } from '../../tools/docs/configDoc.js';
import {
  accessConfig,
  apiConfig,
  ConfigError,
  databaseUrlOf,
  migrationOf,
  settingFaults,
  workerConfig,
} from '../../workers/config.js';
import { githubOf } from '../../workers/connectProviders.js';
import { signInOf } from '../../workers/settings/signIn.js';
import { temporalSecurityOf } from '../../workers/settings/temporal.js';

const right = {
  DATABASE_URL: 'postgres://app:s3cret@db.internal:5432/drawbridge?sslmode=verify-full',
  TEMPORAL_ADDRESS: 'temporal.internal:7233',
  TEMPORAL_TLS: 'on',
  PAYLOAD_KEYS: `2026-09:${'cd'.repeat(32)}`,
  DRAWBRIDGE_MASTER_KEY: 'ab'.repeat(32),
  DRAWBRIDGE_BASE_URL: 'https://drawbridge.example/',
  SMTP_URL: 'smtps://user:hunter2@mail.example:465',
  MAIL_FROM: 'Drawbridge <drawbridge@example.com>',
  GITHUB_TOKEN: 'ghp_token',
};

test('right settings are read, with their defaults', () => {
  expect(workerConfig(right)).toMatchObject({
    TEMPORAL_NAMESPACE: 'default',
    GITHUB_API_URL: 'https://api.github.com',
    DRAWBRIDGE_BASE_URL: 'https://drawbridge.example',
    DRAWBRIDGE_MASTER_KEY: Buffer.from('ab'.repeat(32), 'hex'),
  });
  expect(apiConfig({ ...right, PORT: '9000', CLIENT_MAIL_DOMAINS: 'Client.example, x.example' })).toMatchObject({
    PORT: 9000,
    CLIENT_MAIL_DOMAINS: ['client.example', 'x.example'],
    HOST: '127.0.0.1',
    ROLLOVER_EVENTS: 180,
  });
});

test.each([
  [
    'DATABASE_URL',
    'mysql://app:s3cret@db',
    'DATABASE_URL is wrong; it must be postgres://user:password@host:5432/database.',
  ],
  ['DATABASE_URL', undefined, 'DATABASE_URL is not set; it must be postgres://user:password@host:5432/database.'],
  [
    'TEMPORAL_ADDRESS',
    'http://temporal',
    'TEMPORAL_ADDRESS is wrong; it must be host:port, such as temporal.internal:7233.',
  ],
  ['TEMPORAL_ADDRESS', '', 'TEMPORAL_ADDRESS is not set; it must be host:port, such as temporal.internal:7233.'],
  ['DRAWBRIDGE_MASTER_KEY', 'secret', 'DRAWBRIDGE_MASTER_KEY is wrong; it must be 64 hexadecimal digits.'],
  [
    'DATABASE_URL',
    'postgres://app:s3cret@db.internal/drawbridge?sslmode=require',
    'DATABASE_URL is wrong; it must be postgres://user:password@host:5432/database?sslmode=verify-full for another machine (sslmode=disable for a network that you trust).',
  ],
  [
    'DATABASE_URL',
    'postgres://app:s3cret@db.internal/drawbridge?sslmode=verify-full&sslrootcert=/not/there',
    'DATABASE_URL is wrong; it must be postgres://user:password@host:5432/database?sslmode=verify-full&sslrootcert=PATH, each path that of a readable PEM file.',
  ],
  [
    'TEMPORAL_TLS',
    undefined,
    'TEMPORAL_TLS is not set; it must be on, or off for a network that you trust, since TEMPORAL_ADDRESS is another machine.',
  ],
  [
    'PAYLOAD_KEYS',
    undefined,
    'PAYLOAD_KEYS is not set; it must be NAME:64 hexadecimal digits, several with commas between (the first encodes), or none, since TEMPORAL_ADDRESS is another machine.',
  ],
  [
    'PAYLOAD_KEYS',
    '2026-09:secret',
    'PAYLOAD_KEYS is wrong; it must be NAME:64 hexadecimal digits, several with commas between (the first encodes), or none.',
  ],
  [
    'TEMPORAL_TLS_CA',
    '/not/there/secret.pem',
    'TEMPORAL_TLS_CA is wrong; it must be the path of a readable PEM file with certificates.',
  ],
  ['SHUTDOWN_GRACE_SECONDS', '0', 'SHUTDOWN_GRACE_SECONDS is wrong; it must be a whole number from 1 to 600.'],
  ['WORKER_DEPLOYMENT', 'a.b', 'WORKER_DEPLOYMENT is wrong; it must be a name of letters, digits, - and _.'],
  [
    'MAIL_FROM',
    'ana@client.example, ben@client.example',
    'MAIL_FROM is wrong; it must be one address such as Drawbridge <drawbridge@example.com>.',
  ],
  [
    'GITHUB_API_URL',
    'http://ghe.internal/api/v3',
    'GITHUB_API_URL is wrong; it must be https://api.github.com or the https address of the API of your GitHub Enterprise.',
  ],
  ['SMTP_URL', 'mail.example', 'SMTP_URL is wrong; it must be smtp://host:587 or smtps://user:password@host:465.'],
  ['SMTP_URL', 'smtp://', 'SMTP_URL is wrong; it must be smtp://host:587 or smtps://user:password@host:465.'],
  ['SMTP_URL', 'smtp:587', 'SMTP_URL is wrong; it must be smtp://host:587 or smtps://user:password@host:465.'],
  [
    'GITHUB_TOKEN',
    undefined,
    'GITHUB_TOKEN is not set; it must be a token that administers the repositories, unless GITHUB_APP_ID, POSTGRES_ACCESS_URL or SCIM_URL is set.',
  ],
  [
    'POSTGRES_ACCESS_URL',
    'postgres://access:s3cret@warehouse.internal/sales',
    'POSTGRES_ACCESS_URL is wrong; it must be postgres://user:password@host:5432/database?sslmode=verify-full for another machine (sslmode=disable for a network that you trust).',
  ],
])(
  '%s = %s is a boot error that names the variable and what would be right, never the value',
  (name, value, message) => {
    expect(() => workerConfig({ ...right, [name]: value })).toThrow(new ConfigError([{ setting: name, message }]));
  },
);

test.each([
  { POSTGRES_ACCESS_URL: 'postgres://access:s3cret@127.0.0.1/sales' },
  { SCIM_URL: 'https://directory.internal/scim/v2', SCIM_TOKEN: 'hunter4' },
])('a worker needs no GitHub where access is held elsewhere: %o', (elsewhere) => {
  const { GITHUB_TOKEN: _none, ...others } = right;
  expect(workerConfig({ ...others, ...elsewhere })).toMatchObject(elsewhere);
});

const APP_KEY = 'the path of a readable PEM file with the RSA key of the GitHub App';

describe('a GitHub App in place of a token', () => {
  let folder: string;
  const path = (name: string) => join(folder, name);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'app-key-'));
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey;
    writeFileSync(path('rsa.pem'), rsa.export({ type: 'pkcs1', format: 'pem' }));
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    writeFileSync(path('ec.pem'), ec.export({ type: 'pkcs8', format: 'pem' }));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const { GITHUB_TOKEN: token, ...others } = right;

  test('its number and the path of its key are enough, and the key is read', () => {
    const given = { ...others, GITHUB_APP_ID: '42', GITHUB_APP_PRIVATE_KEY_FILE: path('rsa.pem') };
    expect(workerConfig({ ...given, GITHUB_APP_INSTALLATION_ID: '7' })).toMatchObject({
      GITHUB_APP_ID: 42,
      GITHUB_APP_PRIVATE_KEY_FILE: expect.stringMatching(/^-----BEGIN PRIVATE KEY-----/),
      GITHUB_APP_INSTALLATION_ID: 7,
    });
    expect(githubOf(accessConfig(given))?.id).toBe('github');
  });

  test.each<[Record<string, string | undefined>, string, string]>([
    [
      { GITHUB_APP_ID: '42' },
      'GITHUB_APP_PRIVATE_KEY_FILE',
      `is not set; it must be ${APP_KEY}, since GITHUB_APP_ID is set.`,
    ],
    [
      { GITHUB_APP_INSTALLATION_ID: '7', GITHUB_TOKEN: token },
      'GITHUB_APP_ID',
      'is not set; it must be the number of the GitHub App, since others of its settings are set.',
    ],
    [
      { GITHUB_APP_ID: 'ours', GITHUB_APP_PRIVATE_KEY_FILE: 'rsa.pem' },
      'GITHUB_APP_ID',
      'is wrong; it must be the number of the GitHub App.',
    ],
    [
      { GITHUB_TOKEN: token, GITHUB_APP_ID: '42', GITHUB_APP_PRIVATE_KEY_FILE: 'rsa.pem' },
      'GITHUB_TOKEN',
      'is wrong; it must be left out, since GITHUB_APP_ID is set.',
    ],
    [
      { GITHUB_APP_ID: '42', GITHUB_APP_PRIVATE_KEY_FILE: 'ec.pem' },
      'GITHUB_APP_PRIVATE_KEY_FILE',
      `is wrong; it must be ${APP_KEY}.`,
    ],
    [
      { GITHUB_APP_ID: '42', GITHUB_APP_PRIVATE_KEY_FILE: 'none.pem' },
      'GITHUB_APP_PRIVATE_KEY_FILE',
      `is wrong; it must be ${APP_KEY}.`,
    ],
  ])('%o is a boot error', (given, setting, message) => {
    const { GITHUB_APP_PRIVATE_KEY_FILE: name } = given;
    const settings = { ...others, ...given, ...(name && { GITHUB_APP_PRIVATE_KEY_FILE: path(name) }) };
    expect(() => workerConfig(settings)).toThrow(new ConfigError([{ setting, message: `${setting} ${message}` }]));
  });
});

const DIRECTORY = 'the https address of the directory, up to what stands before /Users';

test.each<[Record<string, string>, string, string]>([
  [{ SCIM_TOKEN: 'hunter4' }, 'SCIM_URL', `is not set; it must be ${DIRECTORY}, since SCIM_TOKEN is set.`],
  [
    { SCIM_URL: 'https://directory.internal' },
    'SCIM_TOKEN',
    'is not set; it must be the bearer token of the directory, since SCIM_URL is set.',
  ],
  [{ SCIM_TOKEN: 'hunter4', SCIM_URL: 'http://directory.internal' }, 'SCIM_URL', `is wrong; it must be ${DIRECTORY}.`],
])('a directory has an address over TLS and a token: %o', (given, setting, message) => {
  expect(settingFaults('worker', { ...right, ...given })).toEqual([{ setting, message: `${setting} ${message}` }]);
});

const provider = {
  OIDC_ISSUER: 'https://login.client.example/realm',
  OIDC_CLIENT_ID: 'drawbridge',
  OIDC_CLIENT_SECRET: 'hunter3',
  OIDC_ROLES: 'CN=Legal,CN=Board=executive'.replace(',', '=legal,'),
};

test('the provider of sign-in is read with its mapping of roles, and nobody signs in there without one', () => {
  const { provider: read, ...times } = signInOf(apiConfig({ ...right, ...provider, SESSION_HOURS: '8' }));
  expect(read).toEqual({
    issuer: provider.OIDC_ISSUER,
    clientId: 'drawbridge',
    clientSecret: 'hunter3',
    rolesClaim: 'roles',
    roles: { 'CN=Legal': ['legal'], 'CN=Board': ['executive'] },
  });
  expect(times).toEqual({ idleMs: 1_800_000, lengthMs: 28_800_000, againMs: 3_600_000, tokenDays: 90 });
  expect(signInOf(apiConfig(right)).provider).toBeUndefined();
});

test.each<[string, string | undefined, Record<string, string>, string]>([
  ['OIDC_ISSUER', 'http://login.example', {}, 'is wrong; it must be the https address'],
  ['OIDC_ISSUER', undefined, {}, 'is not set; it must be the https address'],
  ['OIDC_CLIENT_ID', undefined, {}, 'is not set; it must be the id'],
  ['OIDC_CLIENT_SECRET', '', {}, 'is not set; it must be the secret'],
  ['OIDC_ROLES', undefined, {}, 'is not set; it must be value=role'],
  ['OIDC_ROLES', 'counsel=king', {}, 'is wrong; it must be value=role'],
  ['OIDC_ROLES', 'vendor=vendor-contact', {}, 'is wrong; it must be value=role'],
  ['SESSION_IDLE_MINUTES', '0', {}, 'is wrong; it must be a whole number'],
  ['PERSONAL_TOKEN_DAYS', '400', {}, 'is wrong; it must be a whole number from 1 to 366'],
  ['SIGN_IN_AGAIN_MINUTES', 'soon', {}, 'is wrong; it must be a whole number'],
  ['DRAWBRIDGE_BASE_URL', 'http://drawbridge.example', {}, 'is wrong; it must be an https address'],
])('%s = %s keeps an API from booting, and the sentence names it', (name, value, more, message) => {
  const faults = settingFaults('api', { ...right, ...provider, ...more, [name]: value });
  expect(faults).toEqual([{ setting: name, message: expect.stringContaining(`${name} ${message}`) }]);
  expect(faults[0]?.message).not.toContain('hunter3');
});

test.each(['client.example,@secret.example', 'client.example,', '*'])('%s are no mail domains', (value) => {
  const message =
    'CLIENT_MAIL_DOMAINS is wrong; it must be mail domains with commas between them, such as client.example,legal.client.example.';
  expect(() => apiConfig({ ...right, CLIENT_MAIL_DOMAINS: value })).toThrow(
    new ConfigError([{ setting: 'CLIENT_MAIL_DOMAINS', message }]),
  );
});

test.each([
  ['another host than the one that is checked', 'postgres://app:s3cret@localhost/drawbridge?host=db.internal'],
  ['a mode that takes the place of the one that is checked', `${right.DATABASE_URL}&sslmode=no-verify`],
  ['a bound that is lifted', `${right.DATABASE_URL}&statement_timeout=0`],
  ['a name in another writing', 'postgres://app:s3cret@localhost/drawbridge?%68ost=db.internal'],
])('the address of the database says no more than it may: %s', (_what, value) => {
  const message =
    'DATABASE_URL is wrong; it must be postgres://user:password@host:5432/database, with nothing but sslmode, sslrootcert, sslcert and sslkey after the ?, each at most once.';
  expect(() => workerConfig({ ...right, DATABASE_URL: value })).toThrow(
    new ConfigError([{ setting: 'DATABASE_URL', message }]),
  );
});

test('on this machine nothing need be said of encryption', () => {
  const { TEMPORAL_TLS, PAYLOAD_KEYS, ...rest } = right;
  const local = { ...rest, DATABASE_URL: 'postgres://app@127.0.0.1/drawbridge', TEMPORAL_ADDRESS: 'localhost:7233' };
  expect(temporalSecurityOf(workerConfig(local))).toEqual({});
  expect(apiConfig({ ...local, PAYLOAD_KEYS: 'none' }).PAYLOAD_KEYS).toEqual([]);
});

test('an API key goes over TLS only, and a certificate comes with its key', () => {
  expect(temporalSecurityOf(workerConfig({ ...right, TEMPORAL_API_KEY: 'k' }))).toEqual({ tls: {}, apiKey: 'k' });
  const files = { TEMPORAL_TLS: 'off', TEMPORAL_API_KEY: 'k' };
  expect(() => workerConfig({ ...right, ...files })).toThrow(
    'TEMPORAL_TLS is wrong; it must be on, or left out, when another setting of TLS or an API key is given.',
  );
});

test('every fault is named at once', () => {
  const read = () => workerConfig({});
  expect(read).toThrow(
    /DATABASE_URL[\s\S]*TEMPORAL_ADDRESS[\s\S]*DRAWBRIDGE_MASTER_KEY[\s\S]*SMTP_URL[\s\S]*GITHUB_TOKEN/,
  );
  expect(() => databaseUrlOf({ DATABASE_URL: 'x:y' })).toThrow(ConfigError);
});

test('the database is migrated as its owner, and the role that serves is let in', () => {
  const owner = 'postgres://owner:pw@db.internal/drawbridge?sslmode=disable';
  expect(migrationOf({ ...right, MIGRATION_DATABASE_URL: owner })).toEqual({ databaseUrl: owner, appUser: 'app' });
  expect(migrationOf(right)).toEqual({ databaseUrl: right.DATABASE_URL, appUser: 'app' });
});

test('the page of settings is what the schemas say', () => {
  expect(readFileSync(CONFIG_DOC, 'utf8')).toBe(configDoc());
});
