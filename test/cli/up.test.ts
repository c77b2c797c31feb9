import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { drawbridge } from '../support/cli/cli.js';
import { allGone, ask, dataFolder, descendantsOf, type RunningUp, startUp, tell } from '../support/cli/running.js';
import { waitUntil } from '../support/real/waitUntil.js';

const CASE_FILE = fileURLToPath(new URL('../support/cli/case.yaml', import.meta.url));
const Opened = z.object({ caseId: z.string(), receipt: z.object({ seq: z.number() }) });
const Outcome = z.object({ receipt: z.object({ seq: z.number() }), events: z.array(z.string()) });
const Case = z.object({
  openedBy: z.string(),
  people: z.array(z.object({ person: z.string(), status: z.string() })),
  names: z.record(z.string(), z.string()),
  papers: z.array(z.object({ id: z.string(), state: z.string() })),
});

const Mails = z.object({ messages: z.array(z.object({ id: z.string() })) });
const Mail = z.object({ html: z.string() });
const Tasks = z.object({
  tasks: z.array(z.object({ role: z.string(), title: z.string(), actions: z.array(z.object({ line: z.string() })) })),
});

/** Everybody whom the case file names. */
const PEOPLE = [
  'Paul Diaz',
  'Mina Roy',
  'Lena Hart',
  'Sam Ode',
  'Priya Noor',
  'Eli Marsh',
  'Cora Beck',
  'Marta Nowak',
  'Ada Kowal',
];

let folder: Awaited<ReturnType<typeof dataFolder>>;
let running: RunningUp;
let caseId: string;

beforeAll(async () => {
  folder = await dataFolder();
  running = await startUp(folder.dir);
  await running.ready();
  caseId = (await ask(folder.dir, Opened, 'case', 'open', CASE_FILE, '--key', 'open-1')).caseId;
});
afterAll(async () => {
  if (running?.child.exitCode === null) {
    running.child.kill('SIGTERM');
    await running.ended();
  }
  await folder?.remove();
});

/** Registers, sends and signs a paper of both parties, as people do. */
async function signedPaper(id: string): Promise<void> {
  const file = join(folder.dir, `${id}.txt`);
  await writeFile(file, `The text of ${id}.`);
  const paper = [
    '--paper',
    id,
    '--kind',
    'nda',
    '--file',
    file,
    '--signers',
    'client',
    'vendor',
    '--from',
    '2026-01-01',
  ];
  await ask(folder.dir, Outcome, 'submit', caseId, ...paper, '--as', 'vendor-contact');
  await ask(folder.dir, Outcome, 'send', caseId, id, '--as', 'vendor-contact');
  await ask(folder.dir, Outcome, 'sign', caseId, id, '--file', file, '--as', 'vendor-contact');
  await ask(folder.dir, Outcome, 'sign', caseId, id, '--as', 'legal');
  await waitUntil(`${id} to be in force`, async () => {
    const { papers } = await ask(folder.dir, Case, 'case', 'show', caseId);
    return papers.find((paper) => paper.id === id)?.state === 'in-force';
  });
}

/** Ends the present one however it was, and starts another on the same data; the case must take an act. */
async function startAgainAndSign(id: string): Promise<void> {
  running = await startUp(folder.dir);
  await running.ready();
  await signedPaper(id);
  const verified = await tell(folder.dir, 'ledger', 'verify', caseId);
  expect(verified).toMatchObject({ code: 0, err: '' });
}

test('a person opens a case and finds it: list, tasks, mail, report', async () => {
  const { dir } = folder;
  const again = await ask(dir, Opened, 'case', 'open', CASE_FILE, '--key', 'open-1');
  expect(again.caseId).toBe(caseId);
  for (const args of [
    ['case', 'list'],
    ['tasks', '--case', caseId],
    ['case', 'show', caseId],
    ['people', 'list', caseId],
    ['report', caseId],
    ['certificate', caseId],
    ['access', caseId],
    ['ledger', 'show', caseId],
  ]) {
    const ran = await tell(dir, ...args);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out.length).toBeGreaterThan(20);
  }
  await waitUntil('a mail', async () => (await tell(dir, 'mail', 'list')).out.includes('SUBJECT'));
  const html = join(dir, 'report.html');
  expect(await tell(dir, 'report', caseId, '--html', html)).toMatchObject({ code: 0, out: `Written to ${html}.\n` });
  const json = join(dir, 'certificate.json');
  expect(await tell(dir, 'certificate', caseId, '--out', json)).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(await readFile(json, 'utf8'))).toMatchObject({ caseId, kind: 'statement' });
});

