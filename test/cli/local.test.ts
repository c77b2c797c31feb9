import { fileURLToPath } from 'node:url';
import { drawbridge } from '../support/cli/cli.js';

const CASE_FILE = fileURLToPath(new URL('../support/cli/case.yaml', import.meta.url));
const POLICY = fileURLToPath(new URL('../../policy/default.yaml', import.meta.url));

test('the policy that comes along can be used', async () => {
  expect(await drawbridge(['policy', 'check', POLICY])).toEqual({
    code: 0,
    out: `Good: ${POLICY} can be used.\n`,
    err: '',
  });
});

test('a fault in a policy is told with file, line and column', async () => {
  const ran = await drawbridge(['policy', 'check', '-'], { input: 'name: x\nversion: [\n' });
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toMatch(/^- has .*:\n {2}-:\d+:\d+ /);
});

test('a case is explained under the policy, without a server', async () => {
  const words = await drawbridge(['policy', 'explain', '--case', CASE_FILE]);
  expect(words).toMatchObject({ code: 0, err: '' });
  expect(words.out).toContain('Engagement model: managed-team is recommended');
  expect(words.out).toContain(
    'does not apply: The work involves no personal data, or none of people in the EU or of a party established',
  );
  const { out } = await drawbridge(['policy', 'explain', '--case', CASE_FILE, '--json']);
  expect(JSON.parse(out)).toMatchObject({ model: { recommended: 'managed-team' } });
});

test('a fault in a case file is told with file, line and column', async () => {
  const ran = await drawbridge(['policy', 'explain', '--case', POLICY]);
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toContain(`  ${POLICY}:`);
});

test('a fault in a scenario is told with file, line and column, before any server is started', async () => {
  const ran = await drawbridge(['rehearse', POLICY]);
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toMatch(/default\.yaml:\d+:\d+ title is missing; it has to be a text\./);
});

test.each(['case', 'policy'])('the form of a %s file is a JSON Schema', async (what) => {
  const { code, out } = await drawbridge(['schema', what]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ $schema: expect.any(String), type: 'object' });
});

test('the form of a control is YAML to fill in, or a JSON Schema', async () => {
  const yaml = await drawbridge(['template', 'evidence', 'ip-1']);
  expect(yaml).toMatchObject({ code: 0, err: '' });
  expect(yaml.out).toMatch(/^workMadeForHire: # true or false$/m);
  const { out } = await drawbridge(['schema', 'evidence', 'IP-1']);
  expect(JSON.parse(out)).toMatchObject({ type: 'object' });
  expect(await drawbridge(['template', 'evidence', 'XX-1'])).toEqual({
    code: 4,
    out: '',
    err: 'Unknown control "XX-1".\nList them with: drawbridge template evidence\n',
  });
});

test('a case file is checked without a server: who decides, who submits, by when; a blank one names its blanks', async () => {
  const good = await drawbridge(['case', 'check', CASE_FILE]);
  expect(good).toMatchObject({ code: 0, err: '' });
  expect(good.out).toContain('Nothing was opened.');
  expect(good.out).toMatch(/^contract +legal: Lena Hart +\d+ business hours +executive/m);
  const { out: blank } = await drawbridge(['template', 'case']);
  const faulty = await drawbridge(['case', 'check', '-'], { input: blank });
  expect(faulty).toMatchObject({ code: 2, out: '' });
  expect(faulty.err).toMatch(/^ {2}-:\d+:\d+ title /m);
});

test('what is no export is not verified', async () => {
  const ran = await drawbridge(['ledger', 'verify', '--file', POLICY]);
  expect(ran).toMatchObject({ code: 3, out: '' });
  expect(ran.err).toMatch(/^The trail is broken at no\. 0: The first line is not the header/);
});

test('a process of production does not start on wrong settings, and names them without their values', async () => {
  const ran = await drawbridge(['worker'], { env: { DATABASE_URL: 'mysql://user:secret@host/db' } });
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toContain('DATABASE_URL is wrong; it must be postgres://');
  expect(ran.err).toContain('TEMPORAL_ADDRESS is not set');
  expect(ran.err).not.toContain('secret');
});

test('a database that is away is a service that cannot be reached', async () => {
  const ran = await drawbridge(['migrate'], { env: { DATABASE_URL: 'postgres://u:p@127.0.0.1:1/db' } });
  expect(ran).toEqual({ code: 5, out: '', err: 'The database cannot be reached.\n' });
});
