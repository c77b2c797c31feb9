import { collectGarbage } from '../../../tools/bench/memory.js';

test('what nobody holds any more is gone once garbage was collected', async () => {
  const held = new WeakRef({ rows: new Array(1_000).fill('x') });
  // What was read in a turn of the loop is held until its end.
  await new Promise((resolve) => setImmediate(resolve));
  collectGarbage();
  expect(held.deref()).toBeUndefined();
});
