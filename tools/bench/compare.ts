import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { z } from 'zod';
import { ROOT } from './scene.js';
import { median } from './stats.js';

const USAGE = 'npm run bench:compare -- REV [--only receipts] [--rounds 2]';
const results = z.object({
  parts: z.array(z.object({ rows: z.array(z.object({ figure: z.string(), value: z.number(), unit: z.string() })) })),
});

type Figures = Map<string, { unit: string; values: number[] }>;

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const run = (command: string, args: string[], cwd: string): void =>
  void execFileSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });

/** Measures a revision and this working tree in turn: old, new, old, new; prints medians and their ratio. */
function main(): number {
  const { values, positionals } = parseArgs({
    options: { only: { type: 'string', default: 'receipts' }, rounds: { type: 'string', default: '2' } },
    allowPositionals: true,
  });
  const [revision] = positionals;
  if (revision === undefined || !/^[1-9]\d?$/.test(values.rounds)) {
    say(USAGE);
    return 2;
  }
  const home = mkdtempSync(join(tmpdir(), 'drawbridge-compare-'));
  const old = join(home, 'old');
  try {
    checkOut(revision, old);
    const [before, after]: [Figures, Figures] = [new Map(), new Map()];
    for (let round = 1; round <= Number(values.rounds); round++) {
      for (const [name, root, into] of [
        ['old', old, before],
        ['new', ROOT, after],
      ] as const) {
        say(`round ${round}, ${name}`);
        const out = join(home, `${name}-${round}.json`);
        run(
          process.execPath,
          ['dist/tools/bench/main.js', '--only', values.only, '--seed', String(round), '--out', out],
          root,
        );
        note(into, out);
      }
    }
    process.stdout.write(`${tableOf(revision, before, after)}\n`);
    return 0;
  } finally {
    if (existsSync(old)) run('git', ['worktree', 'remove', '--force', old], ROOT);
    rmSync(home, { recursive: true, force: true });
  }
}

/** The revision's product under today's benchmarks, so that both are measured alike. */
function checkOut(revision: string, old: string): void {
  run('git', ['worktree', 'add', '-q', '--detach', old, revision], ROOT);
  const lock = (root: string) => readFileSync(join(root, 'package-lock.json'), 'utf8');
  if (lock(old) === lock(ROOT)) symlinkSync(join(ROOT, 'node_modules'), join(old, 'node_modules'));
  else run('npm', ['ci', '--ignore-scripts'], old);
  for (const name of ['tools/bench', 'tsconfig.bench.json']) {
    rmSync(join(old, name), { recursive: true, force: true });
    cpSync(join(ROOT, name), join(old, name), { recursive: true });
  }
  run('npx', ['tsc', '-p', 'tsconfig.build.json'], old);
  run(process.execPath, ['dist/workers/build.js'], old);
  // Types of the two may differ; what matters is that today's benchmarks run on it.
  spawnSync('npx', ['tsc', '-p', 'tsconfig.bench.json'], { cwd: old, stdio: 'ignore' });
}

function note(into: Figures, file: string): void {
  for (const { rows } of results.parse(JSON.parse(readFileSync(file, 'utf8'))).parts)
    for (const { figure, unit, value } of rows) {
      const known = into.get(figure) ?? { unit, values: [] };
      known.values.push(value);
      into.set(figure, known);
    }
}

function tableOf(revision: string, before: Figures, after: Figures): string {
  const table = new Table({ head: ['figure', revision, 'this tree', 'new / old'], style: { head: [], border: [] } });
  for (const [figure, { unit, values }] of after) {
    const [was, is] = [median(before.get(figure)?.values ?? []), median(values)];
    const cell = (value: number) => (Number.isFinite(value) ? `${value.toPrecision(4)} ${unit}` : '-');
    table.push([figure, cell(was), cell(is), Number.isFinite(was) ? `${(is / was).toFixed(2)} ×` : '-']);
  }
  return table.toString();
}

process.exit(main());
