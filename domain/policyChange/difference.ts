import type { Json } from '../controls/form.js';

/**
 * One thing in which two plans differ: where it stands in a plan, and its value on each side; a side that has nothing there is left out.
 *
 * `['controls', id]` is a control as a whole, `[…, 'order']` the ids of a list of things with ids, whose parts stand under their ids.
 */
export type PlanDifference = { path: string[]; before?: Json; after?: Json };
