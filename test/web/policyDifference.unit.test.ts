import { policyPageOf } from '../../api/console/policyPage.js';
import { loadPolicy } from '../../policy/loadPolicy.js';
import { parsePolicy } from '../../policy/policyFile.js';
import { differenceOf } from '../../web/screens/policy/difference.js';

const OWN = loadPolicy();
const page = (text: string) => {
  const read = parsePolicy(text);
  if (!read.ok) throw new Error(read.faults[0]?.message);
  return policyPageOf({ policy: read.policy, hash: 'a'.repeat(64) });
};
const after = (...changes: [string | RegExp, string][]) =>
  differenceOf(page(OWN), page(changes.reduce((text, [from, to]) => text.replace(from, to), OWN)));

test('a policy does not differ from itself, and its name is no difference', () => {
  expect(after(['name: default', 'name: ours'])).toEqual([]);
});

test('gates, numbers, bindings and profiles that differ are told, part by part', () => {
  expect(
    after(
      [
        'deciders: [{ role: legal, quorum: 1 }]',
        'deciders: [{ role: legal, quorum: 2 }, { role: privacy, quorum: 1 }]',
      ],
      ['binds: { track: 5 }', 'binds: { track: 7 }'],
      ['minimumScore: { value: 2,', 'minimumScore: { value: 4,'],
      ['taskHours: { value: 16,', 'taskHours: { value: 8,'],
    ),
  ).toEqual([
    { part: 'Gates', where: 'contract: decided by', before: 'legal', after: '2 × legal and privacy' },
    {
      part: 'Controls',
      where: expect.stringMatching(/^EM-3 .*: how it binds$/),
      before: 'due on day 5',
      after: 'due on day 7',
    },
    {
      part: 'Controls',
      where: expect.stringMatching(/^PE-1 .*: number minimumScore$/),
      before: 'score of at least 2',
      after: 'score of at least 4',
    },
    {
      part: 'Numbers',
      where: 'taskHours',
      before: 'Business hours to answer a task without a due day: 16',
      after: 'Business hours to answer a task without a due day: 8',
    },
  ]);
});

test('a control that falls away is told as a whole, and once', () => {
  expect(after([/ {2}SU-6:\n(?: {4}.*\n)+/, ''])).toEqual([
    { part: 'Controls', where: expect.stringMatching(/^SU-6 /), before: 'advises; supplied by procurement' },
  ]);
});
