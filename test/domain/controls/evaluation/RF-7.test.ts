import { CONTROLS } from '../../../../domain/controls/index.js';
import { say } from '../../../../domain/say.js';
import { flag, judge } from '../../../support/controls/flagged.js';
import { met, open } from '../../../support/controls/scene.js';

test('RF-7 is refused its clearance while the flag is open: it is the turn of engineering-manager', () => {
  expect(judge('RF-7', flag('RF-7'))).toEqual(
    open([say('flags.open', { flag: 'RF-7', reason: 'It does not do.' })], { turn: 'engineering-manager' }),
  );
});

test('RF-7 is met when the flag was never raised or is cleared', () => {
  expect(judge('RF-7')).toEqual(met(['flag:RF-7']));
  expect(judge('RF-7', flag('RF-7', { status: 'cleared' }))).toEqual(met(['flag:RF-7']));
});

test('RF-7 is raised from a refused plan for knowledge transfer', () => {
  expect(CONTROLS['RF-7']).toMatchObject({ raisedFrom: ['KT-3'], form: null });
});
