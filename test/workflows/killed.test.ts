import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { temporalAddress } from '../support/real/servers.js';
import { openCase, registerPaper } from '../support/workflows/scene.js';
import { startWorld, type World } from '../support/workflows/world.js';

const ENTRY = fileURLToPath(new URL('../support/workflows/killableWorker.mjs', import.meta.url));
const COMMANDS = 40;
const KILLS = 4;

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

function spawnWorker(dieAfter: number, dieBefore = ''): ChildProcess {
  const child = spawn(process.execPath, ['--no-warnings', ENTRY], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: {
      ...process.env,
      DATABASE_URL: world.databaseUrl,
      TEMPORAL_ADDRESS: temporalAddress(),
      TASK_QUEUE: world.taskQueue,
      DIE_AFTER: String(dieAfter),
      DIE_BEFORE: dieBefore,
    },
  });
  children.push(child);
  return child;
}

/** One worker after the other, each killed between its commit and the answer, the last one left alive. */
async function killInTurn(signals: (string | null)[]): Promise<void> {
  for (let i = 0; i < KILLS; i++) {
    const [, signal] = await once(spawnWorker(5 + i), 'exit');
    signals.push(signal);
  }
  spawnWorker(0);
}

test('workers killed between commit and answer: every command has one entry and its sender the receipt of it', async () => {
  const caseId = world.caseId();
  const signals: (string | null)[] = [];
  const killing = killInTurn(signals);
  await world.client.openCase(caseId, openCase());
  const waiting = Array.from({ length: COMMANDS }, (_, i) => `c-${i}`);
  const ids = [...waiting];
  const receipts = new Map<string, { seq: number; hash: string }>();
  const sender = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const outcome = await world.client.send(caseId, registerPaper(id));
      if (outcome.status === 'recorded') receipts.set(id, outcome.receipt);
    }
  };
  await Promise.all([sender(), sender(), sender()]);
  await killing;
  expect(signals).toEqual(Array.from({ length: KILLS }, () => 'SIGKILL'));
  const rows = await world.rows(caseId);
  const drafted = rows.filter(({ event }) => event.type === 'PaperDrafted').map(({ commandId }) => commandId);
  expect([...drafted].sort()).toEqual([...ids].sort());
  for (const id of ids) {
    const last = rows.filter(({ commandId }) => commandId === id).at(-1);
    expect(receipts.get(id)).toMatchObject({ seq: last?.seq, hash: last?.hash });
  }
  expect(await world.store.ledger.verify(caseId)).toMatchObject({ ok: true, stateMatches: true });
});

test('a worker killed while a prolonged task waits for the ledger: the next one, whose replay finds no answer, decides and records once', async () => {
  const caseId = world.caseId();
  const first = spawnWorker(0, 'slow');
  await world.client.openCase(caseId, openCase());
  const sent = world.client.send(caseId, registerPaper('slow'));
  const [, signal] = await once(first, 'exit');
  expect(signal).toBe('SIGKILL');
  spawnWorker(0);
  const outcome = await sent;
  const own = (await world.rows(caseId)).filter(({ commandId }) => commandId === 'slow');
  expect(outcome).toMatchObject({ status: 'recorded', events: ['PaperDrafted'] });
  expect(own.map(({ event }) => event.type)).toEqual(['PaperDrafted']);
  expect(await world.client.describe(caseId)).toMatchObject({ seq: own[0]?.seq, pending: { commands: 0 } });
  expect(await world.store.ledger.verify(caseId)).toMatchObject({ ok: true, stateMatches: true });
});
