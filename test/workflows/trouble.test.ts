import { Client } from 'pg';
import { workflowIdOf } from '../../client/ids.js';
import type { AppendAnswer, AppendInput, Store } from '../../store/contract.js';
import { waitUntil } from '../support/real/waitUntil.js';
import { enveloped, openCase, PROCUREMENT, registerPaper } from '../support/workflows/scene.js';
import { startWorld, type World } from '../support/workflows/world.js';

type Append = (input: AppendInput) => Promise<AppendAnswer>;

let world: World;
/** What stands between the activity and the ledger; by default nothing. */
let between: (input: AppendInput, append: Append) => Promise<AppendAnswer> = (input, append) => append(input);

beforeAll(async () => {
  world = await startWorld();
  const { ledger } = world.store;
  const store: Store = {
    ...world.store,
    ledger: { ...ledger, appendEntries: (input) => between(input, ledger.appendEntries) },
  };
  await world.worker({ store });
});
afterEach(() => {
  between = (input, append) => append(input);
});
afterAll(() => world.end());

const lost = () => Object.assign(new Error('Connection terminated unexpectedly'), { code: 'ECONNRESET' });

const opened = async (): Promise<string> => {
  const caseId = world.caseId();
  await world.client.openCase(caseId, openCase());
  return caseId;
};

const idsOf = async (caseId: string, type: string) =>
  (await world.rows(caseId)).filter(({ event }) => event.type === type).map(({ commandId }) => commandId);

async function eventsOf(caseId: string) {
  const { workflowService } = world.connection;
  const { history } = await workflowService.getWorkflowExecutionHistory({
    namespace: 'default',
    execution: { workflowId: workflowIdOf(caseId) },
  });
  return history?.events ?? [];
}

test('while the database is away the queue waits, an ordinary activity asks again, and everything is recorded once it is back', async () => {
  const caseId = await opened();
  let asked = 0;
  between = (input, append) => (input.caseId === caseId && ++asked <= 3 ? Promise.reject(lost()) : append(input));
  const outcomes = await Promise.all(['a', 'b', 'c'].map((id) => world.client.send(caseId, registerPaper(id))));
  expect(outcomes.map(({ status }) => status)).toEqual(['recorded', 'recorded', 'recorded']);
  expect((await idsOf(caseId, 'PaperDrafted')).sort()).toEqual(['a', 'b', 'c']);
  const ordinary = (await eventsOf(caseId)).filter(
    (event) => event.activityTaskScheduledEventAttributes?.activityType?.name === 'appendEntries',
  );
  expect(ordinary).toHaveLength(1);
});

