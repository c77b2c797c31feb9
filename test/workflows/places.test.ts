import { createPlaceLooks } from '../../client/placeLooks.js';
import { HOUR_MS } from '../../domain/time.js';
import { providersOf } from '../../providers/access/registry.js';
import { as } from '../support/domain/book.js';
import { waitUntil } from '../support/real/waitUntil.js';
import { atWorkOnBoard, tickets } from '../support/workflows/board.js';
import { closeCase } from '../support/workflows/scene.js';
import { startWorld, type World } from '../support/workflows/world.js';

let world: World;
const { provider, people, held } = tickets();
beforeAll(async () => {
  world = await startWorld();
  await world.worker({ providers: providersOf(provider), virtualTime: false });
});
afterAll(() => world.end());

const factsOf = async (caseId: string, ...types: string[]) =>
  (await world.rows(caseId)).flatMap(({ event }) => (types.includes(event.type) ? [event] : []));

test('given two cases at one place, when its Schedule looks, then one look tells each what is its own, and a stranger is asked about once', async () => {
  const [first, second] = [await atWorkOnBoard(world), await atWorkOnBoard(world)];
  const [watched] = await world.store.places.watched();
  expect(watched).toMatchObject({ provider: 'tickets', placeId: '1' });
  expect(await world.store.places.at({ provider: 'tickets', placeId: '1' })).toMatchObject([
    { caseId: first.caseId },
    { caseId: second.caseId },
  ]);

  // Somebody takes Ana out by hand, and lets a stranger in.
  held.delete('7');
  people.set('66', 'owl');
  held.set('66', 'edit');
  const looks = createPlaceLooks({ connection: world.connection, taskQueue: world.taskQueue });
  if (watched === undefined) throw new Error('No place is looked after.');
  await looks.schedule([{ ...watched, everyHours: 2_000 / HOUR_MS }]);
  const removed = { type: 'AccessChangedOutside', change: 'removed' };
  for (const { caseId } of [first, second])
    await waitUntil('the removal to be told', async () => (await factsOf(caseId, 'AccessChangedOutside')).length > 0);
  expect(await factsOf(first.caseId, 'AccessChangedOutside')).toMatchObject([removed]);
  expect(await factsOf(second.caseId, 'AccessChangedOutside')).toMatchObject([removed]);
  await waitUntil('the stranger to be asked about', async () => (await first.state())?.accounts !== undefined);
  expect((await second.state())?.accounts).toBeUndefined();

  // Nothing changes any more: looks go on, and the ledgers stay as they are.
  for (const { caseId } of [first, second]) await world.client.caseTime(caseId);
  const before = [await world.rows(first.caseId), await world.rows(second.caseId)];
  const lookedAt = async () => (await world.store.places.looks(first.caseId))[0]?.lookedAt ?? '';
  const last = await lookedAt();
  await waitUntil('two more looks', async () => Date.parse(await lookedAt()) > Date.parse(last) + 2_000);
  expect([await world.rows(first.caseId), await world.rows(second.caseId)]).toEqual(before);
  await looks.schedule([]);
  expect(await looks.soon(watched)).toBe(false);
});

test('given two cases that grant the same account, when one ends, then the account stays until the other ends too', async () => {
  const [first, second] = [await atWorkOnBoard(world), await atWorkOnBoard(world)];
  const procurement = as('procurement', 'p-procurement');
  await first.act('close', closeCase().command, procurement);
  await waitUntil('the first to be withdrawn', async () => (await factsOf(first.caseId, 'AccessWithdrawn')).length > 0);
  expect(await factsOf(first.caseId, 'AccessWithdrawn')).toMatchObject([
    { others: { cases: [second.caseId], permission: 'edit' } },
  ]);
  expect([held.get('7'), await factsOf(second.caseId, 'AccessChangedOutside')]).toEqual(['edit', []]);
  await second.act('close', closeCase().command, procurement);
  await waitUntil(
    'the second to be withdrawn',
    async () => (await factsOf(second.caseId, 'AccessWithdrawn')).length > 0,
  );
  expect([held.has('7'), await factsOf(second.caseId, 'AccessWithdrawn')]).toMatchObject([false, [{}]]);
});
