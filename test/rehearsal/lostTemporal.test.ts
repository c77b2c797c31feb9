import { connectTemporal } from '../../client/connection.js';
import { fastForward } from '../../client/fastForward.js';
import { DAY_MS, plusMs } from '../../domain/time.js';
import type { Servers } from '../../rehearsal/ground.js';
import { loadScenario } from '../../rehearsal/load.js';
import { play } from '../../rehearsal/player.js';
import { setStage } from '../../rehearsal/servers.js';
import { startGithub } from '../../sandbox/github/github.js';
import { startMailbox } from '../../sandbox/mail/mailbox.js';
import { startTemporal } from '../../sandbox/temporal/temporalServer.js';
import { openStore } from '../../store/openStore.js';
import { drawbridge } from '../support/cli/cli.js';
import { freshDatabase } from '../support/real/database.js';

const temporal = () => startTemporal({ dataDir: null, virtualTime: true, ui: false });

/** Nothing of these cases lies in a database of the client's. */
const NO_WAREHOUSE = { url: 'postgres://127.0.0.1:1/none', prepare: async () => undefined, lets: async () => false };

/** PostgreSQL, mail and provider live on; only Temporal is there twice, each time with nothing in it. */
async function surroundings() {
  const database = await freshDatabase();
  const masterKey = Buffer.alloc(32, 7);
  const store = openStore(database.url, { masterKey });
  const mailbox = await startMailbox();
  const github = await startGithub({ users: [], repositories: [] });
  const on = async (temporalAddress: string): Promise<Servers> => ({
    databaseUrl: database.url,
    temporalAddress,
    masterKey,
    store,
    mailbox,
    github,
    warehouse: NO_WAREHOUSE,
    connection: await connectTemporal(temporalAddress),
    stop: async () => undefined,
  });
  const end = async () => {
    await Promise.all([mailbox.stop(), github.stop(), store.close()]);
    await database.drop();
  };
  const mails = () => mailbox.list().map(({ messageId, copies }) => ({ messageId, copies }));
  return { store, github, on, end, mails };
}

test('after the data of Temporal are lost, the ledger alone brings a case back: same state, no letter and no request again', async () => {
  const { store, github, on, end, mails } = await surroundings();
  const loaded = await loadScenario('examples/scenarios/unknown-account.yaml');
  const onboarded = loaded.steps.findIndex((step) => 'world' in step);
  const first = await temporal();
  const before = await on(first.address);
  const played = await play(before, { ...loaded, steps: loaded.steps.slice(0, onboarded) }, () => undefined);
  const look = async () => ({
    state: await store.cases.get(played.caseId).then((found) => ({ ...found?.state, seq: 0 })),
    sent: mails(),
    asked: github.requests().length,
  });
  const then = await look();
  expect(Object.values(then.state.leases ?? {}).map(({ seen }) => seen)).toContain('present');
  expect(Object.keys(then.state.tasks ?? {})).not.toEqual([]);
  await played.stage.stop();
  await before.connection.close();
  await first.stop();

  const second = await temporal();
  const after = await on(second.address);
  const stage = await setStage(after, { startAt: played.now });
  const recover = () =>
    drawbridge(['recover', '--all', '--json', '--url', stage.apiUrl], {
      env: { DRAWBRIDGE_TOKEN: stage.operatorToken },
    });
  expect(JSON.parse((await recover()).out)).toEqual({ recovered: [played.caseId], running: [], failed: [] });
  await stage.client.caseTime(played.caseId);
  expect(await look()).toEqual(then);
  const facts = await store.ledger.readEntries(played.caseId, { afterSeq: 0, limit: 1_000 });
  expect(facts.at(-1)?.event).toMatchObject({ type: 'CaseRecovered', forced: false });
  expect(JSON.parse((await recover()).out)).toEqual({ recovered: [], running: [played.caseId], failed: [] });

  await fastForward(
    { connection: after.connection, client: stage.client },
    played.caseId,
    plusMs(played.now, 2 * DAY_MS),
  );
  const sent = mails();
  expect(sent.length).toBeGreaterThan(then.sent.length);
  expect(sent.filter(({ copies }) => copies > 1)).toEqual([]);
  expect(await store.ledger.verify(played.caseId)).toMatchObject({ ok: true, stateMatches: true });
  expect((await stage.client.describe(played.caseId)).quarantined).toBeUndefined();
  await stage.stop();
  await after.connection.close();
  await second.stop();
  await end();
});
