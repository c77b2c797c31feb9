import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

test('given the rules, then none of them writes a command line of the product', () => {
  const files = readdirSync('domain', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => readFileSync(join('domain', file), 'utf8').includes('drawbridge'))).toEqual([]);
});
