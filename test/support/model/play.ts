import { type Broken, ModelWorld } from './modelWorld.js';
import { make, type Sequence } from './moves.js';

/** Plays a sequence on a world of its own, and lets it come to rest: nothing fails any more, and the place is looked at. */
export async function played({ starts, moves }: Sequence, broken?: Broken): Promise<ModelWorld> {
  const world = new ModelWorld(starts, broken);
  for (const one of moves) {
    await make(world, one);
    await world.settle();
  }
  world.provider.faults.length = 0;
  world.crashes.length = 0;
  world.meanwhile.length = 0;
  await world.pass(1);
  await world.look();
  await world.pass(125);
  return world;
}
