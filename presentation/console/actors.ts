import type { Actor } from '../../domain/case/roles.js';

/** Somebody in every role in which they may act now, all of one side; the first is the one in which they read. */
export type Actors = readonly [Actor, ...Actor[]];
