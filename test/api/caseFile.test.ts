import { readFileSync } from 'node:fs';
import { checkedCase } from '../../contract/caseFile.js';
import { caseFileJsonSchema } from '../../policy/schemas.js';
import { loadPolicyWork } from '../../workers/policyWork.js';
import { startApi, type TestApi } from '../support/api/harness.js';

const WHOLE = readFileSync('examples/cases/managed-team.yaml', 'utf8').replace('2026-09-01', '2099-09-01');

let api: TestApi;
let token: string;
beforeAll(async () => {
  api = await startApi({}, undefined, { policy: loadPolicyWork().reader });
  token = await api.tokenFor('procurement', 'petra.lang@meridian.example');
});
afterAll(() => api?.close());

const check = async (caseFile: unknown, as = token) => {
  const { status, body } = await api.post('/api/case-file/check', as, { caseFile });
  expect(status).toBe(200);
  return checkedCase.parse(body);
};

test('the form is the one that the command line prints', async () => {
  const { body } = await api.get('/api/case-file/schema', token);
  expect(body).toEqual(JSON.parse(JSON.stringify(caseFileJsonSchema())));
});

test('given a whole file as YAML, then its fields, no fault, who decides and why each control applies', async () => {
  const { file, faults, assumed, gates, duties, notApplying, profiles } = await check(WHOLE);
  expect({ faults, assumed }).toEqual({ faults: [], assumed: [] });
  expect(file).toMatchObject({ title: 'Delivery-time forecasts', vendor: { contact: { name: 'Marta Zielińska' } } });
  expect(gates.find(({ stage }) => stage === 'data-protection')).toEqual({
    stage: 'data-protection',
    rule: 'privacy',
    people: ['Ines Maurer'],
    hours: 16,
    escalatesTo: 'executive',
  });
  expect(duties.find(({ control }) => control === 'DP-1')?.why).not.toBe('');
  expect(notApplying.every(({ why }) => why !== '')).toBe(true);
  expect(profiles).toContain('contributor');
});

test('given a file that is not finished, then a plan all the same, and each fault at its field', async () => {
  const { faults, assumed, gates, model, warnings } = await check({
    title: 'Forecasts',
    vendor: { country: 'Poland' },
  });
  expect(warnings).toEqual([]);
  expect(faults).toEqual(
    expect.arrayContaining([expect.objectContaining({ path: 'vendor.country', line: expect.any(Number) })]),
  );
  expect(assumed).toContain('model');
  expect(gates.length).toBeGreaterThan(5);
  expect(model.reasons).not.toEqual([]);
});

test('given YAML that cannot be read, then the line, and no fields', async () => {
  const { file, faults } = await check('title: x\n\tvendor: y');
  expect(file).toBeUndefined();
  expect(faults).toEqual([expect.objectContaining({ line: 2 })]);
});

test('given a role that nobody has and a price of an hour, then both are warned of', async () => {
  const { faults, warnings } = await check(WHOLE.replace('13500', '120').replace(/ {4}executive: .*\n/, ''));
  expect(faults).toEqual([]);
  expect(warnings.join('\n')).toMatch(/USD 120/);
  expect(warnings.join('\n')).toMatch(/executive/);
});

test('nothing of a check is kept; a vendor with a case is known, but not to a token for one case', async () => {
  const before = await check(WHOLE);
  expect(before.vendorKnown).toBeUndefined();
  expect((await api.get('/api/cases', token)).body).toEqual({ rows: [] });
  const { caseId } = Object((await api.post('/api/cases', token, { caseFile: WHOLE })).body);
  expect((await check(WHOLE.replace('Bałtyk AI', 'BAŁTYK AI'))).vendorKnown).toEqual({
    vendor: 'BAŁTYK AI',
    cases: 1,
  });
  const narrow = await api.tokenFor('procurement', 'petra.lang@meridian.example', caseId);
  expect((await check(WHOLE, narrow)).vendorKnown).toBeUndefined();
});

test('given a policy that cannot be read, then that is the fault', async () => {
  const { status, body } = await api.post('/api/case-file/check', token, { caseFile: WHOLE, policy: 'no' });
  expect({ status, body }).toMatchObject({ status: 400, body: { code: 'Malformed' } });
});

test.each(['legal', 'vendor-contact', 'engineer', 'operator'] as const)(
  '%s opens no case, and checks none',
  async (role) => {
    const other = await api.tokenFor(role, `${role}@meridian.example`);
    expect((await api.post('/api/case-file/check', other, { caseFile: WHOLE })).status).toBe(403);
    expect((await api.get('/api/case-file/schema', other)).status).toBe(403);
  },
);
