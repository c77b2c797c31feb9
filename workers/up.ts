import { join } from 'node:path';
import getPort from 'get-port';
import { pino } from 'pino';
import type { SendSignInLetter } from '../api/parts.js';
import type { SignInConfig } from '../api/signIn/parts.js';
import { createCaseClient } from '../client/caseClient.js';
import { createPayloadCodec } from '../client/codec/payloadCodec.js';
import { connectTemporal } from '../client/connection.js';
import { fromMs } from '../domain/time.js';
import { startLocalStack } from '../sandbox/stack.js';
import type { Store } from '../store/contract.js';
import { migrate } from '../store/migrate.js';
import { openStore } from '../store/openStore.js';
import { buildApi } from './buildApi.js';
import { type Closing, createClosing } from './closing.js';
import { masterKeyOf, upConfig } from './config.js';
import { installLogger } from './logging.js';
import type { PolicyWork } from './policyWork.js';
import { serveCases } from './serveCases.js';
import type { Shared } from './shared.js';
import { signInLettersOf } from './signInLetters.js';
import { startSweeping } from './sweeping.js';
import { startTellingStops } from './tellingStops.js';
import { listenOnLoopback } from './up/listen.js';
import { localKey } from './up/localKey.js';
import { startLocalSignIn } from './up/localSignIn.js';
import { keepLocalTokens } from './up/localTokens.js';
import { openLog } from './up/openLog.js';
import { type Outside, startOutside } from './up/outside.js';
import { ownFolder } from './up/ownFolder.js';
import { removeUpFile, type UpFile, writeUpFile } from './upFiles.js';
import { endsWithin } from './watch/listening.js';

/** Port of the API when nobody asked for one and it is free. */
const USUAL_PORT = 8080;

/** What goes to the log file: what may need a look. */
const LOG_LEVEL = 'warn';

/** Time for requests and effects in hand to end, milliseconds; the other half of what a stop may take is for the servers. */
const REQUESTS_MS = 1_500;

type Environment = Record<string, string | undefined>;

/** How everything is wanted on one machine. */
export type UpOptions = {
  /** Folder of all data; taken over when it exists. */
  dataDir: string;
  /** Port of the API; default 8080, or a free one when that is taken. */
  port?: number;
  /** Serves Temporal's console too, which knows no sign-in; default false. */
  temporalUi?: boolean;
  policy: PolicyWork;
  /** Environment that may name other servers than the ones started here. */
  env?: Environment;
  onProgress?: (line: string) => void;
  /** Called once when a part was lost while running; everything should then be stopped. */
  onLost?: (sentence: string) => void;
};

/** Everything, running. */
export type Up = UpFile & { stop(): Promise<void> };

/**
 * Runs everything on one machine against embedded servers, or against those that the environment names.
 *
 * Throws `ConfigError` on a wrong setting, `DataInUse` when another one runs on the data, `LocalPartsUnavailable` when a part cannot be had.
 */
export async function up(options: UpOptions): Promise<Up> {
  const closing = createClosing();
  try {
    const announced = await start(options, closing);
    return { ...announced, stop: () => closing.close() };
  } catch (error) {
    await closing.close();
    throw error;
  }
}

