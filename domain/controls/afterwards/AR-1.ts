import { nextRoundAt, unansweredLeases } from '../../recertification/round.js';
import { say } from '../../say.js';
import { conclude, type Part } from '../conclude.js';
import { defineFact, type Scene } from '../control.js';

/** The last round: complete, or waiting for answers until its deadline. */
function lastRound({ state, planned }: Scene): Part {
  const { round = 0, deadline } = state.recertification ?? {};
  const waiting = unansweredLeases(state).length;
  if (waiting === 0 || deadline === undefined) return { restsOn: [`recertification:${round}`] };
  const what = say('AR-1.unconfirmed', { waiting, deadline });
  return { restsOn: [], missing: { what, turn: planned.owner, until: deadline } };
}

/** Access is recertified at an interval; what nobody confirms is withdrawn (NIST SP 800-53 AC-2(j), SOC 2 CC6.2 and CC6.3). */
export const AR1 = defineFact({
  id: 'AR-1',
  title: 'Access is recertified at an interval; what nobody confirms is withdrawn',
  area: 'afterwards',
  risk: 'data-exposure',
  nist: 'manage',
  subject: 'case',
  numbers: ['intervalDays', 'answerDays'],
  suppliedBy: [],
  assess(_none, scene) {
    const next = nextRoundAt(scene.state);
    return conclude(scene, [], [lastRound(scene), { restsOn: [], ...(next === undefined ? {} : { until: next }) }]);
  },
});
