import { startProvider } from '../../../tools/chaos/provider.js';

const [repository, login] = ['client/case-1', 'dev-1-0'];

test('given an opening by the repository’s name and a closing by its number, then the log tells when each arrived and was done, and that its sender waited', async () => {
  const provider = await startProvider(1, 0.1, { users: [login], repositories: [repository] });
  try {
    provider.calm();
    const headers = { authorization: `Bearer ${provider.token}`, 'content-type': 'application/json' };
    const url = `${provider.url}/repos/${repository}/collaborators/${login}`;
    await fetch(url, { method: 'PUT', headers, body: JSON.stringify({ permission: 'push' }) });
    const { id } = JSON.parse(await (await fetch(`${provider.url}/repos/${repository}`, { headers })).text());
    await fetch(`${provider.url}/repositories/${id}/collaborators/${login}`, { method: 'DELETE', headers });
    const when = { at: expect.any(Number), doneAt: expect.any(Number), awaited: true };
    expect(provider.changes).toEqual([
      { ...when, repository, login, is: 'opened' },
      { ...when, repository, login, is: 'closed' },
    ]);
    for (const { at, doneAt } of provider.changes) expect(doneAt).toBeGreaterThanOrEqual(at);
  } finally {
    await provider.stop();
  }
});
