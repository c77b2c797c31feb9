import { readFileSync } from 'node:fs';
import { CONFIG_DOC, configDoc } from '../../scripts/configDoc.js';
import { apiConfig, ConfigError, databaseUrlOf, migrationOf, workerConfig } from '../../workers/config.js';

const right = {
  DATABASE_URL: 'postgres://app:s3cret@db.internal:5432/drawbridge',
  TEMPORAL_ADDRESS: 'temporal.internal:7233',
  DRAWBRIDGE_MASTER_KEY: 'ab'.repeat(32),
  DRAWBRIDGE_BASE_URL: 'https://drawbridge.example/',
  SMTP_URL: 'smtps://user:hunter2@mail.example:465',
  MAIL_FROM: 'Drawbridge <drawbridge@example.com>',
  GITHUB_TOKEN: 'ghp_token',
};

test('right settings are read, with their defaults', () => {
  expect(workerConfig(right)).toMatchObject({
    TEMPORAL_NAMESPACE: 'default',
    ROLLOVER_EVENTS: 180,
    GITHUB_API_URL: 'https://api.github.com',
    DRAWBRIDGE_BASE_URL: 'https://drawbridge.example',
    DRAWBRIDGE_MASTER_KEY: Buffer.from('ab'.repeat(32), 'hex'),
  });
  expect(apiConfig({ ...right, PORT: '9000' })).toMatchObject({ PORT: 9000, HOST: '127.0.0.1' });
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
  ['ROLLOVER_EVENTS', '12', 'ROLLOVER_EVENTS is wrong; it must be a whole number from 20 to 4000.'],
  ['WORKER_DEPLOYMENT', 'a.b', 'WORKER_DEPLOYMENT is wrong; it must be a name of letters, digits, - and _.'],
  ['SMTP_URL', 'mail.example', 'SMTP_URL is wrong; it must be smtp://host:587 or smtps://user:password@host:465.'],
])(
  '%s = %s is a boot error that names the variable and what would be right, never the value',
  (name, value, message) => {
    expect(() => workerConfig({ ...right, [name]: value })).toThrow(new ConfigError([{ setting: name, message }]));
  },
);

test('every fault is named at once', () => {
  const read = () => workerConfig({});
  expect(read).toThrow(
    /DATABASE_URL[\s\S]*TEMPORAL_ADDRESS[\s\S]*DRAWBRIDGE_MASTER_KEY[\s\S]*SMTP_URL[\s\S]*GITHUB_TOKEN/,
  );
  expect(() => databaseUrlOf({ DATABASE_URL: 'x:y' })).toThrow(ConfigError);
});

test('the database is migrated as its owner, and the role that serves is let in', () => {
  const owner = 'postgres://owner:pw@db.internal/drawbridge';
  expect(migrationOf({ ...right, MIGRATION_DATABASE_URL: owner })).toEqual({ databaseUrl: owner, appUser: 'app' });
  expect(migrationOf(right)).toEqual({ databaseUrl: right.DATABASE_URL, appUser: 'app' });
});

test('the page of settings is what the schemas say', () => {
  expect(readFileSync(CONFIG_DOC, 'utf8')).toBe(configDoc());
});
