import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflows } from '../../workers/bundle.js';

const dist = (path: string) => fileURLToPath(new URL(`../../dist/${path}`, import.meta.url));

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(dist('.bundle-'));
});
afterAll(() => rm(dir, { recursive: true }));

test.each([
  ['another folder', dist('evidence/chain.js'), /must not import .*evidence\/chain/],
  ['a package', fileURLToPath(new URL('../../node_modules/zod/index.js', import.meta.url)), /must not import .*zod/],
])('a workflow that imports %s is not built', async (_, module, message) => {
  const entry = join(dir, 'entry.mjs');
  await writeFile(
    entry,
    `import * as foreign from ${JSON.stringify(module)};\nexport async function w() { return Object.keys(foreign); }\n`,
  );
  await expect(bundleWorkflows(join(dir, 'out.js'), entry)).rejects.toThrow(message);
});
