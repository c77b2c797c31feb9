import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { COMMANDS, isCommandType, kebab } from '../../contract/commands.js';
import { loadPolicyWork } from '../../workers/policyWork.js';
import { startApi, type TestApi } from '../support/api/harness.js';
import { routesOf } from '../support/api/routes.js';
import { replaced, sampleBody, wordsIn } from '../support/contract/leaves.js';
import { limitMs, measured } from '../support/cpu.js';
import { ANYTHING } from '../support/policy/anything.js';

const limit = limitMs();
const SIZE = 512_000;
const read = (path: string): string => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');

let api: TestApi;
let caseId: string;
let procurement: string;
let engineer: string;
beforeAll(async () => {
  api = await startApi({ requestsPerMinute: 1_000_000 }, undefined, {
    policy: loadPolicyWork(read('../cluster/lean.yaml')).reader,
  });
  procurement = await api.tokenFor('procurement', 'procurement@northwind.example');
  const files = { caseFile: read('../support/cli/case.yaml') };
  const opened = await api.post('/api/cases', procurement, files);
  if (opened.status !== 201) throw new Error(opened.text);
  caseId = String(Object(opened.body).caseId);
  engineer = await api.tokenFor('engineer', 'ada@wisla.example', caseId);
});
afterAll(() => api?.close());

/** What an answer costs, and that it is a refusal in few words. */
async function refused(at: string, token: string, body: string, type: string): Promise<void> {
  const { ms, value } = await measured(() => api.post(at, token, body, { 'content-type': type }));
  expect({ at, ms: ms < limit || ms }).toEqual({ at, ms: true });
  expect([400, 403, 404, 409, 413, 415, 422, 429]).toContain(value.status);
  expect(value.text.length).toBeLessThan(20_000);
}

test.each(ANYTHING)(
  'given %s as a file, then every route that reads one is done with it in time',
  async (_what, text) => {
    await refused('/api/cases', procurement, text, 'application/yaml');
    await refused(`/api/cases/${caseId}/policy/difference`, procurement, text, 'application/yaml');
    const proposal = JSON.stringify({ policy: text, reason: 'why' });
    for (const token of [procurement, engineer])
      await refused(`/api/cases/${caseId}/commands/propose-policy`, token, proposal, 'application/json');
  },
);

const JSONS: readonly (readonly [string, string])[] = [
  ['a list of numbers', `[${'1,'.repeat(SIZE / 2)}1]`],
  ['lists in lists', '['.repeat(SIZE)],
  ['lists in lists that end', `${'['.repeat(SIZE / 2)}${']'.repeat(SIZE / 2)}`],
  ['groups in groups', `${'{"a":'.repeat(SIZE / 6)}1${'}'.repeat(SIZE / 6)}`],
  ['many keys', `{${Array.from({ length: 40_000 }, (_, i) => `"k${i}":1`).join(',')}}`],
  ['few enough keys', `{${Array.from({ length: 9_000 }, (_, i) => `"key number ${i}":1`).join(',')}}`],
  ['one long text', `{"reason":"${'x'.repeat(SIZE)}"}`],
  [
    'a form of many answers',
    `{"control":"IP-1","form":{${Array.from({ length: 9_000 }, (_, i) => `"k${i}":[]`).join(',')}}}`,
  ],
  ['no JSON', 'x'.repeat(SIZE)],
];

test.each(JSONS)('given %s as a body, then every route that takes one is done with it in time', async (_what, body) => {
  for (const { path, method, requestBody } of await routesOf(api)) {
    if (method !== 'POST' || requestBody?.content['application/json'] === undefined) continue;
    const at = path.replace('{caseId}', caseId);
    const roleless = path.includes('/commands/') ? engineer : procurement;
    await refused(at, roleless, body, 'application/json');
  }
});

test.each(Object.keys(COMMANDS).filter(isCommandType))(
  '%s: given a text without end in any field, then it is refused in time',
  async (type) => {
    const { body } = COMMANDS[type];
    const sample = sampleBody(body, { email: 'a@b.example' });
    for (const place of wordsIn(body))
      for (const text of ['x'.repeat(SIZE), `a@${'.'.repeat(SIZE)},`, `a/${'a-'.repeat(SIZE / 2)}!`])
        await refused(
          `/api/cases/${caseId}/commands/${kebab(type)}`,
          engineer,
          JSON.stringify(replaced(sample, place, text)),
          'application/json',
        );
  },
);
