import { redFlag } from './redFlag.js';

/** No knowledge-transfer plan: raised by a refused plan, or by a person. */
export const RF7 = redFlag({
  id: 'RF-7',
  title: 'A plan for knowledge transfer',
  risk: 'continuity',
  nist: 'govern',
  turn: 'engineering-manager',
  raisedFrom: ['KT-3'],
});
