import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const exec = promisify(execFile);
const DEPCRUISE = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const report = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

/** What the rules of this repository say against files of their own, as `from → to: rule`. */
async function violations(files: Record<string, string>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'drawbridge-imports-'));
  try {
    const all = {
      'tsconfig.json': '{ "compilerOptions": { "module": "NodeNext" } }',
      'package.json': '{ "type": "module" }',
      ...files,
    };
    await copyFile('.dependency-cruiser.cjs', join(folder, '.dependency-cruiser.cjs'));
    for (const [path, text] of Object.entries(all)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const folders = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))];
    const args = [
      DEPCRUISE,
      '--config',
      '.dependency-cruiser.cjs',
      '--no-progress',
      '--output-type',
      'json',
      ...folders,
    ];
    const { stdout } = await exec(process.execPath, args, { cwd: folder }).catch((ended: { stdout: string }) => ended);
    return report
      .parse(JSON.parse(stdout))
      .summary.violations.map(({ from, to, rule }) => `${from} → ${to}: ${rule.name}`)
      .sort();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A file that imports the value, or only the type, of another folder's. */
const using = (other: string, kind: '' | 'type ' = ''): string =>
  `import ${kind}{ it } from '../${other}/it.js';\nexport ${kind === '' ? 'const one = it' : 'type One = typeof it'};\n`;
const IT = 'export const it = 1;\n';

const UPWARDS = {
  'api/it.ts': IT,
  'activities/it.ts': IT,
  'presentation/it.ts': IT,
  'sandbox/it.ts': IT,
  'store/it.ts': IT,
  'cli/server.ts': using('api'),
  'web/server.ts': using('api', 'type '),
  'contract/server.ts': using('api', 'type '),
  'presentation/server.ts': using('api'),
  'domain/words.ts': using('presentation'),
  'evidence/rows.ts': using('store', 'type '),
  'workflows/effects.ts': using('activities'),
  'workers/trial.ts': using('sandbox'),
};
const CIRCLES = {
  'domain/a.ts': "import { b } from './b.js';\nexport const a = () => b;\n",
  'domain/b.ts': "import { a } from './a.js';\nexport const b = () => a;\n",
  'domain/egg.ts': "import type { Hen } from './hen.js';\nexport type Egg = { of?: Hen };\n",
  'domain/hen.ts': "import type { Egg } from './egg.js';\nexport type Hen = { of?: Egg };\n",
};
const DOWNWARDS = {
  'contract/it.ts': IT,
  'domain/it.ts': IT,
  'cli/shapes.ts': using('contract'),
  'web/shapes.ts': using('contract'),
  'contract/words.ts': using('domain'),
  'workflows/kinds.ts': using('activities', 'type '),
};

// Looked at together: most of the time goes into starting.
let found: string[];
beforeAll(async () => {
  found = await violations({ ...UPWARDS, ...CIRCLES, ...DOWNWARDS });
});

/** What is reported of these files. */
const against = (files: Record<string, string>): string[] =>
  found.filter((one) => Object.hasOwn(files, one.split(' ')[0] ?? ''));

test('given files that import upwards, then each is reported', () => {
  expect(against(UPWARDS)).toEqual([
    'cli/server.ts → api/it.ts: cli-imports-only-what-stands-below-it',
    'contract/server.ts → api/it.ts: contract-imports-only-what-stands-below-it',
    'domain/words.ts → presentation/it.ts: domain-imports-only-what-stands-below-it',
    'evidence/rows.ts → store/it.ts: evidence-imports-only-what-stands-below-it',
    'presentation/server.ts → api/it.ts: presentation-imports-only-what-stands-below-it',
    'web/server.ts → api/it.ts: web-imports-only-what-stands-below-it',
    'workers/trial.ts → sandbox/it.ts: production-knows-no-sandbox',
    'workflows/effects.ts → activities/it.ts: workflows-takes-types-only',
  ]);
});

test('given files that import each other, also by types alone, then the circle is reported', () => {
  expect(against(CIRCLES)).toEqual([
    'domain/a.ts → domain/b.ts: no-circles',
    'domain/egg.ts → domain/hen.ts: no-circles',
  ]);
});

test('given files that import downwards, then nothing is reported, and of no other file either', () => {
  expect(against(DOWNWARDS)).toEqual([]);
  expect(found).toEqual([...against(UPWARDS), ...against(CIRCLES)].sort());
});