test('a database that takes no writes for a while blames no command: it waits, is recorded once that is over, and nothing is in quarantine', async () => {
  const caseId = await opened();
  const admin = new Client({ connectionString: world.databaseUrl });
  await admin.connect();
  const database = new URL(world.databaseUrl).pathname.slice(1);
  // Sessions begin read-only from now on; those that are open do not know of it.
  await admin.query(`alter database ${database} set default_transaction_read_only = on`);
  await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'
    and pid <> pg_backend_pid()`);
  let refused = 0;
  between = async (input, append) => {
    try {
      return await append(input);
    } catch (error) {
      if (input.caseId === caseId && String(error).includes('read-only transaction') && ++refused === 2)
        await admin.query(`alter database ${database} reset default_transaction_read_only`);
      throw error;
    }
  };
  expect(await waitUntil('the answer', () => world.client.send(caseId, registerPaper('c-1')))).toMatchObject({
    status: 'recorded',
  });
  await admin.end();
  // A session that was opened meanwhile may be refused once more: its default is that of its beginning.
  expect(refused).toBeGreaterThanOrEqual(2);
  expect([await idsOf(caseId, 'PaperDrafted'), await idsOf(caseId, 'CommandFailed')]).toEqual([['c-1'], []]);
  expect((await world.client.describe(caseId)).quarantined).toBeUndefined();
});

test('an append whose answer was lost after the commit is not repeated: its sender gets the receipt of the entry', async () => {
  const caseId = await opened();
  let lose = true;
  between = async (input, append) => {
    const answer = await append(input);
    if (!lose) return answer;
    lose = false;
    throw lost();
  };
  const outcome = await world.client.send(caseId, registerPaper('once'));
  const drafted = (await world.rows(caseId)).filter(({ event }) => event.type === 'PaperDrafted');
  expect(drafted).toHaveLength(1);
  const last = (await world.rows(caseId)).filter(({ commandId }) => commandId === 'once').at(-1);
  expect(outcome).toMatchObject({ status: 'recorded', receipt: { seq: last?.seq, hash: last?.hash } });
  expect(await world.client.send(caseId, registerPaper('next'))).toMatchObject({ status: 'recorded' });
});

test('an unexpected error is answered and on the record, and the case goes on', async () => {
  const caseId = await opened();
  const nonsense = enveloped('c-1', JSON.parse('{"type":"Nonsense"}'));
  expect(await world.client.send(caseId, nonsense)).toMatchObject({ status: 'refused', code: 'CommandFailed' });
  expect(await world.client.send(caseId, nonsense)).toMatchObject({ status: 'refused', code: 'CommandFailed' });
  expect(await idsOf(caseId, 'CommandFailed')).toEqual(['c-1']);
  expect(await world.client.send(caseId, registerPaper('c-2'))).toMatchObject({ status: 'recorded' });
});

test('entries that the store will never take are answered as failed, and the case goes on', async () => {
  const caseId = await opened();
  between = (input, append) =>
    input.entries.some(({ event }) => event.type === 'PaperDrafted')
      ? Promise.reject(new Error('unstorable'))
      : append(input);
  expect(await world.client.send(caseId, registerPaper('c-1'))).toMatchObject({
    status: 'refused',
    code: 'CommandFailed',
  });
  between = (input, append) => append(input);
  expect(await world.client.send(caseId, registerPaper('c-2'))).toMatchObject({ status: 'recorded' });
});

test('nobody but the engine sends what the engine sends', async () => {
  const caseId = await opened();
  const asSystem = enveloped('c-1', registerPaper('x').command, { personId: 'system', role: 'system' });
  await expect(world.client.send(caseId, asSystem)).rejects.toMatchObject({ code: 'Malformed' });
  await expect(world.client.send(caseId, registerPaper('clock:1'))).rejects.toMatchObject({ code: 'Malformed' });
  const tick = enveloped('c-2', JSON.parse('{"type":"Tick"}'), PROCUREMENT);
  await expect(world.client.send(caseId, tick)).rejects.toMatchObject({ code: 'Malformed' });
});

test('after any disaster a fresh run begins from the ledger alone, and the same keys still get the same receipts', async () => {
  const caseId = await opened();
  const receipt = await world.client.send(caseId, registerPaper('c-1'));
  await expect(world.client.recover('nobody', { force: false, by: 'p-operator' })).rejects.toMatchObject({
    code: 'CaseNotFound',
  });
  await expect(world.client.recover(caseId, { force: false, by: 'p-operator' })).rejects.toMatchObject({
    code: 'RunStillOpen',
  });
  await world.connection.workflowService.terminateWorkflowExecution({
    namespace: 'default',
    workflowExecution: { workflowId: workflowIdOf(caseId) },
  });
  await expect(world.client.send(caseId, registerPaper('c-2'))).rejects.toMatchObject({ code: 'TemporalUnavailable' });
  await world.client.recover(caseId, { force: false, by: 'p-operator' });
  expect(await world.client.send(caseId, registerPaper('c-1'))).toEqual(receipt);
  expect(await world.client.send(caseId, registerPaper('c-2'))).toMatchObject({ status: 'recorded' });
  await world.client.recover(caseId, { force: true, by: 'p-operator' });
  const again = await waitUntil('the run', () => world.client.send(caseId, registerPaper('c-3')));
  expect(again).toMatchObject({ status: 'recorded' });
  expect(await world.store.ledger.verify(caseId)).toMatchObject({ ok: true, stateMatches: true });
  const facts = (await world.rows(caseId)).flatMap(({ event }) => (event.type === 'CaseRecovered' ? [event] : []));
  expect(facts).toEqual([
    { type: 'CaseRecovered', by: 'p-operator', forced: false },
    { type: 'CaseRecovered', by: 'p-operator', forced: true },
  ]);
});

test('with no worker the sender is told to repeat with the same key, and the repeat is recorded once', async () => {
  const idle = await startWorld({ waitMs: 1_000 });
  const caseId = idle.caseId();
  await expect(idle.client.openCase(caseId, openCase())).rejects.toMatchObject({ code: 'TemporalUnavailable' });
  await idle.worker();
  const patient = idle.clientWith({ waitMs: 30_000 });
  expect(await patient.openCase(caseId, openCase())).toMatchObject({ status: 'recorded' });
  expect((await idle.rows(caseId)).filter(({ event }) => event.type === 'CaseOpened')).toHaveLength(1);
  await idle.end();
});
