import { BOUNDS } from '../../policy/boundedYaml.js';
import { parseCaseFile } from '../../policy/caseFile.js';
import { parsePolicy } from '../../policy/policyFile.js';
import { limitMs, measured } from '../support/cpu.js';
import { ANYTHING } from '../support/policy/anything.js';
import { CASE_TEXT } from '../support/policy/caseText.js';
import { DEFAULT_TEXT } from '../support/policy/policyText.js';

const limit = limitMs();

/** A policy that is as large as one may be, and cannot be used. */
const STRANGE: readonly (readonly [string, string])[] = [
  ['unknown controls', `${DEFAULT_TEXT}\n${Array.from({ length: 3_000 }, (_, i) => `k${i}: v`).join('\n')}`],
  [
    'profiles that nobody can list',
    DEFAULT_TEXT.replace(
      'accessProfiles:\n',
      `accessProfiles:\n${Array.from({ length: 2_500 }, (_, i) => `  p${i}: { gives: { github: pull }, maxDays: 1 }`).join('\n')}\n`,
    ),
  ],
];

test.each([...ANYTHING, ...STRANGE])(
  'given %s as a policy, then it is refused within the bound',
  async (_what, text) => {
    const { ms, value: read } = await measured(() => parsePolicy(text));
    expect(ms).toBeLessThan(limit);
    expect(read).toMatchObject({
      ok: false,
      faults: expect.arrayContaining([
        { line: expect.any(Number), column: expect.any(Number), path: expect.any(String), message: expect.any(String) },
      ]),
    });
    expect(JSON.stringify(read).length).toBeLessThan(200_000);
  },
);

test.each(ANYTHING)('given %s as a case file, then it is refused within the bound', async (_what, text) => {
  const { ms, value: read } = await measured(() => parseCaseFile(text));
  expect(ms).toBeLessThan(limit);
  expect(read).toMatchObject({ ok: false });
});

test('given a key that stands twice, or would vanish, then its place is told however many others there are', () => {
  const many = Array.from({ length: 4_000 }, (_, i) => `k${i}: v`).join('\n');
  for (const [last, sentence] of [
    ['k7: v', /second time/],
    ['__proto__: v', /__proto__ is not a field/],
    ['"\\u202e": v', /U\+202E is not taken/],
    ['x: "\\x1b[31m"', /U\+001B is not taken/],
  ] as const)
    expect(parsePolicy(`${many}\n${last}\n`)).toMatchObject({
      ok: false,
      faults: [{ line: 4001, message: expect.stringMatching(sentence) }],
    });
});

test('given the largest case file that may be, then it is read', () => {
  const engineer = (i: number) =>
    `  - { id: e${i}, name: Ada Kowal, email: e${i}@wisla.example, accounts: { github: e${i} }, country: PL, jobRole: ML engineer, needs: [${Array.from({ length: 20 }, (_, n) => `{ resource: "data:d${n}", profile: reader, task: "${'x'.repeat(150)}" }`).join(', ')}] }`;
  const text = CASE_TEXT.replace(
    /engineers:\n[\s\S]*$/,
    `engineers:\n${Array.from({ length: 50 }, (_, i) => engineer(i)).join('\n')}\n`,
  );
  const faults = (() => {
    const read = parseCaseFile(text);
    return read.ok ? [] : read.faults.map(({ message }) => message);
  })();
  // Its size is no fault; that no such data set is listed is one.
  expect(faults[0]).toMatch(/is nothing that this case gives access to/);
  expect(Buffer.byteLength(text)).toBeLessThan(BOUNDS.bytes);
});
