import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { webRoot } from '../../workers/webRoot.js';

const CLASS = /\bm_[0-9a-f]{6,8}\b/g;

/** The classes of the component library in all files of the build of one kind. */
function classesIn(kind: '.js' | '.css'): Set<string> {
  const assets = join(webRoot() ?? '', 'assets');
  const files = readdirSync(assets).filter((name) => name.endsWith(kind));
  return new Set(files.flatMap((name) => readFileSync(join(assets, name), 'utf8').match(CLASS) ?? []));
}

test('given the components that the console uses, then their styles are loaded, and those of no others', () => {
  const all = readFileSync(createRequire(import.meta.url).resolve('@mantine/core/styles.css'), 'utf8');
  const styled = new Set(all.match(CLASS) ?? []);
  const used = [...classesIn('.js')].filter((name) => styled.has(name));
  const loaded = classesIn('.css');
  expect(used.length).toBeGreaterThan(100);
  expect(used.filter((name) => !loaded.has(name))).toEqual([]);
  expect(loaded.size).toBeLessThan(styled.size);
});
