import { createLookForAll } from '../../../activities/access/lookAtPlace.js';
import { createGitHubProvider } from '../../../providers/access/github/provider.js';
import { providersOf } from '../../../providers/access/registry.js';
import { startGithub } from '../../../sandbox/github/github.js';
import type { Part } from '../part.js';
import { accept, prepared, repositoryOf } from '../smallCase.js';

const ACCOUNTS = 10_000;
const ID = 'look-0';
const ENGINEER = `${ID}-0`;

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1_000;
};

/** One look at a place with many accounts, who are there as members of the organisation, for a case that let one engineer in. */
export const look: Part = {
  name: 'look',
  about: `a look at a place with ${ACCOUNTS} accounts`,
  async run(ground) {
    const repository = repositoryOf(ID, 0, 0);
    const members = Array.from({ length: ACCOUNTS - 1 }, (_, i) => `member-${i}`);
    const github = await startGithub({ users: [ENGINEER, ...members], repositories: [repository] });
    const taskQueue = 'bench-look';
    const worker = await ground.product(taskQueue, { githubUrl: github.url, githubToken: github.token });
    try {
      const client = ground.cases(taskQueue);
      const { engineers } = await prepared(ground, client, ID, { engineers: 1, repositories: 1 });
      for (const one of engineers) await accept(client, ID, one);
      const [organisation = ''] = repository.split('/');
      for (const login of members) await github.addMember(organisation, login);
      await github.setBasePermission(organisation, 'read');
      const placeId = String(github.repositoryId(repository));
      while ((await github.collaborators(repository)).every(({ login }) => login !== ENGINEER))
        await new Promise((resolve) => setTimeout(resolve, 50));
      await client.caseTime(ID);
      const provider = createGitHubProvider({ baseUrl: github.url, token: github.token, throttle: false });
      const before = github.requests().length;
      const tell = client.tellLook;
      const looked = createLookForAll({ store: ground.store, providers: providersOf(provider), tell });
      const took = await seconds(() => looked({ provider: 'github', placeId }));
      const requests = github.requests().length - before;
      const bare = await seconds(() => provider.list({ id: placeId, name: repository }));
      const note = `${requests} requests, without GitHub’s own time and limits`;
      return [
        {
          figure: `a look at a place with ${ACCOUNTS} accounts`,
          value: took,
          unit: 's',
          beside: { what: 'the list alone', value: bare },
          note,
        },
      ];
    } finally {
      await worker.stop();
      await github.stop();
    }
  },
};
