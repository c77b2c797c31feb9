import type { Ground } from '../../../tools/bench/ground.js';
import type { Part, Row } from '../../../tools/bench/part.js';
import { runParts } from '../../../tools/bench/runParts.js';

const row: Row = { figure: 'f', value: 1, unit: 'ms' };
const good: Part = { name: 'good', about: '', run: async () => [row] };
const failing: Part = { name: 'failing', about: '', run: () => Promise.reject(new Error('No disk.')) };
const hanging: Part = { name: 'hanging', about: '', run: () => new Promise(() => undefined) };

/** Parts run so, without the seconds that they took. */
async function measured(parts: Part[]) {
  const said: string[] = [];
  const ground = { say: (line: string) => said.push(line) } as unknown as Ground;
  const ended = await runParts(parts, ground, 'default', 10);
  return { parts: ended.map(({ seconds: _seconds, ...part }) => part), last: said.at(-1) };
}

test('given a part that fails, then the others are measured', async () => {
  expect((await measured([failing, good])).parts).toEqual([
    { name: 'failing', rows: [], failed: 'Error: No disk.' },
    { name: 'good', rows: [row] },
  ]);
});

test('given a part that hangs, then the run ends with what there is, and says what is left out', async () => {
  expect(await measured([good, hanging, failing, good])).toEqual({
    parts: [
      { name: 'good', rows: [row] },
      { name: 'hanging', rows: [], failed: 'TooLong: It did not end within 0.01 s.' },
    ],
    last: 'hanging hangs: the run ends without failing, good',
  });
});
