import { met, open } from '../scene.js';
import { flag, judge } from './flagged.js';

test('RF-5 is refused its clearance while the flag is open: it is the turn of procurement', () => {
  expect(judge('RF-5', flag('RF-5'))).toEqual(
    open(['The red flag on the replacement guarantee is open: It does not do.'], { turn: 'procurement' }),
  );
});

test('RF-5 is met when the flag was never raised or is cleared', () => {
  expect(judge('RF-5')).toEqual(met(['flag:RF-5']));
  expect(judge('RF-5', flag('RF-5', { status: 'cleared' }))).toEqual(met(['flag:RF-5']));
});

test('RF-5 is refused its clearance under a remedy, and says that the case goes on', () => {
  const until = '2026-10-01T00:00:00.000Z';
  expect(judge('RF-5', flag('RF-5', { status: 'remedy', until }))).toEqual(
    open(
      [
        'The red flag on the replacement guarantee is not cleared: a remedy is agreed; the case may go on, and stops again when its day passes.',
      ],
      { turn: 'procurement', until },
    ),
  );
});
