import type { World } from '../world.js';

/** Runs what changes the world, and keeps what came of it. */
export type Change = (work: (world: World) => void) => Promise<void>;
