import { setTimeout as wait } from 'node:timers/promises';
import { Connection, Client as TemporalClient } from '@temporalio/client';
import { Client } from 'pg';
import {
  type Installation,
  openingOf,
  PATIENCE,
  type Process,
  prepareInstallation,
} from '../support/cli/installation.js';
import { type SlowMail, startSlowMail } from '../support/cli/slowMail.js';
import { temporalAddress } from '../support/real/servers.js';
import { waitUntil } from '../support/real/waitUntil.js';

let mail: SlowMail;
let database: Client;
let temporal: Connection;
let installation: Installation;
let token: string;
let worker: Process;
beforeAll(async () => {
  mail = await startSlowMail();
  installation = await prepareInstallation({ SMTP_URL: mail.url, SHUTDOWN_GRACE_SECONDS: '30' });
  database = new Client({ connectionString: installation.databaseUrl });
  await database.connect();
  temporal = await Connection.connect({ address: temporalAddress() });
});
afterAll(async () => {
  mail.letGo();
  mail.close();
  await database.end();
  await temporal?.close();
  await installation.end();
});

const countOf = async (question: string): Promise<number> => Number((await database.query(question)).rows[0].count);
/** Cases that were begun at Temporal; nothing of a request is in the database before it is recorded. */
const begun = async (): Promise<number> =>
  (await new TemporalClient({ connection: temporal }).workflow.count(`TaskQueue = '${installation.env.TASK_QUEUE}'`))
    .count;
const refused = (url: string) =>
  fetch(url).then(
    () => false,
    () => true,
  );

/** Asks to open a case with a contact of its own; `inHand` settles once the API has begun with it. */
async function opening(contact: string): Promise<{ answer: Promise<Response>; inHand: Promise<unknown> }> {
  const before = await begun();
  const answer = fetch(`${installation.url}/api/cases`, await openingOf(token, { contact }));
  answer.catch(() => undefined);
  return { answer, inHand: waitUntil('the API to begin', async () => (await begun()) > before) };
}

test('an API that is asked to stop answers what it has in hand and takes nothing else; asked twice, it ends at once', async () => {
  const { url, start, apiReady } = installation;
  const hasty = start('api');
  await apiReady();
  token = await installation.procurement();
  // Nobody works yet: requests wait for their receipts.
  const lost = await opening('marta@wisla.example');
  await lost.inHand;
  hasty.child.kill('SIGTERM');
  await waitUntil('it to stop', () => hasty.said().includes('"stopping"'));
  // At once it would be the same request, come by two ways.
  await wait(400);
  hasty.child.kill('SIGTERM');
  expect(await hasty.ended()).toBe(130);
  await expect(lost.answer).rejects.toThrow();

  const patient = start('api');
  await apiReady();
  const kept = await opening('maria@wisla.example');
  await kept.inHand;
  patient.child.kill('SIGTERM');
  await waitUntil('the listener to close', () => refused(`${url}/livez`));
  expect(patient.child.exitCode).toBeNull();
  worker = start('worker');
  expect((await kept.answer).status).toBe(201);
  expect(await patient.ended()).toBe(0);
});

test('a worker that is asked to stop ends what it does in the world; the next one goes on, and nothing is done twice', async () => {
  await waitUntil('a letter to be on its way', () => mail.messageIds.length > 0);
  worker.child.kill('SIGTERM');
  await waitUntil('it to stop', () => worker.said().includes('"stopping"'));
  expect(worker.child.exitCode).toBeNull();
  mail.letGo();
  expect(await worker.ended()).toBe(0);
  expect(await countOf(`select count(*) from mail_journal where status = 'accepted'`)).toBeGreaterThan(0);
  expect(await countOf(`select count(*) from mail_journal where status <> 'accepted'`)).toBe(0);

  installation.start('worker');
  const letters = await countOf(`select count(*) from ledger where event_type = 'LetterQueued'`);
  await waitUntil(
    'every letter to be sent',
    async () => (await countOf(`select count(*) from ledger where event_type = 'LetterAccepted'`)) === letters,
    PATIENCE,
  );
  expect(new Set(mail.messageIds).size).toBe(mail.messageIds.length);
});
