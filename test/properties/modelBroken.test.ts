import fc from 'fast-check';
import { BROKEN } from '../support/model/broken.js';
import { sequences } from '../support/model/moves.js';
import { played } from '../support/model/play.js';

/** Sequences after which a fault that was not found is not found. */
const RUNS = 400;

test.each(Object.entries(BROKEN))(
  'given an engine that %s, then the sequences find it',
  async (_, broken) => {
    let breaches: string[] = [];
    const found = await fc.check(
      fc.asyncProperty(sequences, async (sequence) => {
        breaches = (await played(sequence, broken)).watch.breaches;
        return breaches.length === 0;
      }),
      { numRuns: RUNS, seed: 20_260_901, endOnFailure: true },
    );
    // It was found by a promise that is not kept, not by an exception.
    expect(breaches).not.toEqual([]);
    expect(String(found.errorInstance)).toContain('returning false');
  },
  900_000,
);
