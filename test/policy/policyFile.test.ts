import { parsePolicy } from '../../policy/policyFile.js';
import { controlBlock, DEFAULT_TEXT, edited, faultsOf, withLine } from '../support/policy/policyText.js';

const CIRCLE = 'comes after itself; break the circle.';

describe('a policy file', () => {
  test('given the one that comes with Drawbridge, then it is right and warns of nothing', () => {
    expect(parsePolicy(DEFAULT_TEXT)).toMatchObject({ ok: true, warnings: [] });
  });

  test.each([
    ['nothing', '', ['1:1 The policy file is empty.']],
    [
      'a control of no catalogue',
      edited('  EM-1:', '  EM-9:'),
      [/^\d+:3 Unknown control EM-9; "drawbridge template evidence" lists the controls of this version/],
    ],
    [
      'a control by an inherited name',
      edited('  EM-1:', '  constructor:'),
      [/^\d+:3 Unknown control constructor; "drawbridge template evidence"/],
    ],
    ['a key that would vanish', edited('  EM-1:', '  __proto__:'), [/^\d+:3 __proto__ is not a field here; remove it/]],
    ['an unknown key', withLine('ON-1', 'blocks: true'), [/controls\.ON-1\.blocks is not a field here/]],
    [
      'no owner',
      edited(/(EM-1:\n.*\n.*\n) {4}owner: .*\n/, '$1'),
      [/controls\.EM-1\.owner is missing; it has to be one of/],
    ],
    [
      'two ways to bind',
      edited('binds: { track: 1 }', 'binds: { track: 1, gate: [work] }'),
      [/controls\.ON-1\.binds\.\w+ is not a field here/],
    ],
    [
      'no way to bind',
      edited('binds: { track: 1 }', 'binds: {}'),
      [/controls\.ON-1\.binds has none of the forms that are taken here; say one of gate, dealBreaker, track/],
    ],
    [
      'a day that never comes',
      edited('binds: { track: 1 }', 'binds: { track: 0 }'),
      [/track is too small; the least is 1/],
    ],
    ['no votes', edited('role: legal, quorum: 1', 'role: legal, quorum: 0'), [/quorum is too small; the least is 1/]],
    ['a decider without a role', edited('role: legal, quorum: 1', 'quorum: 1'), [/deciders\[0\]\.role is missing/]],
    [
      'a decider of the vendor',
      edited('role: legal, quorum: 1', 'role: vendor-contact, quorum: 1'),
      [/role is the text "vendor-contact"; it has to be one of procurement/],
    ],
    [
      'the same decider twice',
      edited('[{ role: legal, quorum: 1 }]', '[{ role: legal, quorum: 1 }, { role: legal, quorum: 1 }]'),
      ['17:44 legal decides contract twice; raise the quorum instead.'],
    ],
    [
      'a circle of stages',
      edited('id: evaluate\n    after: []', 'id: evaluate\n    after: [people]'),
      [/evaluate comes after itself/, /people comes after itself/].map(
        (r) => new RegExp(`${r.source}; break the circle`),
      ),
    ],
    [
      'a stage of no case',
      edited('after: [work]', 'after: [party]'),
      [/after\[0\] is the text "party"; it has to be one of/],
    ],
    [
      'a stage left out',
      edited(/ {2}- id: knowledge-transfer\n(?: {4}.*\n)+/, ''),
      [/The stage knowledge-transfer is missing/],
    ],
    [
      'a control that waits for its own consequence',
      edited('IP-3:\n    stage: contract\n    behind: [evaluate]', 'IP-3:\n    stage: contract\n    behind: [work]'),
      [/IP-3 belongs to contract and would wait for work, which opens no earlier/],
    ],
    [
      'a number without a source',
      edited(
        "minimumCriteria: { value: 1, source: 'House rule: an outcome with no criterion cannot be accepted' }",
        'minimumCriteria: { value: 1 }',
      ),
      [/minimumCriteria\.source is missing; it has to be a text/],
    ],
    [
      'a number out of range',
      edited('validMonths: { value: 12', 'validMonths: { value: -1'),
      [/validMonths\.value is too small/],
    ],
    [
      'a retry without a pause',
      edited('effectRetryMinutes: { value: 5', 'effectRetryMinutes: { value: 0'),
      [/the least is 1/],
    ],
    [
      'a number that is none',
      edited('taskHours: { value: 16', 'taskHours: { value: .nan'),
      [/numbers\.taskHours\.value/],
    ],
    [
      'a number left out',
      edited(/ {6}seniorYears: .*\n/, '      other: { value: 1, source: none }\n'),
      [/KP-5 needs the number seniorYears with its source/, /KP-5 reads no number other; remove it/],
    ],
    [
      'a meeting without grace',
      edited(/(meeting: week.*\n.*\n) {4}graceHours: 8\n/, '$1'),
      [/CA-2 is a meeting and needs graceHours/],
    ],
    [
      'a path that some intakes leave empty',
      edited(controlBlock('SA-1'), ''),
      [/The path attestation has only SA-2, SA-3, which some intakes bar/, /only SA-2, SA-3, which/],
    ],
    [
      'alternatives in two stages',
      edited(/(SA-3:\n) {4}stage: attestation/, '$1    stage: contract'),
      [
        /SA-1 and SA-3 share the path attestation/,
        /SA-2 and SA-3 share the path attestation/,
        /SA-3 and SA-1 share the path attestation/,
      ],
    ],
    [
      'a score above the scale',
      edited(/minimumScore: \{ value: 3/, 'minimumScore: { value: 5'),
      [/PE-5 is scored from 0 to 4; nothing could reach 5/],
    ],
    [
      'a threshold above the scale',
      edited('threshold: { value: 60', 'threshold: { value: 101'),
      [/PE-6 is measured by a weighted score from 0 to 100; nothing could reach 101/],
    ],
    [
      'more than all of it',
      edited('tolerancePercent: { value: 5', 'tolerancePercent: { value: 500'),
      [/tolerancePercent is measured in percent; 500 is more than 100/],
    ],
    [
      'a day of 25 hours',
      edited('minimumSharedHours: { value: 3', 'minimumSharedHours: { value: 25'),
      [/minimumSharedHours is measured in hours of a day; 25 is more than 24/],
    ],
    [
      'a range that ends before it begins',
      edited(/inHouseLowUsd: \{ value: \d+/, 'inHouseLowUsd: { value: 999999'),
      [/inHouseLowUsd is 999999, more than inHouseHighUsd, \d+; exchange them/],
    ],
    ['no access profile', edited(/accessProfiles:\n(?: {2}.*\n)+/, 'accessProfiles: {}\n'), [/name at least one/]],
  ])('given %s, then one sentence says where and what would be right', (_what, text, expected) => {
    const faults = faultsOf(text);
    expect(faults).toHaveLength(expected.length);
    expected.forEach((sentence, i) => void expect(faults[i]).toMatch(sentence));
  });

  test('given a longer circle, then every stage in it is named', () => {
    const faults = faultsOf(edited('id: people\n    after: [evaluate]', 'id: people\n    after: [work]'));
    expect(faults.filter((f) => f.includes(CIRCLE)).map((f) => /stage (\S+)/.exec(f)?.[1])).toEqual([
      'people',
      'working-agreement',
      'work',
    ]);
  });
});

describe('warnings of a policy', () => {
  const warningsOf = (text: string): string[] => {
    const read = parsePolicy(text);
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    return read.warnings.map((w) => w.message);
  };

  test('given a control left out, then it is said and the policy is used', () => {
    expect(warningsOf(edited(controlBlock('KT-2'), ''))).toEqual([
      expect.stringMatching(/^KT-2 \(.+\) is not in force\.$/),
    ]);
  });

  test('given no decider at any stage, then it is said that every gate opens by itself', () => {
    const text = DEFAULT_TEXT.replaceAll(/deciders: \[.*\]/g, 'deciders: []');
    expect(warningsOf(text)).toEqual(['No stage has deciders, so every gate opens by itself.']);
  });

  test('given a profile that grants admin, then DC-1 is named', () => {
    expect(warningsOf(edited('github: maintain', 'github: admin'))).toEqual([
      'The profile maintainer lets people administer, which DC-1 refuses.',
    ]);
  });

  test('given a decider who supplies what the gate decides, then a second person is asked for', () => {
    expect(
      warningsOf(edited('{ role: engineering-manager, quorum: 1 }]\n', '{ role: procurement, quorum: 1 }]\n')),
    ).toEqual([
      'procurement supplies SU-1, SU-4, EM-2, PE-1, PE-4, PE-5, PE-6, SC-1 and decides evaluate; it takes a second person, since nobody decides what they supplied.',
    ]);
  });
});

describe('a text that is no policy', () => {
  test.each([
    ['ten megabytes', `name: ${'x'.repeat(10_000_000)}`, /^1:1 The policy file has 10000006 bytes/],
    ['brackets without end', '['.repeat(100_000), /nested too deeply/],
    ['a circle of aliases', `name: &a [*a]\n`, /holds more than 10000 values/],
    ['a lone surrogate', `name: "\ud800"\n`, /U\+D800 is not taken here/],
    ['a tab', DEFAULT_TEXT.replace('  SU-1', '\tSU-1'), /indented by a tab/],
    ['two documents', `${DEFAULT_TEXT}---\nname: x\n`, /holds more than one document/],
  ])('given %s, then one sentence', (_what, text, sentence) => {
    expect(faultsOf(text)[0]).toMatch(sentence);
  });
});