test('given one’s own tasks in a case, then each is printed with the commands that do it, for whoever signs in by role', async () => {
  const { dir } = folder;
  const { tasks } = await ask(dir, Tasks, 'case', 'show', caseId, '--as', 'vendor-contact');
  const mine = tasks.filter(({ role }) => role === 'vendor-contact');
  const { code, out, err } = await tell(dir, 'tasks', '--mine', '--case', caseId, '--as', 'vendor-contact');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const printed = out.split('\n').flatMap((line) => /^ {2}(drawbridge .*)$/.exec(line)?.[1] ?? []);
  const lines = mine.flatMap(({ actions }) => actions.map(({ line }) => line));
  expect(printed).toEqual(
    lines.map((line) =>
      line.startsWith('drawbridge template ') ? line : line.replace('drawbridge ', 'drawbridge --as vendor-contact '),
    ),
  );
  expect(mine.filter(({ title }) => !out.includes(title))).toEqual([]);
  expect(out).toContain(' Warsaw (');
  // In front of the verb, as such a line has it, the role counts as well.
  const again = await drawbridge(['--as', 'vendor-contact', 'tasks', '--mine', '--case', caseId, '--data', dir]);
  expect(again).toEqual({ code, out, err });
});

test('given letters that are read on this machine, then their commands sign in as whoever reads them', async () => {
  const { dir } = folder;
  await waitUntil('a mail to the contact', async () => (await tell(dir, 'mail', 'list')).out.includes('marta@'));
  const { messages } = await ask(dir, Mails, 'mail', 'list', '--to', 'marta@');
  const commands = [];
  for (const { id } of messages)
    commands.push(...(await ask(dir, Mail, 'mail', 'show', id)).html.matchAll(/<pre>(drawbridge .*?)<\/pre>/gs));
  const acts = commands.flatMap(([, line = '']) => (line.includes(' template ') ? [] : [line]));
  expect(acts.length).toBeGreaterThan(0);
  expect(acts.filter((line) => !line.endsWith(' --as vendor-contact'))).toEqual([]);
});

test('given a file that was opened before, then it is opened again on purpose only', async () => {
  const { dir } = folder;
  expect(await tell(dir, 'case', 'open', CASE_FILE)).toEqual({
    code: 3,
    out: '',
    err: `“Search that understands the question” with Wisla Labs is open already, as case ${caseId}.
Look at it with: drawbridge case show ${caseId}
To open another one on purpose, add --another.
`,
  });
  expect((await ask(dir, Opened, 'case', 'open', CASE_FILE, '--another')).caseId).not.toBe(caseId);
});

test('given a slip in a form, then its line or its field is told, with what was meant most likely', async () => {
  const file = join(folder.dir, 'on-4.txt');
  await writeFile(file, 'contcat: Mina Roy\ndecides: [priorities, scop]\n');
  const as = ['--as', 'procurement'];
  const written = await tell(folder.dir, 'submit', caseId, 'ON-4', '--form', file, ...as);
  const typed = await tell(folder.dir, 'submit', caseId, 'ON-4', '--set', 'contcat=Mina Roy', ...as);
  const missing = (field: string, question: string) => `${field} is missing: ${question}`;
  const contact = "Who of the client's people is the one point of contact for the vendor?";
  const decides = 'What may this person decide without asking anybody else?';
  expect(written).toEqual({
    code: 2,
    out: '',
    err: `The evidence for ON-4 does not match its form.
  ${file}:1:1 contcat is not a field of this form. Did you mean "contact"?
  ${file}:1:1 ${missing('contact', contact)}
  ${file}:2:1 decides must be a list of any of: priorities, scope, acceptance. Did you mean "scope"?
`,
  });
  expect(typed).toEqual({
    code: 2,
    out: '',
    err: `The evidence for ON-4 does not match its form.
  contcat is not a field of this form. Did you mean "contact"?
  ${missing('contact', contact)}
  ${missing('decides', decides)}
`,
  });
});

test('a file of readings is taken whole or not at all, and then line by line', async () => {
  const file = join(folder.dir, 'readings.csv');
  const load = async (text: string) => {
    await writeFile(file, text);
    return await tell(folder.dir, 'readings', 'import', caseId, file, '--as', 'vendor-contact');
  };
  const malformed = await load('kpi,value,source\nVelocity,27,board\nVelocity,many,board\n');
  expect(malformed).toMatchObject({ code: 2, out: '' });
  expect(malformed.err).toContain(`${file}:3 value "many" is no number; write it with a point, as 0.93`);
  const refused = await load('kpi,value,source\nVelocity,27,board\n');
  expect(refused).toMatchObject({ code: 3, err: '1 of 1 readings was refused; the others are recorded.\n' });
  expect(refused.out).toContain('Unknown KPI “Velocity”. No KPIs are agreed yet.');
});

