import { readFileSync } from 'node:fs';
import { parseCaseFile } from '../../policy/caseFile.js';
import { partOf } from '../../rehearsal/cast.js';
import { joinersOf } from '../../rehearsal/joiners.js';
import { parseScenario } from '../../rehearsal/schema.js';

const TEXT = `title: Somebody joins
case: ../cases/small-team.yaml
steps:
  - at: day 3 09:00
    as: engineering-manager
    do: { request-replacement: { person: '@ada', reason: Moves on., forCause: false } }
  - as: vendor-contact
    do:
      - propose-person: { name: Iga Wolna, email: iga@baltyk.example, accounts: { github: iga-wolna }, replaces: replacement-1 }
      - propose-person: { name: Jan Lis, email: jan@baltyk.example }
`;

test('given a scenario that proposes people, then they can act in it like those of the case file', () => {
  const read = parseScenario(TEXT);
  const joiners = joinersOf(read.ok ? read.scenario.steps : []);
  expect(joiners).toEqual([
    { id: 'iga', email: 'iga@baltyk.example', name: 'Iga Wolna', accounts: { github: 'iga-wolna' } },
    { id: 'jan', email: 'jan@baltyk.example', name: 'Jan Lis' },
  ]);
  const file = parseCaseFile(readFileSync('examples/cases/small-team.yaml', 'utf8'));
  if (!file.ok) throw new Error('The case file is not readable.');
  expect(partOf(file.file, '@iga', joiners)).toEqual({
    role: 'engineer',
    email: 'iga@baltyk.example',
    name: 'Iga Wolna',
    accounts: { github: 'iga-wolna' },
  });
  expect(partOf(file.file, '@iga')).toBeUndefined();
});
