import { Client } from 'pg';
import { openCase, registerPaper } from '../support/workflows/scene.js';
import { startWorld, type World } from '../support/workflows/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await world.worker();
});
afterAll(() => world.end());

test('a ledger that was tampered with puts the case into quarantine: no commands, no recovery, until it is looked at', async () => {
  const caseId = world.caseId();
  await world.client.openCase(caseId, openCase());
  const superuser = new Client({ connectionString: world.databaseUrl });
  await superuser.connect();
  const setTitle = async (from: string, to: string) => {
    await superuser.query('set session_replication_role = replica');
    await superuser.query(
      `update ledger set content = replace(content, '${from}', '${to}') where case_id = '${caseId}'`,
    );
  };
  await setTitle('Claims assistant', 'Claims assistent');
  const last = (await world.rows(caseId)).length;
  await superuser.query(`update ledger set hash = repeat('0', 64) where case_id = '${caseId}' and seq = ${last}`);
  await expect(world.client.send(caseId, registerPaper('c-1'))).rejects.toMatchObject({ code: 'CaseQuarantined' });
  await expect(world.client.send(caseId, registerPaper('c-2'))).rejects.toMatchObject({ code: 'CaseQuarantined' });
  expect((await world.client.describe(caseId)).quarantined).toBeDefined();
  await expect(world.client.recover(caseId, { force: true, by: 'p-operator' })).rejects.toMatchObject({
    code: 'CaseQuarantined',
  });
  await superuser.end();
});

/** Stores another state of the case, hashed as it should be, as a build would whose fold is another. */
async function foldOtherwise(caseId: string, alsoTamper: boolean): Promise<void> {
  const superuser = new Client({ connectionString: world.databaseUrl });
  await superuser.connect();
  const other = `replace(state, 'Claims assistant', 'Claims helper')`;
  const hash = `encode(sha256(convert_to(${other}, 'UTF8')), 'hex')`;
  await superuser.query(`update cases set state = ${other}, state_hash = ${hash} where case_id = '${caseId}'`);
  if (alsoTamper) {
    await superuser.query('set session_replication_role = replica');
    const set = `content = replace(content, 'Claims assistant', 'Claims assistent')`;
    await superuser.query(`update ledger set ${set} where case_id = '${caseId}' and seq = 1`);
  }
  await superuser.end();
}

async function handOver(short: World['client'], caseId: string): Promise<void> {
  const { runId } = await short.describe(caseId);
  for (let i = 0; (await short.describe(caseId)).runId === runId; i++)
    await short.send(caseId, registerPaper(`c-${i}`));
}

test('a stored state that is not the run’s own becomes the fold of the ledger when the case hands over, and the case goes on', async () => {
  const short = world.clientWith({ rolloverEvents: 40 });
  const caseId = world.caseId();
  await short.openCase(caseId, openCase());
  await foldOtherwise(caseId, false);
  expect(await world.store.ledger.verify(caseId)).toMatchObject({ ok: true, stateMatches: false });
  await handOver(short, caseId);
  expect(await world.store.ledger.verify(caseId)).toMatchObject({ ok: true, stateMatches: true });
  expect((await short.describe(caseId)).quarantined).toBeUndefined();
  expect(await short.send(caseId, registerPaper('after'))).toMatchObject({ status: 'recorded' });
});

test('a stored state that is not the run’s own over a ledger that was tampered with stops the case', async () => {
  const short = world.clientWith({ rolloverEvents: 40 });
  const caseId = world.caseId();
  await short.openCase(caseId, openCase());
  await foldOtherwise(caseId, true);
  await expect(handOver(short, caseId)).rejects.toMatchObject({ code: 'CaseQuarantined' });
  expect((await short.describe(caseId)).quarantined).toMatch(/entry 1/);
});
