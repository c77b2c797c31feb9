import type { AccessProvider, ProviderCheck } from '../../providers/access/port.js';
import { checkProviders, warnOfProviders } from '../../workers/checkProviders.js';
import { connectProviders, githubOf } from '../../workers/connectProviders.js';

const settings = {
  GITHUB_API_URL: 'http://127.0.0.1:1',
  GITHUB_TOKEN: 'hunter2',
  POSTGRES_ACCESS_URL: 'postgres://access:hunter3@127.0.0.1:1/sales',
  SCIM_URL: 'http://127.0.0.1:1/scim',
  SCIM_TOKEN: 'hunter4',
};

test('given settings of every provider and nobody who answers, then each is told as out of reach', async () => {
  const { all, close } = connectProviders(settings, githubOf(settings));
  const reachable = { code: 'reachable', ok: false };
  expect(await checkProviders(all)).toEqual([
    { provider: 'github', checks: [reachable] },
    { provider: 'postgres', checks: [reachable] },
    { provider: 'scim', checks: [reachable] },
  ]);
  await close();
});

test('given what is not right, then a warning has its code, and neither a value nor what is right', async () => {
  const { all, close } = connectProviders(settings, githubOf(settings));
  const answering = (check: () => Promise<ProviderCheck[]>): AccessProvider[] =>
    all.slice(0, 1).map((one) => ({ ...one, check }));
  const warnings: unknown[] = [];
  const logger = { warn: (about: object) => warnings.push(about) };
  const right = { code: 'token', ok: true, values: { login: 'drawbridge-bot' } };
  const wrong = { code: 'scopes', ok: false, values: { scopes: 'hunter2' } };
  await warnOfProviders(
    answering(async () => [right, wrong]),
    logger,
  );
  await warnOfProviders(
    answering(async () => await Promise.reject(new Error('hunter2'))),
    logger,
  );
  expect(warnings).toEqual([
    { provider: 'github', check: 'scopes' },
    { provider: 'github', check: 'check' },
  ]);
  await close();
});
