import { Client } from 'pg';
import { drawbridge } from '../support/cli/cli.js';
import { type Installation, prepareInstallation } from '../support/cli/installation.js';
import { createAuthority } from '../support/real/certificates.js';
import { freshDatabase } from '../support/real/database.js';
import { temporalAddress } from '../support/real/servers.js';
import { startTlsFront } from '../support/real/tlsFront.js';

let installation: Installation;
let env: Record<string, string>;
beforeAll(async () => {
  installation = await prepareInstallation();
  env = installation.env;
});
afterAll(() => installation.end());

test('migrating is safe to repeat', async () => {
  for (const _ of [1, 2])
    expect(await drawbridge(['migrate'], { env })).toEqual({ code: 0, out: 'Nothing to do.\n', err: '' });
});

test('api and workers are processes of their own, and a case goes on when its worker is killed', async () => {
  const api = installation.start('api');
  const first = installation.start('worker');
  await installation.apiReady();
  const procurement = await installation.procurement();
  const caseId = await installation.openCase(procurement);
  first.child.kill('SIGKILL');
  const second = installation.start('worker');
  const close = await installation.as(procurement, 'case', 'close', caseId, '--reason', 'The need is gone.');
  expect(close).toMatchObject({ status: 'recorded', events: expect.arrayContaining(['CaseClosing']) });
  for (const { child } of [second, api]) child.kill('SIGTERM');
  expect([await second.ended(), await api.ended()]).toEqual([0, 0]);
});

test('a role that may change the ledger, and a database that is behind, are refused before anything is served', async () => {
  const owner = { ...env, DATABASE_URL: installation.databaseUrl };
  for (const verb of ['api', 'worker'])
    expect(await drawbridge([verb], { env: owner })).toMatchObject({
      code: 3,
      out: '',
      err: expect.stringContaining(
        'in DATABASE_URL may update ledger, delete ledger, truncate ledger, update commands',
      ),
    });
  const behind = await freshDatabase();
  const admin = new Client({ connectionString: behind.url });
  await admin.connect();
  await admin.query(`delete from kysely_migration where name = '0002_audit'`);
  await admin.end();
  expect(await drawbridge(['worker'], { env: { ...env, DATABASE_URL: behind.serverUrl } })).toEqual({
    code: 3,
    out: '',
    err: 'The database is behind this version by 0002_audit; run "drawbridge migrate" first.\n',
  });
  await behind.drop();
});

test('settings are checked without starting anything, all at once and without a value', async () => {
  expect(await drawbridge(['config', 'check'], { env })).toEqual({
    code: 0,
    out: 'Good: api has all it needs.\nGood: worker has all it needs.\nGood: migrate has all it needs.\n',
    err: '',
  });
  const wrong = { ...env, TEMPORAL_ADDRESS: 'secret-place', SMTP_URL: '' };
  expect(await drawbridge(['config', 'check'], { env: wrong })).toEqual({
    code: 2,
    out: '',
    err: [
      '2 settings are missing or invalid:',
      '  api, worker: TEMPORAL_ADDRESS is wrong; it must be host:port, such as temporal.internal:7233.',
      '  api, worker: SMTP_URL is not set; it must be smtp://host:587 or smtps://user:password@host:465.',
      '',
    ].join('\n'),
  });
  expect(await drawbridge(['config', 'check', 'migrate'], { env: wrong })).toMatchObject({ code: 0 });
});

test('another master key is refused before anything is served', async () => {
  const other = { ...env, DRAWBRIDGE_MASTER_KEY: '0'.repeat(64) };
  const ran = await drawbridge(['api'], { env: other });
  expect(ran).toEqual({
    code: 1,
    out: '',
    err: 'The master key is not the one that this database was filled with.\n',
  });
});

test('a Temporal that wants our certificate, and one whose certificate is not trusted, are told in a sentence before anything is served', async () => {
  const [ours, others] = [createAuthority(), createAuthority()];
  const front = await startTlsFront(temporalAddress(), ours.sign('temporal', 'DNS:localhost'), ours.ca);
  const boot = (verb: string, ca: string) =>
    drawbridge([verb], { env: { ...env, TEMPORAL_ADDRESS: front.address, TEMPORAL_TLS_CA: ca, LOG_LEVEL: 'silent' } });
  const [api, worker] = await Promise.all([boot('api', ours.ca.path), boot('worker', others.ca.path)]);
  const refused = (err: string) => ({ code: 5, out: '', err: `${err}\n` });
  expect(api).toEqual(
    refused(
      'Temporal does not answer at TEMPORAL_ADDRESS. Check that it runs there, and that TEMPORAL_TLS, TEMPORAL_TLS_CERT and TEMPORAL_TLS_KEY are what it asks for.',
    ),
  );
  expect(worker).toEqual(
    refused('The certificate of Temporal is not trusted. TEMPORAL_TLS_CA must name the authority that issued it.'),
  );
  await front.stop();
  for (const authority of [ours, others]) authority.remove();
});
