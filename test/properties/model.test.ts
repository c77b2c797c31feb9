import fc from 'fast-check';
import { sequences } from '../support/model/moves.js';
import { played } from '../support/model/play.js';

/** Sequences to try; `MODEL_RUNS` asks for more of them, `MODEL_SEED` for others, `MODEL_MINUTES` for as many as come to an end in that time. */
const RUNS = Number(process.env.MODEL_RUNS ?? 150);
const SEED = Number(process.env.MODEL_SEED ?? 20_260_901);
const MINUTES = Number(process.env.MODEL_MINUTES ?? 0);

test('given any sequence of acts, lapses, hands, renames, faults and crashes, then observed access is what papers carry, and nobody is called absent who comes in', async () => {
  const seen = { runs: 0, given: 0, absent: 0, faults: 0 };
  await fc.assert(
    fc.asyncProperty(sequences, async (sequence) => {
      const { watch } = await played(sequence);
      for (const key of ['given', 'absent', 'faults'] as const) seen[key] += Math.sign(watch.counts[key]);
      seen.runs++;
      expect(watch.breaches).toEqual([]);
    }),
    { numRuns: RUNS, seed: SEED, ...(MINUTES > 0 && { interruptAfterTimeLimit: MINUTES * 60_000 }) },
  );
  if (process.env.MODEL_RUNS !== undefined) console.log(JSON.stringify(seen));
  // Sequences in which nothing is given, taken away or fails would prove nothing.
  expect(seen.given / seen.runs).toBeGreaterThan(0.2);
  expect(seen.absent / seen.runs).toBeGreaterThan(0.3);
  expect(seen.faults / seen.runs).toBeGreaterThan(0.2);
}, 2_400_000);
