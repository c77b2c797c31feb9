import { redFlag } from './redFlag.js';

/** Vague or vendor-favouring IP terms: raised by refused answers on the IP, or by a person. */
export const RF2 = redFlag({
  id: 'RF-2',
  title: 'No vague or vendor-favouring IP terms',
  risk: 'ip-leakage',
  nist: 'govern',
  turn: 'legal',
  locked: { kind: 'deal-breaker', clearedBy: 'legal' },
  raisedFrom: ['IP-1', 'IP-2', 'IP-5', 'IP-7'],
});
