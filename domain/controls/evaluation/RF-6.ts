import { redFlag } from './redFlag.js';

/** A portfolio of prototypes alone: no production deployment, monitoring or evaluation. */
export const RF6 = redFlag({
  id: 'RF-6',
  title: 'Production work in the portfolio, not prototypes alone',
  risk: 'quality',
  nist: 'map',
  on: 'the portfolio',
  turn: 'engineering-manager',
});
