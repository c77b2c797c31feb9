import type { Why } from '../say.js';
import type { LeaseCause } from './lease.js';

/** Why somebody may not hold access now. */
export type Obstacle = { cause: LeaseCause; detail: Why };
