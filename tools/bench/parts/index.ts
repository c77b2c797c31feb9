import type { Part } from '../part.js';
import { approvals } from './approvals.js';
import { decide } from './decide.js';
import { evicted } from './evicted.js';
import { kill } from './kill.js';
import { ledger } from './ledger.js';
import { lists } from './lists.js';
import { look } from './look.js';
import { open } from './open.js';
import { path } from './path.js';
import { receipts } from './receipts.js';
import { rehearsal } from './rehearsal.js';
import { screens } from './screens.js';
import { starting } from './starting.js';
import { stop } from './stop.js';

/** Every part, in the order in which a whole run goes through them; those that fill the lists come last. */
export const PARTS: readonly Part[] = [
  ...[receipts, path, evicted, kill, approvals, stop, look, ledger, rehearsal, starting, open],
  ...[decide, lists, screens],
];
