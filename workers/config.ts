import { isIP } from 'node:net';
import { z } from 'zod';
import { parseMailbox } from '../activities/mail/mailbox.js';
import { isAddress } from '../domain/people/details.js';
import {
  type AccessConfig,
  accessBeside,
  accessSettings,
  checkApp,
  checkDirectory,
  NAMES_NO_PROVIDER,
  namesProvider,
} from './settings/access.js';
import { postgresUrl } from './settings/database.js';
import { certificateFile } from './settings/files.js';
import { checkSignIn, signInSettings } from './settings/signIn.js';
import { taken } from './settings/taken.js';
import { checkTemporal, temporalSecurity } from './settings/temporal.js';

/** One setting that is missing or wrong; the sentence names it and what would be right, never its value. */
export type SettingFault = { setting: string; message: string };

/** Settings are missing or wrong; the message has one sentence for each, never a value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly faults: SettingFault[]) {
    super(faults.map(({ message }) => message).join('\n'));
  }
}

const address = (right: string) => z.string(right).regex(/^[^\s/:]+:\d{1,5}$/, right);
const urlOf = (right: string, ...protocols: string[]) =>
  z.string(right).refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    return url !== undefined && protocols.includes(url.protocol) && url.hostname !== '';
  }, right);
const whole = (least: number, most: number) => {
  const right = `a whole number from ${least} to ${most}`;
  return z
    .string(right)
    .regex(/^\d+$/, right)
    .transform(Number)
    .refine((n) => n >= least && n <= most, right);
};

const SENDER = 'one address such as Drawbridge <drawbridge@example.com>';

const PROXIES = 'addresses or networks with commas between them, such as 10.0.0.0/8,192.168.1.4';
const isNetwork = (text: string): boolean => {
  const [address = '', bits] = text.split('/', 2);
  const longest = isIP(address) === 6 ? 128 : 32;
  return isIP(address) !== 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest));
};

const DOMAINS = 'mail domains with commas between them, such as client.example,legal.client.example';
const isDomain = (text: string): boolean => isAddress(`x@${text}`);

const DEPLOYMENT = 'a name of letters, digits, - and _';
const BUILD_ID = 'an id of letters, digits, ., - and _';

const WEBHOOK_SECRET = 'the secret of the webhook at GitHub, at least 16 characters';
const named = (right: string) => z.string(right).min(1, right);

const database = {
  DATABASE_URL: postgresUrl().describe('PostgreSQL 15 or newer, as the role that serves: it owns nothing'),
};

const masterKey = {
  DRAWBRIDGE_MASTER_KEY: z
    .string('64 hexadecimal digits')
    .regex(/^[0-9a-f]{64}$/i, '64 hexadecimal digits')
    .transform((hex) => Buffer.from(hex, 'hex'))
    .describe('wraps the keys of people and documents; losing it loses their names for good'),
};

const spine = {
  ...database,
  TEMPORAL_ADDRESS: address('host:port, such as temporal.internal:7233').describe(
    'the Temporal frontend, server 1.32 or newer',
  ),
  ...temporalSecurity,
  TEMPORAL_NAMESPACE: named('the name of a namespace').default('default').describe('where cases run'),
  TASK_QUEUE: named('the name of a task queue').default('drawbridge').describe('the same for the API and its workers'),
  ...masterKey,
  DRAWBRIDGE_BASE_URL: urlOf('the http or https address that people use, without a path', 'http:', 'https:')
    .transform((text) => text.replace(/\/+$/, ''))
    .describe('the address in letters and links'),
  SHUTDOWN_GRACE_SECONDS: whole(1, 600)
    .default(20)
    .describe('time for what runs to end after a request to stop; a second request ends the process at once'),
  METRICS_HOST: named('a name or an address of this machine')
    .default('127.0.0.1')
    .describe('where `/livez`, `/readyz` and `/metrics` are served for those who watch'),
  METRICS_PORT: whole(1, 65_535).optional().describe('the port of that; left out: they are not served'),
  OTEL_EXPORTER_OTLP_ENDPOINT: urlOf('the http or https address of an OTLP receiver', 'http:', 'https:')
    .optional()
    .describe('where traces go, over HTTP; left out: nothing is traced'),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], 'silent, error, warn, info or debug')
    .default('info')
    .describe('JSON lines on standard error, without personal data'),
};

const smtpUrl = urlOf('smtp://host:587 or smtps://user:password@host:465', 'smtp:', 'smtps:');
const mailFrom = taken(SENDER, parseMailbox);

const mail = {
  SMTP_URL: smtpUrl.describe('where letters go; always over TLS but on this machine'),
  SMTP_TLS_CA: certificateFile()
    .optional()
    .describe('who vouches for the mail server; left out: the public authorities'),
  MAIL_FROM: mailFrom.describe('whom letters come from'),
};

const workerSchema = z
  .object({
    ...spine,
    WORKER_DEPLOYMENT: z
      .string(DEPLOYMENT)
      .regex(/^[\w-]{1,100}$/, DEPLOYMENT)
      .optional()
      .describe('versions the workers under this name, see docs/upgrades.md; left out: they are not versioned'),
    WORKER_BUILD_ID: z
      .string(BUILD_ID)
      .regex(/^[\w.-]{1,100}$/, BUILD_ID)
      .optional()
      .describe('which build this worker is; left out: the version and the hash of its workflow code'),
    ...mail,
    ...accessSettings,
  })
  .refine(namesProvider, NAMES_NO_PROVIDER)
  .superRefine(checkTemporal)
  .superRefine(checkApp)
  .superRefine(checkDirectory);

const accessSchema = z
  .object(accessSettings)
  .refine(namesProvider, NAMES_NO_PROVIDER)
  .superRefine(checkApp)
  .superRefine(checkDirectory);

const apiSchema = z
  .object({
    ...spine,
    ...mail,
    ROLLOVER_EVENTS: whole(20, 4_000)
      .default(180)
      .describe(
        'history events above which a case hands over to a fresh run; for cases opened or recovered from then on',
      ),
    HOST: named('a name or an address of this machine').default('127.0.0.1').describe('where the API listens'),
    PORT: whole(1, 65_535).default(8080).describe('where the API listens'),
    TRUST_PROXY: z
      .string(PROXIES)
      .transform((text) => text.split(',').map((one) => one.trim()))
      .refine((all) => all.every(isNetwork), PROXIES)
      .optional()
      .describe('proxies whose `X-Forwarded-For` names who asks, for limits by address; left out: none is believed'),
    CLIENT_MAIL_DOMAINS: z
      .string(DOMAINS)
      .transform((text) => text.split(',').map((one) => one.trim().toLowerCase()))
      .refine((all) => all.every(isDomain), DOMAINS)
      .optional()
      .describe('whose addresses, without a `+`, alone get tokens of the client’s roles; left out: any'),
    GITHUB_WEBHOOK_SECRET: z
      .string(WEBHOOK_SECRET)
      .min(16, WEBHOOK_SECRET)
      .optional()
      .describe(
        'with which GitHub signs what it sends to `/api/hooks/github`, so that changes by hand are seen at once; left out: nothing is taken there',
      ),
    CODEC_UI_ORIGIN: urlOf('the http or https address of the Temporal UI, without a path', 'http:', 'https:')
      .transform((text) => new URL(text).origin)
      .optional()
      .describe('the page that may ask the codec endpoint from a browser; left out: none'),
    ...signInSettings,
  })
  .superRefine(checkTemporal)
  .superRefine(checkSignIn);

/** What of the environment `up` takes; anything else it starts or makes itself. */
const upSchema = z
  .object({
    ...database,
    ...masterKey,
    TEMPORAL_ADDRESS: spine.TEMPORAL_ADDRESS,
    TEMPORAL_NAMESPACE: named('the name of a namespace'),
    TASK_QUEUE: named('the name of a task queue'),
    DRAWBRIDGE_BASE_URL: spine.DRAWBRIDGE_BASE_URL,
    SMTP_URL: smtpUrl,
    MAIL_FROM: mailFrom,
    ...accessBeside,
  })
  .partial()
  .superRefine(checkDirectory);

