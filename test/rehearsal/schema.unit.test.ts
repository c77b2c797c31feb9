import { parseScenario } from '../../rehearsal/schema.js';

const GOOD = `title: A short one
case: ../cases/small-team.yaml
steps:
  - at: day 1 09:00
    as: legal
    do: { send-paper: { paper: nda } }
  - expect: { gate: { contract: open } }
`;

const world = (act: string): string => `${GOOD}  - world: { ${act} }\n`;

const faultsOf = (text: string): string[] => {
  const read = parseScenario(text);
  return read.ok ? [] : read.faults.map((f) => `${f.line}:${f.column} ${f.message}`);
};

describe('a scenario file', () => {
  test('given one that is right, then it has no faults and opens on the morning of day 1', () => {
    const read = parseScenario(GOOD);
    expect(read.ok && read.scenario.opens).toBe('day 1 08:00');
  });

  test.each([
    [
      'a moment in words',
      GOOD.replace('day 1 09:00', 'first thing'),
      /^4:5 .*has to be a moment such as "day 3 10:00"/,
    ],
    ['an unknown act', GOOD.replace('send-paper', 'post-paper'), /^6:\d+ .*post-paper/],
    ['an unknown expectation', GOOD.replace('gate:', 'door:'), /^7:\d+ .*say one of gate, access/],
    ['a gate in a state that there is not', GOOD.replace('contract: open', 'contract: ajar'), /^7:\d+ .*ajar/],
    ['an act of the world that there is not', world('explode: true'), /^8:\d+ .*say one of .*rename-account/],
    ['a rename to nothing', world('rename-account: { from: nina-wrona }'), /^8:\d+ .*to is missing/],
    ['an act on a path', world('archive-repository: meridian'), /^8:\d+ .*has to be github:owner\/name/],
    ['an answer that is none', world('github-answers: { status: 418 }'), /^8:\d+ .*418/],
    [
      'a step in a case that there is not',
      GOOD.replace('    as: legal', '    in: other\n    as: legal'),
      /^5:\d+ .*beside/,
    ],
    [
      'an act of the world in a case',
      `${GOOD}  - { in: beside, world: { github: up } }\n`,
      /^8:\d+ steps\[2\]\.in is not a field/,
    ],
    ['a field that there is not', `${GOOD}speed: 2\n`, /^8:1 speed is not a field here/],
    ['no steps', GOOD.slice(0, GOOD.indexOf('  - at')).replace('steps:', 'steps: []'), /^3:1 steps is too short/],
  ])('given %s, then one sentence says where and what would be right', (_what, text, expected) => {
    const faults = faultsOf(text);
    expect(faults.length).toBeGreaterThanOrEqual(1);
    expect(faults.join('\n')).toMatch(new RegExp(expected.source, 'm'));
  });
});
