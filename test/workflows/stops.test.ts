import { stopAll } from '../../api/stops/stops.js';
import { providersOf } from '../../providers/access/registry.js';
import type { Store } from '../../store/contract.js';
import { memoryProvider } from '../support/api/memoryProvider.js';
import { as } from '../support/domain/book.js';
import { atWork } from '../support/domain/wayToWork.js';
import { waitUntil } from '../support/real/waitUntil.js';
import { recordBook } from '../support/store/recordBook.js';
import { startWorld, type World } from '../support/workflows/world.js';

const [NEAR, AWAY] = ['c-near', 'c-away'];
const PLACE = 'github:meridian/eta-model';

let world: World;
const book = atWork();
beforeAll(async () => {
  world = await startWorld({ startAt: book.now, waitMs: 3_000 });
});
afterAll(() => world.end());

const causes = async (caseId: string) =>
  (await world.rows(caseId)).flatMap(({ event }) => (event.type === 'AccessEnded' ? [event.cause] : []));
const withdrawn = async (caseId: string) =>
  (await world.rows(caseId)).filter(({ event }) => event.type === 'AccessWithdrawn').length;

test('given two cases and the worker of one away, when a place is stopped, then the other closes at once and it does once its worker is back', async () => {
  const held = new Map<string, string>();
  const people: Store['people'] = {
    ...world.store.people,
    accounts: async (_caseId, personId) => ({ github: { name: personId, id: personId } }),
  };
  const parts = { store: { ...world.store, people }, providers: providersOf(memoryProvider(held)) };
  const elsewhere = `${world.taskQueue}-away`;
  for (const caseId of [NEAR, AWAY]) await recordBook(world.store, caseId, book);
  await world.worker(parts);
  await world.client.recover(NEAR, { force: false, by: 'p-operator' });
  await world.clientWith({ taskQueue: elsewhere }).recover(AWAY, { force: false, by: 'p-operator' });

  const made = { by: as('security'), key: 'k-1' };
  const asked = { scope: 'resource' as const, subject: PLACE, reason: 'A key has leaked.' };
  const stopping = () => stopAll({ ...world, clock: () => book.now }, made, asked);
  const first = await stopping();
  expect(first.cases.map(({ caseId, status }) => [caseId, status])).toEqual([
    [AWAY, 'unreachable'],
    [NEAR, 'recorded'],
  ]);
  await waitUntil('the closings', async () => (await withdrawn(NEAR)) === 2);
  expect([await causes(NEAR), await causes(AWAY)]).toEqual([['stopped', 'stopped'], []]);

  await world.worker({ ...parts, taskQueue: elsewhere });
  const second = await stopping();
  expect([second.complete, second.row]).toEqual([true, first.row]);
  await waitUntil('the closings there', async () => (await withdrawn(AWAY)) === 2);
  expect([await causes(NEAR), await causes(AWAY)]).toEqual([
    ['stopped', 'stopped'],
    ['stopped', 'stopped'],
  ]);
});
