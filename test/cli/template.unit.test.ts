import { parse } from 'yaml';
import { z } from 'zod';
import { caseTemplate } from '../../cli/lib/caseTemplate.js';
import { formFromFile } from '../../cli/lib/formInput.js';
import { evidenceTemplate } from '../../cli/lib/formTemplate.js';
import { formFaults } from '../../domain/controls/form.js';
import { CONTROLS } from '../../domain/controls/index.js';
import { parseCaseFile } from '../../policy/caseFile.js';
import { caseFileJsonSchema } from '../../policy/schemas.js';
import { checkCase } from '../../presentation/plan/caseCheck.js';
import { loadPolicyWork } from '../../workers/policyWork.js';

const PROFILES = ['reader', 'contributor'];

/** What a person writes in each blank of the case file, in the order of the file. */
const CASE_ANSWERS: [RegExp, string][] = [
  [/^title:/m, 'title: Forecasts'],
  [/^startDate:/m, 'startDate: 2026-09-01'],
  [/(vendor:\n {2}name:)/, '$1 Baltyk AI'],
  [/( {2}country:)( +# two)/, '$1 PL$2'],
  [/( {2}timeZone:)( +# such)/, '$1 Europe/Warsaw$2'],
  [/( {2}holidays:)( +# whose)/, '$1 PL$2'],
  [/contact: \{ name: , email: \}/, 'contact: { name: Marta, email: marta@baltyk.example }'],
  [
    /client:\n {2}name:\n( {2}# country:.*\n) {2}timeZone:\n {2}holidays:/,
    'client:\n  name: Meridian\n$1  timeZone: UTC\n  holidays: DE',
  ],
  [/^( {2}statement:)/m, '$1 Dispatchers can rely on forecasts.'],
  [/criterion: , measure: /, 'criterion: Right, measure: 90 % on the test weeks '],
  [/classes: \[\]/, 'classes: [source-code]'],
  [/( {2}euPersonalData:)/, '$1 false'],
  [/( {2}euMarket:)/, '$1 true'],
  [/(mlLeadership:)/, '$1 some'],
  [/(managementTime:)/, '$1 limited'],
  [/(skillGap:)/, '$1 several-gaps'],
  [/(urgency:)/, '$1 weeks'],
  [/( {2}scope:)/, '$1 open'],
  [/(requirements:)/, '$1 moving'],
  [/^(model:)/m, '$1 managed-team'],
  [/(currentSoc2Required:)/, '$1 false'],
  [/id: , personalData: \}/, 'id: meridian/eta-model, personalData: false }'],
  [/^( {2}- id:)( +# short)/m, '$1 lea$2'],
  [
    /( {2}- id: lea.*\n {4}name:)\n {4}email:\n( {4}accounts:.*\n {6}github:)/,
    '$1 Eleanor Nowak\n    email: lea@baltyk.example\n$2 lea-n',
  ],
  [/( {4}country:)\n {4}jobRole:/, '$1 PL\n    jobRole: ML engineer'],
  [/resource: , profile: , task: /, 'resource: github:meridian/eta-model, profile: contributor, task: Builds it '],
];

function filledIn(): string {
  let [text, person] = [caseTemplate(PROFILES), 0];
  for (const [blank, answer] of CASE_ANSWERS) {
    if (!blank.test(text)) throw new Error(`There is no ${String(blank)} in the template.`);
    text = text.replace(blank, answer);
  }
  return text.replaceAll(/^( {6}- )\{ name: , email: \}/gm, (_, dash: string) => {
    person += 1;
    return `${dash}{ name: Person ${person}, email: p${person}@meridian.example }`;
  });
}

/** Every key of the JSON Schema of a case file. */
function keysOf(schema: unknown): string[] {
  const read = z
    .looseObject({ properties: z.record(z.string(), z.unknown()).optional(), items: z.unknown().optional() })
    .safeParse(schema);
  if (!read.success) return [];
  const { properties = {}, items } = read.data;
  return [...Object.entries(properties).flatMap(([key, inner]) => [key, ...keysOf(inner)]), ...keysOf(items)];
}

describe('a case file to fill in', () => {
  test('given the schema of case files, then the template has every field of it', () => {
    const template = caseTemplate(PROFILES);
    const missing = keysOf(caseFileJsonSchema()).filter((key) => !new RegExp(`\\b${key}:`).test(template));
    expect(missing).toEqual([]);
  });

  test('given every blank filled in, when it is checked, then it fits the policy and says who decides', () => {
    const text = filledIn();
    const parsed = parseCaseFile(text);
    const read = loadPolicyWork().reader.read(text);
    if (!parsed.ok || !read.ok) throw new Error(JSON.stringify([parsed, read]));
    const { gates, warnings, duties } = checkCase(parsed.file, read.compile((email) => email).plan, '2026-09-02');
    expect(gates.find(({ stage }) => stage === 'contract')).toEqual({
      stage: 'contract',
      rule: 'legal',
      people: ['Person 3'],
      hours: expect.any(Number),
      escalatesTo: 'executive',
    });
    expect(duties.find(({ control }) => control === 'SU-2')).toMatchObject({ advice: true });
    expect(duties.flatMap(({ advice, gate }) => (advice && gate !== undefined ? [gate] : []))).toEqual([]);
    expect(warnings).toEqual([
      'Day 1 is 2026-09-01, which has passed: some tasks will be late as soon as the case is open.',
      'client.country is left out; DE is taken from its holidays.',
    ]);
  });

  test('given a rate of an hour and one person who decides everything, when it is checked, then both are asked about', () => {
    const text = filledIn();
    const parsed = parseCaseFile(text);
    const read = loadPolicyWork().reader.read(text);
    if (!parsed.ok || !read.ok) throw new Error(JSON.stringify([parsed, read]));
    const { file } = parsed;
    const [one] = file.client.people.legal ?? [];
    if (one === undefined) throw new Error('The file names nobody as legal.');
    const people = Object.fromEntries(Object.keys(file.client.people).map((role) => [role, [one]]));
    const odd = { ...file, monthlyRateUsd: 120, client: { ...file.client, people } };
    expect(checkCase(odd, read.compile((email) => email).plan, file.startDate).warnings).toEqual([
      'USD 120 per engineer and month is very little. Is it the price of a day or an hour?',
      `${one.name} alone would decide at every gate. Name others, since nobody decides what they supply (AU-2).`,
      'client.country is left out; DE is taken from its holidays.',
    ]);
  });

  test('given nothing filled in, when it is checked, then every blank is named with its line', () => {
    const parsed = parseCaseFile(caseTemplate(PROFILES));
    const faults = parsed.ok ? [] : parsed.faults.map(({ path }) => path);
    expect(faults).toEqual(
      expect.arrayContaining(['title', 'startDate', 'vendor.name', 'client.people.legal[0].email', 'engineers[0].id']),
    );
  });
});

/** A right answer by what the template says of the question. */
function answerTo(hint: string): string {
  const [, least] = /at least (\d+)/.exec(hint) ?? [];
  const [, first] = /^(?:one of|list out of) ([^,]+)/.exec(hint) ?? [];
  if (hint.startsWith('list out of')) return `[${first}]`;
  if (first !== undefined) return first;
  if (hint === 'true or false') return 'true';
  if (/number/.test(hint)) return least ?? '1';
  if (hint === 'YYYY-MM-DD') return "'2026-09-01'";
  if (hint.startsWith('country by its two letters')) return 'PL';
  if (hint.startsWith('https')) return 'https://example.org';
  if (hint.startsWith('SHA-256')) return 'ab'.repeat(32);
  const [, most] = /up to (\d+)/.exec(hint) ?? [];
  return 'lea'.slice(0, Number(most ?? 3));
}

describe('the evidence form of every control', () => {
  const forms = Object.values(CONTROLS).flatMap((control) =>
    control.form === null ? [] : [{ ...control, form: control.form }],
  );
  const policy = { name: 'ours', version: '1', numbers: { maxAgeDays: { value: 90, source: 'House rule.' } } };

  test('given each answered as it says, when it is read, then it has no fault', () => {
    const wrong = forms.flatMap((control) => {
      const text = evidenceTemplate(control, policy).replaceAll(
        /^(\s*\w+): # (.*)$/gm,
        (_, name: string, hint: string) => `${name}: ${answerTo(hint)}`,
      );
      const faults = formFaults(control.form, formFromFile(text, 'form.yaml').form);
      return faults.length === 0 ? [] : [[control.id, faults]];
    });
    expect(wrong).toEqual([]);
  });

  test('given blanks, when it is read, then they are missing, and optional ones are not asked for', () => {
    const [control] = forms.filter(({ id }) => id === 'IP-1');
    if (control === undefined) throw new Error('IP-1 has a form.');
    const { form } = formFromFile(evidenceTemplate(control, policy), 'form.yaml');
    expect(form).toEqual({});
    const required = Object.entries(control.form).filter(([, { optional }]) => !optional);
    expect(formFaults(control.form, form).map(({ path, said }) => [path, said.code])).toEqual(
      required.map(([name]) => [name, 'form.missing']),
    );
  });

  test('given numbers of the policy, then they stand above the questions with their source', () => {
    const [control] = forms.filter(({ id }) => id === 'IP-1');
    if (control === undefined) throw new Error('IP-1 has a form.');
    expect(evidenceTemplate(control, policy).split('\n').slice(0, 5)).toEqual([
      '# IP-1: Work made for hire and a present assignment of all IP rights',
      '# Submitted by: vendor-contact, procurement',
      '# Numbers of the policy ours 1:',
      '#   max age days: 90 (House rule.)',
      '',
    ]);
    expect(Object.keys(parse(evidenceTemplate(control, policy)))).toEqual(Object.keys(control.form));
  });
});