async function start(options: UpOptions, closing: Closing): Promise<UpFile> {
  const { dataDir, env = process.env, onProgress, onLost = () => undefined } = options;
  const config = upConfig(env);
  await ownFolder(dataDir);
  const stack = await startLocalStack({
    ...{ dataDir, virtualTime: false, useEnvironment: true, ui: options.temporalUi ?? false },
    ...{ onProgress, onLost },
  });
  closing.add(() => stack.stop());
  const store = await openData(stack.databaseUrl, dataDir, env);
  closing.add(() => store.close());
  closing.add(startSweeping(store));
  const log = openLog(join(dataDir, 'up.log'));
  installLogger(pino({ name: 'worker', level: LOG_LEVEL }, log));
  const outside = await startOutside(join(dataDir, 'sandbox'), env);
  closing.add(() => outside.stop());
  const port = options.port ?? (await getPort({ host: '127.0.0.1', port: USUAL_PORT }));
  const shared: Shared = {
    store,
    policy: options.policy,
    temporalAddress: stack.temporalAddress,
    namespace: config.TEMPORAL_NAMESPACE ?? 'default',
    taskQueue: config.TASK_QUEUE ?? 'drawbridge',
    codec: createPayloadCodec([{ id: 'local', key: await localKey(dataDir, 'payload') }]),
    baseUrl: config.DRAWBRIDGE_BASE_URL ?? `http://127.0.0.1:${port}`,
  };
  await work(shared, outside, closing, onLost);
  const local = await startLocalSignIn(store, shared.baseUrl);
  closing.add(() => local.stop());
  const sendSignInLetter = await signInLettersOf({
    ...{ SMTP_URL: outside.smtpUrl, MAIL_FROM: outside.mailFrom, DRAWBRIDGE_BASE_URL: shared.baseUrl },
  });
  await serve(shared, { port, signIn: local.signIn, sendSignInLetter }, log, closing);
  const urls = { apiUrl: `http://127.0.0.1:${port}`, consoleUrl: shared.baseUrl, temporalUiUrl: stack.temporalUiUrl };
  const announced = announcement(urls, outside);
  await writeUpFile(dataDir, announced);
  closing.add(() => removeUpFile(dataDir));
  return announced;
}

/** The database at the present schema, opened with the key of this data, and the tokens for it. */
async function openData(databaseUrl: string, dataDir: string, env: Environment): Promise<Store> {
  await migrate(databaseUrl);
  const masterKey = env.DRAWBRIDGE_MASTER_KEY ? masterKeyOf(env) : await localKey(dataDir, 'master');
  const store = openStore(databaseUrl, { masterKey, applicationName: 'drawbridge up' });
  try {
    await store.ping();
    await keepLocalTokens(store, dataDir);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function work(shared: Shared, outside: Outside, closing: Closing, onLost: (sentence: string) => void) {
  const worker = await serveCases(shared, outside, { shutdownGraceMs: REQUESTS_MS });
  let stopping = false;
  closing.add(() => {
    stopping = true;
    return worker.shutdown();
  });
  const ended = () => {
    if (!stopping) onLost('The worker has ended: start again, open cases go on where they were.');
  };
  worker.ended.then(ended, ended);
}

async function serve(
  shared: Shared,
  { port, signIn, sendSignInLetter }: { port: number; signIn: SignInConfig; sendSignInLetter: SendSignInLetter },
  logTo: { write(line: string): unknown },
  closing: Closing,
): Promise<void> {
  const { store, temporalAddress, namespace, taskQueue, codec } = shared;
  const connection = await connectTemporal(temporalAddress);
  closing.add(() => connection.close());
  const client = createCaseClient({ connection, store, namespace, taskQueue, codec });
  closing.add(startTellingStops({ store, client }));
  const config: Parameters<typeof buildApi>[2] = {
    logLevel: LOG_LEVEL,
    logTo: { write: (line) => void logTo.write(line) },
    hosts: hostsOf(port, shared.baseUrl),
    signIn,
  };
  // Whoever works here plays everybody; nothing of it is reached from another machine.
  const app = await buildApi(shared, client, config, { to: 'whoever-asks' }, { sendSignInLetter });
  closing.add(async () => {
    const closed = app.close();
    // Whoever sends a body byte by byte, or only listens, is not waited for.
    if (!(await endsWithin(REQUESTS_MS, closed))) app.server.closeAllConnections();
    await closed;
  });
  await listenOnLoopback(app, port);
}

/** Names under which this machine asks for its own API, and the one in letters. */
const hostsOf = (port: number, baseUrl: string): string[] => [
  ...['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port}`),
  new URL(baseUrl).host,
];

type Urls = { apiUrl: string; consoleUrl: string; temporalUiUrl: string | undefined };

function announcement({ apiUrl, consoleUrl, temporalUiUrl }: Urls, outside: Outside): UpFile {
  const { mailboxUrl, githubUrl } = outside;
  return {
    pid: process.pid,
    startedAt: fromMs(Date.now()),
    ...{ apiUrl, consoleUrl, docsUrl: `${apiUrl}/api/docs` },
    ...(temporalUiUrl !== undefined && { temporalUiUrl }),
    ...(mailboxUrl !== undefined && { mailboxUrl }),
    ...(githubUrl !== undefined && { githubUrl }),
  };
}
