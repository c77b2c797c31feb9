import { say } from '../../say.js';
import { VETTING_FORM } from './PE-1.js';
import { redFlag } from './redFlag.js';
import { suppliedTo } from './supplied.js';

/** A portfolio of prototypes alone: no production deployment, monitoring or evaluation. */
export const RF6 = redFlag({
  id: 'RF-6',
  title: 'Production work in the portfolio, not prototypes alone',
  risk: 'quality',
  nist: 'map',
  turn: 'engineering-manager',
  raisedBy(state) {
    const vetting = suppliedTo(state, 'PE-1', VETTING_FORM);
    if (vetting === undefined) return [];
    const live = vetting.production.filter((p) => p.liveSince <= vetting.scoredOn);
    if (live.length === 0)
      return [{ reason: say('flags.answer-refused', { control: 'PE-1', reasons: [say('PE-1.nothing-live')] }) }];
    return live.some((p) => p.practices.includes('evals') || p.practices.includes('monitoring'))
      ? []
      : [{ reason: say('flags.answer-refused', { control: 'PE-1', reasons: [say('RF-6.no-evals-or-monitoring')] }) }];
  },
});
