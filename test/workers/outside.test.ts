import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOutside } from '../../workers/up/outside.js';

test('a token that the shell has for something else opens nobody’s repositories: a trial stays with the emulated GitHub', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'drawbridge-outside-'));
  const withToken = await startOutside(folder, { GITHUB_TOKEN: 'of-the-shell' });
  expect(withToken.githubUrl).toMatch(/^http:\/\/127\.0\.0\.1:/);
  await withToken.stop();
  const both = { GITHUB_TOKEN: 'ours', GITHUB_API_URL: 'http://127.0.0.1:9/' };
  const named = await startOutside(folder, both);
  expect(named.githubUrl).toBeUndefined();
  await named.stop();
  await rm(folder, { recursive: true });
});
