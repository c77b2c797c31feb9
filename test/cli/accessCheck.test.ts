import { startGithub } from '../../sandbox/github/github.js';
import { drawbridge } from '../support/cli/cli.js';

test('given a provider that answers and one that does not, then each finding is a sentence, and the exit code is 1', async () => {
  const github = await startGithub({ users: [], repositories: ['meridian/eta-model'] });
  const env = {
    GITHUB_API_URL: github.url,
    GITHUB_TOKEN: github.token,
    SCIM_URL: 'http://127.0.0.1:1/scim',
    SCIM_TOKEN: 'hunter2',
  };
  const { code, out, err } = await drawbridge(['access', 'check'], { env });
  await github.stop();
  expect({ code, err }).toEqual({ code: 1, err: 'Access cannot be given and taken as it has to be.\n' });
  expect(out).toContain('GitHub takes the token.');
  expect(out).toMatch(/scim +no +The directory does not answer at SCIM_URL\./);
  expect(out).not.toContain('hunter2');
});

test('given --json, then codes; given no provider at all, then the settings are at fault', async () => {
  const env = { SCIM_URL: 'http://127.0.0.1:1/scim', SCIM_TOKEN: 'hunter2' };
  const json = await drawbridge(['access', 'check', '--json'], { env });
  const checks = [{ code: 'reachable', ok: false }];
  expect(JSON.parse(json.out)).toEqual({ ok: false, providers: [{ provider: 'scim', checks }] });
  expect(await drawbridge(['access', 'check'])).toEqual({
    code: 2,
    out: '',
    err: 'GITHUB_TOKEN is not set; it must be a token that administers the repositories, unless GITHUB_APP_ID, POSTGRES_ACCESS_URL or SCIM_URL is set.\n',
  });
});
