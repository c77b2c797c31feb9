import { met, open } from '../scene.js';
import { flag, judge } from './flagged.js';

test('RF-6 is refused its clearance while the flag is open: it is the turn of engineering-manager', () => {
  expect(judge('RF-6', flag('RF-6'))).toEqual(
    open(['The red flag on the portfolio is open: It does not do.'], { turn: 'engineering-manager' }),
  );
});

test('RF-6 is met when the flag was never raised or is cleared', () => {
  expect(judge('RF-6')).toEqual(met(['flag:RF-6']));
  expect(judge('RF-6', flag('RF-6', { status: 'cleared' }))).toEqual(met(['flag:RF-6']));
});
