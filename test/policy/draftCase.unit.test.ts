import { readFileSync } from 'node:fs';
import { parseCaseFile } from '../../policy/caseFile.js';
import { type DraftCase, draftCase } from '../../policy/draftCase.js';
import { loadPolicy, policyHash } from '../../policy/loadPolicy.js';
import { parsePolicy } from '../../policy/policyFile.js';

const TODAY = '2026-09-01';
const text = loadPolicy();
const parsed = parsePolicy(text);
if (!parsed.ok) throw new Error('The policy cannot be read.');
const policy = { policy: parsed.policy, hash: policyHash(text) };
const draft = (caseFile: string): DraftCase => draftCase(caseFile, policy, TODAY);
const whole = readFileSync('examples/cases/managed-team.yaml', 'utf8');

test('given nothing, then a plan that asks for the least, and everything that it takes is named', () => {
  const { value, assumed, plan, file } = draft('');
  expect(value).toBeUndefined();
  expect(assumed).toEqual(
    expect.arrayContaining(['title', 'startDate', 'vendor.country', 'vendor.contact.email', 'data.classes', 'model']),
  );
  expect(file.startDate).toBe(TODAY);
  expect(plan.controls['DP-1']?.applies).toBe(false);
});

test('given a whole file, then it stands as it is, and nothing is assumed', () => {
  const read = parseCaseFile(whole);
  const drafted = draft(whole);
  expect(drafted.assumed).toEqual([]);
  expect(read.ok && drafted.file).toEqual(read.ok && read.file);
  expect(drafted.plan.controls['DP-1']?.applies).toBe(true);
});

test('given answers one by one, then the plan grows with each that fits', () => {
  const { plan, assumed } = draft('data: { classes: [personal-data], euPersonalData: true, roles: { client: boss } }');
  expect(plan.controls['DP-1']?.applies).toBe(true);
  expect(assumed).not.toContain('data.classes');
});

test('given parts that are wrong, then they alone are replaced or left out', () => {
  const { file, assumed } = draft(`
title: Forecasts
startDate: soon
vendor: { name: Northwind, country: Poland }
client: { people: { legal: [{ name: A, email: a@x.example }, { name: B }], king: [] } }
sourcing: { approach: hybrid }
resources: [{ id: nowhere }, { provider: github, kind: repository, id: own/good, personalData: false }]`);
  expect(file).toMatchObject({ title: 'Forecasts', startDate: TODAY, vendor: { name: 'Northwind', country: 'DE' } });
  expect(file.client.people).toEqual({ legal: [{ name: 'A', email: 'a@x.example' }] });
  expect(file.resources).toEqual([{ provider: 'github', kind: 'repository', id: 'own/good', personalData: false }]);
  expect(file.sourcing).toBeUndefined();
  expect(assumed).toEqual(expect.arrayContaining(['startDate', 'vendor.country']));
});

test.each(['[1, 2]', 'title: [', '.nan', 'null', '7'])('given %s, then nothing of it is taken', (caseFile) => {
  expect(draft(caseFile).value).toBeUndefined();
});
