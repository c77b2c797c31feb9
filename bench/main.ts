import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { startGround } from './ground.js';
import { describeMachine } from './machine.js';
import type { Part, Scale } from './part.js';
import { PARTS } from './parts/index.js';
import { machineText, markdownOf, type Results, tableOf } from './report.js';
import { ROOT } from './scene.js';
import { seeded } from './stats.js';

const USAGE = `npm run bench -- [--only ${PARTS.map((p) => p.name).join(',')}] [--full] [--seed N] [--out FILE]`;

/** Longest time of one part, milliseconds; a part that hangs ends the run. */
const BOUND_MS = { default: 180_000, full: 3_600_000 };

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
  const results = await measure(chosen, full ? 'full' : 'default', Number(seed));
  process.stdout.write(`${machineText(results.machine)}\n${tableOf(results)}\n`);
  const stamp = results.machine.measuredAt.replace(/[:.]/g, '-');
  const file = out ?? join(ROOT, 'bench', 'results', `${stamp}.json`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(file.replace(/\.json$/, '.md'), `${machineText(results.machine)}\n\n${markdownOf(results)}\n`);
  say(`Written to ${file}`);
  return results.parts.some((part) => part.failed !== undefined) ? 1 : 0;
}

async function measure(chosen: Part[], scale: Scale, seed: number): Promise<Results> {
  const ground = await startGround({ seed, random: seeded(seed), say });
  try {
    const results: Results = { machine: await describeMachine(ground), parts: [] };
    for (const part of chosen) {
      say(`${part.name}: ${part.about}`);
      const from = performance.now();
      const ended = await bounded(part.run(ground, scale), BOUND_MS[scale]).then(
        (rows) => ({ rows }),
        (error: unknown) => ({ rows: [], failed: String(error) }),
      );
      results.parts.push({ name: part.name, seconds: (performance.now() - from) / 1000, ...ended });
    }
    return results;
  } finally {
    await ground.stop();
  }
}

async function bounded<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It did not end within ${ms / 1000} s.`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

// A part that was given up may still have something open.
process.exit(await main());
