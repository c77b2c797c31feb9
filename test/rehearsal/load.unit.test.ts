import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isBeside, loadScenario } from '../../rehearsal/load.js';
import { WrongFile } from '../../rehearsal/wrongFile.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scenario-'));
});
afterEach(() => rm(folder, { recursive: true }));

const CASES = resolve('examples/cases');

/** A scenario with a played file, of which the first step is in the second case where it says so. */
async function written(more: string, where: string): Promise<string> {
  const file = join(folder, 'scenario.yaml');
  const step = 'as: legal, do: { send-paper: { paper: nda } }';
  await writeFile(join(folder, 'steps.yaml'), `steps:\n  - { ${step} }\n  - { world: { github: up } }\n`);
  await writeFile(
    file,
    `title: Two\ncase: ${CASES}/small-team.yaml\n${more}steps:\n  - { ${where}play: steps.yaml }\n  - { ${step} }\n`,
  );
  return file;
}

test('given a file that is played in the second case, then its steps are, and what happens in the world is in none', async () => {
  const { steps, beside } = await loadScenario(await written(`beside: ${CASES}/second-vendor.yaml\n`, 'in: beside, '));
  expect(steps.map(isBeside)).toEqual([true, false, false]);
  expect(beside?.caseFile.vendor.name).toBe('Tejo Data');
});

test('given a step in a second case that the scenario does not name, then one sentence says so', async () => {
  const failed = await loadScenario(await written('', 'in: beside, ')).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(WrongFile);
  expect(failed).toMatchObject({
    faults: [{ message: 'A step is `in: beside`, but the scenario names no second case (`beside`).' }],
  });
});