test('papers are supplied and signed, and only by those who may', async () => {
  await signedPaper('nda-1');
  const refused = await tell(folder.dir, 'sign', caseId, 'nda-1', '--as', 'security');
  expect(refused.code).toBe(3);
  const person = (await ask(folder.dir, Case, 'case', 'show', caseId)).people.find((one) => one.status === 'proposed');
  const blind = ['people', 'accept', caseId, person?.person ?? '', '--reason', 'Vetted.'];
  const told = await tell(folder.dir, ...blind, '--as', 'engineering-manager');
  expect(told).toMatchObject({ code: 2, out: '' });
  expect(told.err).toContain(
    'Ada Kowal has "github:ada-kowal". Check it, then accept with --account github:ada-kowal.',
  );
  const accept = [...blind, '--account', 'github:ada-kowal'];
  expect(await tell(folder.dir, ...accept, '--as', 'legal')).toMatchObject({ code: 3, out: '' });
  const first = await ask(folder.dir, Outcome, ...accept, '--as', 'engineering-manager', '--key', 'accept-1');
  const repeated = await ask(folder.dir, Outcome, ...accept, '--as', 'engineering-manager', '--key', 'accept-1');
  expect(repeated).toEqual(first);
});

test('a case is opened by the person whom its file names, and nobody else takes part in it', async () => {
  const { openedBy, names } = await ask(folder.dir, Case, 'case', 'show', caseId);
  expect(names[openedBy]).toBe('Paul Diaz');
  expect(Object.values(names).filter((name) => !PEOPLE.includes(name))).toEqual([]);
  const other = await tell(folder.dir, 'case', 'open', CASE_FILE, '--as', 'procurement:nobody@northwind.example');
  expect(other).toMatchObject({ code: 2, out: '' });
  expect(other.err).toContain('Use one of: paul@northwind.example.');
}, 60_000);

test('a person is named by the id of the case file', async () => {
  const suspended = await tell(
    folder.dir,
    'people',
    'suspend',
    caseId,
    'ada',
    '--reason',
    'On leave.',
    '--as',
    'security',
  );
  expect(suspended).toMatchObject({ code: 0, err: '' });
  const unknown = await tell(folder.dir, 'people', 'resume', caseId, 'zoe', '--reason', 'Back.', '--as', 'security');
  expect(unknown).toMatchObject({
    code: 4,
    err: 'No person "zoe" in this case. Use an e-mail address, an id or a name.\n',
  });
}, 60_000);

test('evidence that leaves its control open or refused is recorded, and ends in exit code 3', async () => {
  const submit = (decides: string) =>
    tell(
      folder.dir,
      'submit',
      caseId,
      'ON-4',
      '--set',
      'contact=Mina Roy',
      '--set',
      `decides=${decides}`,
      '--as',
      'procurement',
    );
  const refused = await submit('priorities');
  expect(refused).toMatchObject({
    code: 3,
    out: expect.stringMatching(/^Recorded as no\. \d+/),
    err: 'The evidence is recorded, but ON-4 is refused. The notes say why.\n',
  });
  expect(await submit('priorities,scope,acceptance')).toMatchObject({ code: 0, err: '' });
}, 60_000);

test('a trail that was exported is verified without a server; one changed letter is found', async () => {
  const file = join(folder.dir, 'trail.jsonl');
  expect((await tell(folder.dir, 'ledger', 'export', caseId, '--out', file)).code).toBe(0);
  expect(await tell(folder.dir, 'ledger', 'verify', '--file', file)).toMatchObject({ code: 0, err: '' });
  await writeFile(file, (await readFile(file, 'utf8')).replace('"Vetted."', '"Vetted!"'));
  const broken = await tell(folder.dir, 'ledger', 'verify', '--file', file);
  expect(broken.code).toBe(3);
  expect(broken.err).toMatch(/^The trail is broken at no\. \d+: /);
});

