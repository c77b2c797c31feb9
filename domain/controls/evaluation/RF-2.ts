import { conclude } from '../conclude.js';
import { defineFact } from '../control.js';

/** Vague or vendor-favouring IP terms: raised by refused answers of IP-1 and IP-2, or by a person. */
export const RF2 = defineFact({
  id: 'RF-2',
  title: 'No vague or vendor-favouring IP terms',
  area: 'evaluation',
  risk: 'ip-leakage',
  nist: 'govern',
  subject: 'case',
  locked: true,
  suppliedBy: [],
  raisedFrom: ['IP-1', 'IP-2'],
  assess(_none, scene) {
    const flag = scene.state.flags['RF-2'];
    if (flag === undefined || flag.status === 'cleared') return conclude(scene, [], [{ restsOn: ['flag:RF-2'] }]);
    const what =
      flag.status === 'open'
        ? `The red flag on the IP terms is open: ${flag.reason}`
        : 'The red flag on the IP terms is not cleared: the case may go on, and no repository opens before it is.';
    const missing = { what, turn: 'legal' as const, ...(flag.until === undefined ? {} : { until: flag.until }) };
    return conclude(scene, [], [{ restsOn: [], missing }]);
  },
});
