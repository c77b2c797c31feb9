import { z } from 'zod';

/** A setting is missing or wrong; the message names each variable and what would be right, never a value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const address = (right: string) => z.string(right).regex(/^[^\s/:]+:\d{1,5}$/, right);
const urlOf = (right: string, ...protocols: string[]) =>
  z.string(right).refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), right);
const whole = (least: number, most: number) => {
  const right = `a whole number from ${least} to ${most}`;
  return z
    .string(right)
    .regex(/^\d+$/, right)
    .transform(Number)
    .refine((n) => n >= least && n <= most, right);
};

const database = { DATABASE_URL: urlOf('postgres://user:password@host:5432/database', 'postgres:', 'postgresql:') };

const masterKey = {
  DRAWBRIDGE_MASTER_KEY: z
    .string('64 hexadecimal digits')
    .regex(/^[0-9a-f]{64}$/i, '64 hexadecimal digits')
    .transform((hex) => Buffer.from(hex, 'hex')),
};

const spine = {
  ...database,
  TEMPORAL_ADDRESS: address('host:port, such as temporal.internal:7233'),
  TEMPORAL_NAMESPACE: z.string().min(1, 'the name of a namespace').default('default'),
  TASK_QUEUE: z.string().min(1, 'the name of a task queue').default('drawbridge'),
  ...masterKey,
  DRAWBRIDGE_BASE_URL: urlOf('the http or https address that people use, without a path', 'http:', 'https:').transform(
    (text) => text.replace(/\/+$/, ''),
  ),
  ROLLOVER_EVENTS: whole(20, 4_000).default(180),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug'], 'silent, error, warn, info or debug').default('info'),
};

const workerSchema = z.object({
  ...spine,
  SMTP_URL: urlOf('smtp://host:587 or smtps://user:password@host:465', 'smtp:', 'smtps:'),
  MAIL_FROM: z
    .string('an address such as Drawbridge <drawbridge@example.com>')
    .regex(/[^\s@]+@[^\s@]+/, 'an address such as Drawbridge <drawbridge@example.com>'),
  GITHUB_API_URL: urlOf(
    'https://api.github.com or the API address of your GitHub Enterprise',
    'https:',
    'http:',
  ).default('https://api.github.com'),
  GITHUB_TOKEN: z
    .string('a token that administers the repositories')
    .min(1, 'a token that administers the repositories'),
});

const apiSchema = z.object({
  ...spine,
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: whole(1, 65_535).default(8080),
});

/** Settings of `drawbridge worker`. */
export type WorkerConfig = z.infer<typeof workerSchema>;
/** Settings of `drawbridge api`. */
export type ApiProcessConfig = z.infer<typeof apiSchema>;

type Environment = Record<string, string | undefined>;

/** Reads the settings of a worker. Throws {@link ConfigError}. */
export const workerConfig = (env: Environment): WorkerConfig => read(workerSchema, env);

/** Reads the settings of an API process. Throws {@link ConfigError}. */
export const apiConfig = (env: Environment): ApiProcessConfig => read(apiSchema, env);

/** Reads the address of the database. Throws {@link ConfigError}. */
export const databaseUrlOf = (env: Environment): string => read(z.object(database), env).DATABASE_URL;

/** Reads the key that wraps every person's data key, 32 bytes. Throws {@link ConfigError}. */
export const masterKeyOf = (env: Environment): Buffer => read(z.object(masterKey), env).DRAWBRIDGE_MASTER_KEY;

function read<T extends z.ZodType>(schema: T, env: Environment): z.infer<T> {
  // An empty variable counts as one that is not set.
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = schema.safeParse(set);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => {
    const name = path.join('.');
    return `${name} ${set[name] === undefined ? 'is not set' : 'is wrong'}; it must be ${message}.`;
  });
  throw new ConfigError(faults.join('\n'));
}