const migrateSchema = z.object({
  ...database,
  MIGRATION_DATABASE_URL: postgresUrl()
    .optional()
    .describe('the same database as the role that owns the tables; left out: DATABASE_URL'),
});

/** The settings of each process by name: what is read, what is checked and what docs/configuration.md tells. */
export const SETTINGS = { api: apiSchema, worker: workerSchema, migrate: migrateSchema };
/** A process of a production set-up. */
export type ProcessName = keyof typeof SETTINGS;

/** Settings of `drawbridge worker`. */
export type WorkerConfig = z.infer<typeof workerSchema>;
/** Settings of `drawbridge api`. */
export type ApiProcessConfig = z.infer<typeof apiSchema>;

type Environment = Record<string, string | undefined>;

/** Reads where access is held. Throws {@link ConfigError}. */
export const accessConfig = (env: Environment): AccessConfig => read(accessSchema, env);

/** Reads the settings of a worker. Throws {@link ConfigError}. */
export const workerConfig = (env: Environment): WorkerConfig => read(workerSchema, env);

/** Reads the settings of an API process. Throws {@link ConfigError}. */
export const apiConfig = (env: Environment): ApiProcessConfig => read(apiSchema, env);

/** Reads what `up` takes of the environment. Throws {@link ConfigError}. */
export const upConfig = (env: Environment): z.infer<typeof upSchema> => read(upSchema, env);

/** Whom the database is migrated as, and the role in `DATABASE_URL` that serves it afterwards. Throws {@link ConfigError}. */
export function migrationOf(env: Environment): { databaseUrl: string; appUser?: string } {
  const { DATABASE_URL, MIGRATION_DATABASE_URL = DATABASE_URL } = read(migrateSchema, env);
  const appUser = decodeURIComponent(new URL(DATABASE_URL).username);
  return { databaseUrl: MIGRATION_DATABASE_URL, ...(appUser !== '' && { appUser }) };
}

/** Everything that is wrong with the settings of one process; nothing when it would boot. */
export const settingFaults = (process: ProcessName, env: Environment): SettingFault[] =>
  faultsIn(SETTINGS[process], env);

/** Reads the address of the database. Throws {@link ConfigError}. */
export const databaseUrlOf = (env: Environment): string => read(z.object(database), env).DATABASE_URL;

/** Reads the key that wraps every person's data key, 32 bytes. Throws {@link ConfigError}. */
export const masterKeyOf = (env: Environment): Buffer => read(z.object(masterKey), env).DRAWBRIDGE_MASTER_KEY;

function read<T extends z.ZodType>(schema: T, env: Environment): z.infer<T> {
  const parsed = schema.safeParse(given(env));
  if (parsed.success) return parsed.data;
  throw new ConfigError(faultsIn(schema, env));
}

function faultsIn(schema: z.ZodType, env: Environment): SettingFault[] {
  const set = given(env);
  const issues = schema.safeParse(set).error?.issues ?? [];
  return issues.map(({ path, message }) => {
    const setting = path.join('.');
    const state = set[setting] === undefined ? 'is not set' : 'is wrong';
    return { setting, message: `${setting} ${state}; it must be ${message}.` };
  });
}

/** An empty variable counts as one that is not set. */
const given = (env: Environment): Environment =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
