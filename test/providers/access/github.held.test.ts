import { createGitHubProvider } from '../../../providers/access/github/provider.js';
import type { WhileAllowed } from '../../../providers/access/port.js';
import { type Stub, startStub } from '../../support/providers/stub.js';

const PEOPLE = [
  { id: '7', name: 'ana-dev' },
  { id: '8', name: 'bo-dev' },
];
const place = { id: '41', name: 'acme/scoring' };
const put = (login: string) => `PUT /repositories/41/collaborators/${login}`;

let stub: Stub;
beforeEach(async () => {
  const people = PEOPLE.flatMap(({ id, name }) => [
    [`GET /user/${id}`, { status: 200, json: { id: Number(id), login: name, type: 'User' } }] as const,
    [put(name), { status: 204 }] as const,
  ]);
  const owner = { id: 4, login: 'acme', type: 'Organization' };
  const repository = { id: 41, full_name: place.name, private: true, owner };
  stub = await startStub({
    'GET /repositories/41': { status: 200, json: repository },
    'GET /repositories/41/invitations': { status: 200, json: [] },
    ...Object.fromEntries(people),
  });
});
afterEach(() => stub.close());

test('given grants that wait in the queue of requests, then each is held for its own request alone, and not while it waits', async () => {
  // As in production: what GitHub sends letters about is asked for one at a time, seconds apart.
  const provider = createGitHubProvider({ baseUrl: stub.url, token: 'ghp_SECRETsecret' });
  let held = 0;
  const holds: { atOnce: number; sent: string[] }[] = [];
  const sentAt: number[] = [];
  const whileAllowed: WhileAllowed = async (send) => {
    const [atOnce, before] = [++held, stub.asked.length];
    sentAt.push(performance.now());
    try {
      return await send();
    } finally {
      held--;
      // What another grant reads meanwhile gives nothing.
      const sent = stub.asked.slice(before).filter((one) => !one.startsWith('GET '));
      holds.push({ atOnce, sent });
    }
  };
  await Promise.all(PEOPLE.map((account) => provider.grant({ place, account }, { permission: 'push' }, whileAllowed)));
  const alone = (login: string) => ({ atOnce: 1, sent: [`${put(login)} {"permission":"push"}`] });
  // Whoever is first: both wait in one queue.
  const inOrder = [...holds].sort((a, b) => String(a.sent).localeCompare(String(b.sent)));
  expect(inOrder).toEqual(PEOPLE.map(({ name }) => alone(name)));
  const [first = 0, second = 0] = sentAt;
  expect(second - first).toBeGreaterThan(2_500);
});
