import { defineFact } from '../control.js';
import { judgeBeats } from './beats.js';

/** The monthly strategic review with the partner's lead is kept up. */
export const CA3 = defineFact({
  id: 'CA-3',
  title: "Monthly strategic review with the partner's lead",
  area: 'cadence',
  risk: 'continuity',
  nist: 'govern',
  subject: 'case',
  suppliedBy: [],
  assess: (_none, scene) => judgeBeats(scene, "monthly strategic review with the partner's lead"),
});
