import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import fc from 'fast-check';
import { breachesOf } from '../domain/support/oracle.js';

const LINE = "    ...from(assignment, 'paper-lapsed'),\n";

/** The rule of access with its line on IP-2 deleted, written beside the caches and imported in the rule's place. */
function withoutAssignment(): string {
  const source = readFileSync('domain/access/desiredAccess.ts', 'utf8');
  if (!source.includes(LINE)) throw new Error('The line on IP-2 is not where this test looks for it.');
  mkdirSync('.cache/mutants', { recursive: true });
  const text = source.replace(LINE, '').replaceAll("from '../", "from '../../domain/");
  writeFileSync('.cache/mutants/desiredAccess.ts', text);
  return '../../.cache/mutants/desiredAccess.js';
}

test('given the rule without its line on IP-2, then the oracle finds access without an assignment within 1,000 lives', async () => {
  const mutant = await import(withoutAssignment());
  jest.unstable_mockModule('../../domain/access/desiredAccess.js', () => ({ ...mutant }));
  const { Book } = await import('../domain/support/book.js');
  // Imported only now: whatever was loaded before would hold the rule as it is.
  const { live, livesWithoutAssignment } = await import('../domain/support/histories.js');
  const found = fc.check(
    fc.property(livesWithoutAssignment, (life) => breachesOf(live(life, new Book()).rows).length === 0),
    { numRuns: 1_000, seed: 20_260_901, endOnFailure: true, interruptAfterTimeLimit: 60_000 },
  );
  expect(found.failed && found.counterexample !== null).toBe(true);
}, 120_000);
