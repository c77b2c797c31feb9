import type { Part } from '../part.js';
import { approvals } from './approvals.js';
import { evicted } from './evicted.js';
import { kill } from './kill.js';
import { ledger } from './ledger.js';
import { open } from './open.js';
import { path } from './path.js';
import { receipts } from './receipts.js';
import { rehearsal } from './rehearsal.js';
import { starting } from './starting.js';

/** Every part, in the order in which a whole run goes through them. */
export const PARTS: readonly Part[] = [receipts, path, evicted, kill, approvals, ledger, rehearsal, starting, open];
