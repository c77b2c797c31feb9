import { readFile } from 'node:fs/promises';
import getPort from 'get-port';
import { Client } from 'pg';
import { type Installation, PATIENCE, type Process, prepareInstallation } from '../support/cli/installation.js';
import { type SlowMail, startSlowMail } from '../support/cli/slowMail.js';
import { waitUntil } from '../support/real/waitUntil.js';

let installation: Installation;
let api: Process;
let worker: Process;
let apiAt: string;
let workerAt: string;
let procurement: string;
let caseId: string;
let mail: SlowMail;
let text: { api: string; worker: string };

const scrape = async (at: string) => (await fetch(`${at}/metrics`)).text();
/** The sum over all label sets of a metric, in one process. */
const figure = (scraped: string, metric: string, labels = ''): number =>
  scraped
    .split('\n')
    .filter((line) => line.startsWith(metric) && /[ {]/.test(line.charAt(metric.length)) && line.includes(labels))
    .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);

beforeAll(async () => {
  mail = await startSlowMail();
  mail.letGo();
  installation = await prepareInstallation({ SMTP_URL: mail.url });
  const [apiPort, workerPort] = [await getPort({ host: '127.0.0.1' }), await getPort({ host: '127.0.0.1' })];
  [apiAt, workerAt] = [`http://127.0.0.1:${apiPort}`, `http://127.0.0.1:${workerPort}`];
  api = installation.start('api', { METRICS_PORT: String(apiPort) });
  worker = installation.start('worker', { METRICS_PORT: String(workerPort) });
  await installation.apiReady();
  procurement = await installation.procurement();
  caseId = await installation.openCase(procurement);
  const resume = installation.as(procurement, 'case', 'resume', caseId, '--reason', 'It was never paused.');
  await expect(resume).rejects.toThrow();
  await waitUntil(
    'letters to be sent',
    async () => figure(await scrape(workerAt), 'drawbridge_effects_total', 'mail-accepted') > 0,
    PATIENCE,
  );
  text = { api: await scrape(apiAt), worker: await scrape(workerAt) };
});
afterAll(async () => {
  await installation.end();
  mail.close();
});

test('both say that they live and are ready, and what for', async () => {
  const asked = (at: string, path: string) => fetch(`${at}${path}`).then(async (a) => [a.status, await a.json()]);
  expect(await asked(workerAt, '/livez')).toEqual([200, { ok: true }]);
  expect(await asked(workerAt, '/readyz')).toEqual([200, { database: true, temporal: true, polling: true }]);
  const ready = { database: true, temporal: true, migrations: true, accepting: true };
  expect(await asked(apiAt, '/readyz')).toEqual([200, ready]);
  expect(await asked(installation.url, '/readyz')).toEqual([200, ready]);
});

test('commands, refusals, appends, effects and cases are counted', () => {
  expect(figure(text.api, 'drawbridge_commands_total', 'type="OpenCase",outcome="recorded"')).toBe(1);
  expect(figure(text.api, 'drawbridge_commands_total', 'type="ResumeCase",outcome="refused"')).toBe(1);
  expect(figure(text.api, 'drawbridge_cases', 'status="open"')).toBe(1);
  expect(figure(text.api, 'drawbridge_tasks', 'state="open"')).toBeGreaterThan(0);
  expect(figure(text.api, 'drawbridge_http_requests_total', 'route="/api/cases",status="201"')).toBe(1);
  expect(figure(text.worker, 'drawbridge_appends_total', 'answer="appended"')).toBeGreaterThan(2);
  expect(figure(text.worker, 'drawbridge_append_age_seconds_count')).toBeGreaterThan(2);
  expect(figure(text.worker, 'drawbridge_effects_total', 'kind="send-mail",outcome="mail-accepted"')).toBeGreaterThan(
    0,
  );
  expect(figure(text.worker, 'drawbridge_worker_polling')).toBe(1);
});

test('every figure that the dashboard and the alert rules name is told', async () => {
  const files = ['grafana/drawbridge.json', 'prometheus/drawbridge.rules.yml'];
  const read = (file: string) => readFile(new URL(`../../deploy/${file}`, import.meta.url), 'utf8');
  const named =
    (await Promise.all(files.map(read))).join('\n').match(/\b(drawbridge|temporal|nodejs|process)_[a-z0-9_]+/g) ?? [];
  const told = new Set([text.api, text.worker].flatMap((scraped) => scraped.match(/(?<=^# TYPE )\S+/gm) ?? []));
  const missing = [...new Set(named)].filter((name) => !told.has(name) && !told.has(name.replace(/_bucket$/, '')));
  // What should never happen is told only once it has.
  expect(missing.sort()).toEqual(['drawbridge_quarantines_total', 'temporal_workflow_task_execution_failed_total']);
});

test('neither figures nor logs hold ids of cases, names, addresses or secrets', () => {
  const told = [text.api, text.worker, api.said(), worker.said()].join('\n');
  for (const secret of [
    '@',
    'Diaz',
    'Wisla',
    'Petri',
    installation.env.DRAWBRIDGE_MASTER_KEY ?? '',
    'drawbridge_server:',
  ])
    expect(told.includes(secret) ? secret : undefined).toBeUndefined();
  expect([text.api, text.worker].some((scraped) => scraped.includes(caseId))).toBe(false);
  for (const line of [api.said(), worker.said()].join('').trim().split('\n'))
    expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number), name: expect.stringContaining('drawbridge-') });
});

test('a ledger that somebody changed, and the quarantine that follows, are counted', async () => {
  const owner = new Client({ connectionString: installation.databaseUrl });
  await owner.connect();
  await owner.query('set session_replication_role = replica');
  await owner.query(`update ledger set hash = repeat('0', 64) where case_id = $1`, [caseId]);
  await owner.end();
  await expect(installation.as(procurement, 'case', 'pause', caseId, '--reason', 'A look at it.')).rejects.toThrow();
  const seen = async (metric: string, labels?: string) => figure(await scrape(workerAt), metric, labels);
  await waitUntil('the quarantine', async () => (await seen('drawbridge_quarantines_total')) === 1, PATIENCE);
  expect(await seen('drawbridge_appends_total', 'answer="tampered"')).toBeGreaterThan(0);
});

test('when the database is away, neither is ready, and both live', async () => {
  await installation.loseDatabase();
  for (const at of [apiAt, workerAt]) {
    await waitUntil('it to say so', async () => (await fetch(`${at}/readyz`)).status === 503, PATIENCE);
    expect(await (await fetch(`${at}/readyz`)).json()).toMatchObject({ database: false, temporal: true });
    expect((await fetch(`${at}/livez`)).status).toBe(200);
    expect((await fetch(`${at}/metrics`)).status).toBe(200);
  }
});
