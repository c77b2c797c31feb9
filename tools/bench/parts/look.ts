import { createLookForAll } from '../../../activities/access/lookAtPlace.js';
import type { AccessProvider, FoundAccount } from '../../../providers/access/port.js';
import { providersOf } from '../../../providers/access/registry.js';
import { startGithub } from '../../../sandbox/github/github.js';
import type { Part } from '../part.js';
import { accept, prepared, repositoryOf } from '../smallCase.js';

const ACCOUNTS = 10_000;
const ID = 'look-0';
const ENGINEER = `${ID}-0`;
const LOOKS = 10;

const milliseconds = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** What a look at a place with many accounts costs Drawbridge; the provider answers at once, and what it costs there is its own. */
export const look: Part = {
  name: 'look',
  about: `a look at a place with ${ACCOUNTS} accounts, without the provider's time`,
  async run(ground) {
    const repository = repositoryOf(ID, 0, 0);
    const github = await startGithub({ users: [ENGINEER], repositories: [repository] });
    const taskQueue = 'bench-look';
    const worker = await ground.product(taskQueue, { githubUrl: github.url, githubToken: github.token });
    try {
      const client = ground.cases(taskQueue);
      const { engineers } = await prepared(ground, client, ID, { engineers: 1, repositories: 1 });
      for (const one of engineers) await accept(client, ID, one);
      while ((await github.collaborators(repository)).every(({ login }) => login !== ENGINEER))
        await new Promise((resolve) => setTimeout(resolve, 50));
      await client.caseTime(ID);
      const { leases = {} } = (await ground.store.cases.get(ID))?.state ?? {};
      const [granted] = Object.values(leases);
      const placeId = String(github.repositoryId(repository));
      const all = [
        engineer(String(github.accountId(ENGINEER)), granted?.permission ?? ''),
        ...Array.from({ length: ACCOUNTS - 1 }, (_, i) => member(i)),
      ];
      const looked = createLookForAll({
        store: ground.store,
        providers: providersOf(answering({ id: placeId, name: repository }, all)),
        tell: client.tellLook,
      });
      const look = () => looked({ provider: 'github', placeId });
      const whole = await milliseconds(look);
      const [brief, bare]: [number[], number[]] = [[], []];
      for (let i = 0; i < LOOKS; i++) {
        brief.push(await milliseconds(look));
        bare.push(await milliseconds(() => ground.store.cases.get(ID)));
      }
      const beside = { what: 'reading the one case there', value: median(bare) };
      return [
        { figure: `a look at ${ACCOUNTS} accounts that reads every way`, value: whole, unit: 'ms', beside },
        { figure: `a look at ${ACCOUNTS} accounts, all known at a glimpse`, value: median(brief), unit: 'ms', beside },
      ];
    } finally {
      await worker.stop();
      await github.stop();
    }
  },
};

const engineer = (id: string, permission: string): FoundAccount => ({
  ...{ account: { id, name: ENGINEER }, state: 'present', permission },
  ways: [{ by: 'direct', permission }],
});

const member = (i: number): FoundAccount => ({
  ...{ account: { id: `m-${i}`, name: `member-${i}` }, state: 'present', permission: 'pull' },
  ways: [{ by: 'organisation', permission: 'pull' }],
});

/** A provider that has just these accounts on the one place, and is asked for nothing else. */
function answering(place: { id: string; name: string }, accounts: FoundAccount[]): AccessProvider {
  const never = () => Promise.reject(new Error('A look that finds nothing new asks for nothing else.'));
  return {
    id: 'github',
    identifyAccount: never,
    identifyPlace: never,
    observe: never,
    grant: never,
    withdraw: never,
    check: never,
    async list(_place, isKnown = () => false) {
      const glimpsed = accounts.map(({ account, state, permission }) => ({ account, state, permission }));
      return isKnown(glimpsed)
        ? { place, accounts: glimpsed.map((one) => ({ ...one, ways: [] })), unseen: [], brief: true }
        : { place, accounts, unseen: [] };
    },
  };
}
