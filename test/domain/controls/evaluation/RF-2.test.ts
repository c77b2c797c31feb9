import { CONTROLS } from '../../../../domain/controls/index.js';
import { say } from '../../../../domain/say.js';
import { flag, judge } from '../../../support/controls/flagged.js';
import { met, open } from '../../../support/controls/scene.js';

const until = '2026-10-01T00:00:00.000Z';

test('RF-2 is refused its clearance while the flag is open: it is the turn of legal', () => {
  expect(judge('RF-2', flag('RF-2', { reason: 'IP-1: The rights pass on payment.' }))).toEqual(
    open([say('flags.open', { flag: 'RF-2', reason: 'IP-1: The rights pass on payment.' })], { turn: 'legal' }),
  );
});

test('RF-2 is refused its clearance under a remedy, for repositories stay shut', () => {
  expect(judge('RF-2', flag('RF-2', { status: 'remedy', until }))).toEqual(
    open([say('flags.locked-under-remedy', { flag: 'RF-2', until })], {
      turn: 'legal',
      until,
    }),
  );
});

test('RF-2 is refused its clearance while one person has it', () => {
  const ana = flag('RF-2', { person: 'p-ana', reason: 'Signed for another client.' });
  expect(judge('RF-2', flag('RF-2', { status: 'remedy', until }), ana)).toEqual(
    open([say('flags.open', { flag: 'RF-2', reason: 'Signed for another client.' })], { turn: 'legal', until }),
  );
});

test('RF-2 is met when the flag was never raised or is cleared', () => {
  expect(judge('RF-2')).toEqual(met(['flag:RF-2']));
  expect(judge('RF-2', flag('RF-2', { status: 'cleared' }))).toEqual(met(['flag:RF-2']));
});

test('RF-2 is raised from the answers on IP, and locked', () => {
  expect(CONTROLS['RF-2']).toMatchObject({
    locked: { kind: 'deal-breaker', clearedBy: 'legal' },
    raisedFrom: ['IP-1', 'IP-2', 'IP-5', 'IP-7'],
    form: null,
  });
});