test('what it keeps belongs to its user alone', async () => {
  const { dir } = folder;
  // Papers and readings are put there by the tests.
  const names = (await readdir(dir, { recursive: true })).filter((name) => !/^postgres\/|\.(txt|csv|html)$/.test(name));
  expect(names).toEqual(expect.arrayContaining(['master.key', 'payload.key', 'temporal/temporal.sqlite', 'up.json']));
  const open: string[] = [];
  for (const name of names) if (((await stat(join(dir, name))).mode & 0o077) !== 0) open.push(name);
  expect(open).toEqual([]);
  // As root it lets the account of PostgreSQL through, and nobody look.
  expect((await stat(dir)).mode & 0o777).toBe(process.getuid?.() === 0 ? 0o711 : 0o700);
  const kept = await Promise.all(
    names.filter((name) => name.startsWith('temporal/temporal.sqlite')).map((name) => readFile(join(dir, name))),
  );
  const says = (words: string) => kept.some((bytes) => bytes.includes(words));
  expect([says('binary/encrypted'), says('Vetted.')]).toEqual([true, false]);
});

test('it answers to its own names alone, and serves no console unless it is asked to', async () => {
  const { apiUrl } = await running.ready();
  const { port } = new URL(apiUrl);
  const statusFor = (host: string) =>
    new Promise((resolve, reject) =>
      request({ host: '127.0.0.1', port, path: '/api', headers: { host } }, (response) => resolve(response.statusCode))
        .once('error', reject)
        .end(),
    );
  expect(
    await Promise.all([`127.0.0.1:${port}`, `localhost:${port}`, `rebound.example:${port}`].map(statusFor)),
  ).toEqual([200, 200, 421]);
  expect(JSON.parse(await readFile(join(folder.dir, 'up.json'), 'utf8'))).not.toHaveProperty('temporalUiUrl');
});

test('a setting that is wrong keeps it from starting', async () => {
  const env = { DRAWBRIDGE_BASE_URL: 'drawbridge.example' };
  const ran = await drawbridge(['up', '--data', join(folder.dir, 'other')], { env });
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toContain('DRAWBRIDGE_BASE_URL is wrong; it must be the http or https address');
});

test('a second one on the same data refuses in one sentence', async () => {
  const second = await startUp(folder.dir);
  expect(await second.ended()).toBe(1);
  const [line = ''] = second.said().trim().split('\n').slice(-1);
  expect(JSON.parse(line)).toEqual({
    error: { exitCode: 1, message: expect.stringMatching(/^Another drawbridge [^.]*runs on this data: [^.]*\.$/) },
  });
});

test('killed at once, it is started again and the case goes on', async () => {
  running.child.kill('SIGKILL');
  await running.ended();
  expect((await tell(folder.dir, 'case', 'list')).code).toBe(5);
  await startAgainAndSign('nda-2');
});

test.each([
  ['PostgreSQL', /postgres -D /, 'nda-3'],
  ['Temporal', /server start-dev/, 'nda-4'],
])(
  'when %s is killed it says so, ends, and the case goes on after a new start',
  async (_name, args, id) => {
    const { pid } = running.child;
    const server = (await descendantsOf(pid ?? 0)).find((one) => args.test(one.args));
    process.kill(server?.pid ?? 0, 'SIGKILL');
    expect(await running.ended()).toBe(1);
    expect(running.said()).toMatch(/ended|lost/);
    await startAgainAndSign(id);
  },
  120_000,
);

test('everything killed at once, the case goes on after a new start', async () => {
  const { pid } = running.child;
  const all = [{ pid: pid ?? 0 }, ...(await descendantsOf(pid ?? 0))];
  for (const one of all) {
    try {
      process.kill(one.pid, 'SIGKILL');
    } catch {
      // It ended with its parent already.
    }
  }
  await running.ended();
  await startAgainAndSign('nda-5');
});

test('Ctrl-C ends everything within five seconds, whatever is open, and leaves no process', async () => {
  const { pid } = running.child;
  const all = await descendantsOf(pid ?? 0);
  expect(all.length).toBeGreaterThan(2);
  const { port, host } = new URL((await running.ready()).apiUrl);
  const slow = connect(Number(port), '127.0.0.1').on('error', () => undefined);
  slow.write(
    `POST /api/cases HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{`,
  );
  const idle = connect(Number(port), '127.0.0.1').on('error', () => undefined);
  await new Promise((resolve) => idle.once('connect', resolve));
  const from = Date.now();
  running.child.kill('SIGINT');
  // As the terminal does it, and npm once more.
  running.child.kill('SIGINT');
  expect(await running.ended()).toBe(0);
  expect(Date.now() - from).toBeLessThan(5_500);
  await allGone(all.map((one) => one.pid));
  expect((await tell(folder.dir, 'case', 'list')).err).toContain('No drawbridge runs on this data.');
});
