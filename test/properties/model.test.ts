import fc from 'fast-check';
import { sequences } from '../support/model/moves.js';
import { played } from '../support/model/play.js';

/** Sequences to try; `MODEL_RUNS` asks for more of them, `MODEL_SEED` for others. */
const RUNS = Number(process.env.MODEL_RUNS ?? 150);
const SEED = Number(process.env.MODEL_SEED ?? 20_260_901);

test('given any sequence of acts, lapses, hands, renames, faults and crashes, then observed access is what papers carry, and nobody is called absent who comes in', async () => {
  const seen = { given: 0, absent: 0, faults: 0 };
  await fc.assert(
    fc.asyncProperty(sequences, async (sequence) => {
      const { watch } = await played(sequence);
      for (const key of ['given', 'absent', 'faults'] as const) seen[key] += Math.sign(watch.counts[key]);
      expect(watch.breaches).toEqual([]);
    }),
    { numRuns: RUNS, seed: SEED },
  );
  // Sequences in which nothing is given, taken away or fails would prove nothing.
  expect(seen.given / RUNS).toBeGreaterThan(0.2);
  expect(seen.absent / RUNS).toBeGreaterThan(0.3);
  expect(seen.faults / RUNS).toBeGreaterThan(0.2);
}, 2_400_000);
