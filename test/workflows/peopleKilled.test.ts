import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { temporalAddress } from '../support/real/servers.js';
import { tablesOf } from '../support/store/dump.js';
import { enveloped, openCase } from '../support/workflows/scene.js';
import { startWorld, type World } from '../support/workflows/world.js';

const ENTRY = fileURLToPath(new URL('../support/workflows/killableWorker.mjs', import.meta.url));
const PROPOSALS = 24;
const KILLS = 3;

let world: World;
const children: ChildProcess[] = [];
beforeAll(async () => {
  world = await startWorld({ rolloverEvents: 40, waitMs: 60_000 });
});
afterEach(async () => {
  const living = children.splice(0).filter((child) => child.exitCode === null && child.signalCode === null);
  for (const child of living) child.kill('SIGKILL');
  await Promise.all(living.map((child) => once(child, 'exit')));
});
afterAll(() => world.end());

function spawnWorker(dieAfter: number): ChildProcess {
  const child = spawn(process.execPath, ['--no-warnings', ENTRY], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: {
      ...process.env,
      DATABASE_URL: world.databaseUrl,
      TEMPORAL_ADDRESS: temporalAddress(),
      TASK_QUEUE: world.taskQueue,
      DIE_AFTER: String(dieAfter),
      DIE_BEFORE: '',
    },
  });
  children.push(child);
  return child;
}

async function killInTurn(): Promise<void> {
  for (let i = 0; i < KILLS; i++) await once(spawnWorker(4 + i), 'exit');
  spawnWorker(0);
}

/** A proposal as the edge sends it, with what was told of the person sealed; every third one the case refuses. */
async function proposal(caseId: string, i: number) {
  const email = `dev-${i}@vendor.example`;
  const { people } = await world.store.people.carry(caseId, [
    { name: `Dev ${i}`, email, accounts: { github: { name: `dev-${i}` } } },
  ]);
  const { personId, details } = people[0] ?? { personId: '', details: '' };
  const needs = i % 3 === 0 ? [{ resource: 'github:client/none', profile: 'reader', task: 'Looks.' }] : [];
  const work = { employer: 'Vendor', country: 'PL', jobRole: 'Engineer', needs };
  const command = { type: 'ProposePerson', person: personId, details, ...work } as const;
  return { email, personId, envelope: { ...enveloped(`propose-${i}`, command), people } };
}

test('workers killed between commit and answer: the data of a person are there exactly where the proposal is on the record', async () => {
  const caseId = world.caseId();
  const killing = killInTurn();
  await world.client.openCase(caseId, openCase());
  const waiting = await Promise.all(Array.from({ length: PROPOSALS }, (_, i) => proposal(caseId, i)));
  const all = [...waiting];
  const sender = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift())
      await world.client.send(caseId, one.envelope);
  };
  await Promise.all([sender(), sender(), sender()]);
  await killing;
  const recorded = (await world.rows(caseId)).flatMap(({ event }) =>
    event.type === 'PersonProposed' ? [event.person] : [],
  );
  expect([...recorded].sort()).toEqual(
    all
      .filter((_, i) => i % 3 !== 0)
      .map(({ personId }) => personId)
      .sort(),
  );
  for (const { email, personId } of all) {
    const kept = await world.store.people.findByEmail(email);
    expect(kept?.personId).toBe(recorded.includes(personId) ? personId : undefined);
  }
  const tables = await tablesOf(world.databaseUrl);
  expect([tables.people?.length, tables.person_keys?.length, tables.case_people?.length]).toEqual(
    Array.from({ length: 3 }, () => recorded.length),
  );
  expect(await world.store.ledger.verify(caseId)).toMatchObject({ ok: true, stateMatches: true });
});

test('two cases propose one new address at once: both are recorded, and the person is one', async () => {
  spawnWorker(0);
  const cases = [world.caseId(), world.caseId()];
  for (const caseId of cases) await world.client.openCase(caseId, openCase());
  const both = await Promise.all(cases.map((caseId) => proposal(caseId, 1_000)));
  const outcomes = await Promise.all(both.map(({ envelope }, i) => world.client.send(cases[i] ?? '', envelope)));
  expect(outcomes.map(({ status }) => status)).toEqual(['recorded', 'recorded']);
  const { personId } = (await world.store.people.findByEmail('dev-1000@vendor.example')) ?? {};
  for (const caseId of cases) {
    const { state } = (await world.store.cases.get(caseId)) ?? {};
    expect(Object.keys(state?.people ?? {})).toEqual([personId]);
    expect(await world.store.people.find(personId ?? '', caseId)).toMatchObject({
      accounts: { github: { name: 'dev-1000' } },
    });
  }
});
