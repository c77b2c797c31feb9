import { say } from '../../say.js';
import { defineFact } from '../control.js';
import { judgeMeetings } from './meetings.js';

/** The daily asynchronous stand-up is kept up. */
export const CA1 = defineFact({
  id: 'CA-1',
  title: 'Daily asynchronous stand-up',
  area: 'cadence',
  risk: 'quality',
  nist: 'manage',
  subject: 'case',
  suppliedBy: [],
  assess: (_none, scene) => judgeMeetings(scene, say('CA-1.meeting')),
});
