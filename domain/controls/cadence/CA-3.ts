import { say } from '../../say.js';
import { defineFact } from '../control.js';
import { judgeMeetings } from './meetings.js';

/** The monthly strategic review with the partner's lead is kept up. */
export const CA3 = defineFact({
  id: 'CA-3',
  title: "Monthly strategic review with the partner's lead",
  area: 'cadence',
  risk: 'continuity',
  nist: 'govern',
  subject: 'case',
  suppliedBy: [],
  assess: (_none, scene) => judgeMeetings(scene, say('CA-3.meeting')),
});
