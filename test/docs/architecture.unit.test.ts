import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { forbidden }: { forbidden: { name: string }[] } = createRequire(import.meta.url)(
  '../../.dependency-cruiser.cjs',
);
/** Folders of the import matrix, from the top down. */
const MATRIX = forbidden
  .flatMap(({ name }) => /^(\w+)-imports-only-what-stands-below-it$/.exec(name)?.[1] ?? [])
  .filter((folder) => folder !== 'tools')
  .reverse();

const TABLE = [...readFileSync('docs/architecture.md', 'utf8').matchAll(/^\| `(\w+)\/` \|/gm)].map(([, name]) => name);

test('given the table of folders, when it is read down, then it is the import matrix from the top down, with the tools last', () => {
  expect(TABLE).toEqual([...MATRIX, 'tools']);
});

test('given the folders that hold code, when they are listed, then each has its row', () => {
  const files = execFileSync('git', ['ls-files', '*.ts'], { encoding: 'utf8' }).split('\n');
  const folders = new Set(files.flatMap((file) => (file.includes('/') ? [file.split('/', 1)[0]] : [])));
  folders.delete('test');
  expect([...folders].sort()).toEqual([...TABLE].sort());
});
