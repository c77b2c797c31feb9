import { createGitHubProvider } from '../../../providers/access/github/provider.js';
import type { WhileAllowed } from '../../../providers/access/port.js';
import { type Stub, startStub } from '../../support/providers/stub.js';

const PEOPLE = ['ana-dev', 'bo-dev'];
const repo = '/repos/acme/scoring';
const put = (login: string) => `PUT ${repo}/collaborators/${login}`;

let stub: Stub;
beforeEach(async () => {
  const added = PEOPLE.map((login) => [put(login), { status: 204 }] as const);
  stub = await startStub({ [`GET ${repo}/invitations`]: { status: 200, json: [] }, ...Object.fromEntries(added) });
});
afterEach(() => stub.close());

test('given openings that wait in the queue of requests, then each is held for its own request alone, and not while it waits', async () => {
  // As in production: what GitHub sends letters about is asked for one at a time, seconds apart.
  const provider = createGitHubProvider({ baseUrl: stub.url, token: 'ghp_SECRETsecret' });
  let held = 0;
  const holds: { atOnce: number; sent: string[] }[] = [];
  const whileAllowed: WhileAllowed = async (send) => {
    const [atOnce, before] = [++held, stub.asked.length];
    try {
      return await send();
    } finally {
      held--;
      holds.push({ atOnce, sent: stub.asked.slice(before) });
    }
  };
  await Promise.all(
    PEOPLE.map((account) => provider.open({ resource: 'acme/scoring', account }, 'push', whileAllowed)),
  );
  const alone = (login: string) => ({ atOnce: 1, sent: [`${put(login)} {"permission":"push"}`] });
  expect(holds).toEqual(PEOPLE.map(alone));
});
