import { openCase, registerPaper } from '../support/workflows/scene.js';
import { startWorld, type World } from '../support/workflows/world.js';

const COMMANDS = 200;
const IN_FLIGHT = 8;

let world: World;
beforeAll(async () => {
  world = await startWorld({ rolloverEvents: 40 });
  await world.worker();
});
afterAll(() => world.end());

test('with eight commands in flight over many runs none is lost, none doubled, and every receipt is the entry in the ledger', async () => {
  const caseId = world.caseId();
  await world.client.openCase(caseId, openCase());
  const ids = Array.from({ length: COMMANDS }, (_, i) => `c-${i}`);
  const receipts = new Map<string, { seq: number; hash: string }>();
  const waiting = [...ids];
  const sender = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const outcome = await world.client.send(caseId, registerPaper(id));
      if (outcome.status === 'recorded') receipts.set(id, outcome.receipt);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, sender));
  const rows = await world.rows(caseId);
  const drafted = rows.filter(({ event }) => event.type === 'PaperDrafted').map(({ commandId }) => commandId);
  expect([...drafted].sort()).toEqual([...ids].sort());
  for (const [id, { seq, hash }] of receipts) {
    const last = rows.filter(({ commandId }) => commandId === id).at(-1);
    expect({ seq: last?.seq, hash: last?.hash }).toEqual({ seq, hash });
  }
  expect(receipts.size).toBe(COMMANDS);
  expect(new Set(rows.map(({ runId }) => runId)).size).toBeGreaterThan(5);
  expect(await world.store.ledger.verify(caseId)).toMatchObject({ ok: true, stateMatches: true });
  expect((await world.client.describe(caseId)).quarantined).toBeUndefined();
});
