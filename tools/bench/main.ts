import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { startGround } from './ground.js';
import { describeMachine } from './machine.js';
import { PARTS } from './parts/index.js';
import { machineText, markdownOf, type Results, tableOf } from './report.js';
import { bounded, runParts } from './runParts.js';
import { ROOT } from './scene.js';
import { seeded } from './stats.js';

const USAGE = `npm run bench -- [--only ${PARTS.map((p) => p.name).join(',')}] [--full] [--seed N] [--out FILE]`;

/** Longest time of one part, milliseconds; a part that hangs ends the run. */
const BOUND_MS = { default: 180_000, full: 3_600_000 };
/** What a part that hangs still uses may not stop in good order. */
const STOPS_WITHIN_MS = 60_000;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(): Promise<number> {
  const { only, full, seed, out } = parseArgs({
    options: {
      only: { type: 'string' },
      full: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
    },
  }).values;
  const names = only?.split(',') ?? PARTS.map((part) => part.name);
  const chosen = PARTS.filter((part) => names.includes(part.name));
  if (chosen.length < names.length || !/^\d+$/.test(seed)) {
    say(USAGE);
    return 2;
  }
  const scale = full ? 'full' : 'default';
  const ground = await startGround({ seed: Number(seed), random: seeded(Number(seed)), say });
  try {
    const machine = await describeMachine(ground);
    const results = { machine, parts: await runParts(chosen, ground, scale, BOUND_MS[scale]) };
    write(results, out);
    return results.parts.some((part) => part.failed !== undefined) ? 1 : 0;
  } finally {
    await bounded(ground.stop(), STOPS_WITHIN_MS).catch((error: unknown) => say(String(error)));
  }
}

function write(results: Results, out: string | undefined): void {
  process.stdout.write(`${machineText(results.machine)}\n${tableOf(results)}\n`);
  const stamp = results.machine.measuredAt.replace(/[:.]/g, '-');
  const file = out ?? join(ROOT, 'tools', 'bench', 'results', `${stamp}.json`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(file.replace(/\.json$/, '.md'), `${machineText(results.machine)}\n\n${markdownOf(results)}\n`);
  say(`Written to ${file}`);
}

// A part that was given up may still have something open.
process.exit(await main());
