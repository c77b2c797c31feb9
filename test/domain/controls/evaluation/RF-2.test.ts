import type { Flag } from '../../../../domain/case/state.js';
import { CONTROLS } from '../../../../domain/controls/index.js';
import { assess, met, NOW, open } from '../scene.js';

const flag = (change: Partial<Flag> = {}): Flag => ({
  id: 'RF-2',
  status: 'open',
  raisedBy: 'system',
  reason: 'IP-1: The rights pass on payment.',
  raisedAt: NOW,
  ...change,
});
const judge = (flags: Record<string, Flag>) => assess('RF-2', { state: { flags } });

test('RF-2 is refused its clearance while the flag is open: it is the turn of legal', () => {
  expect(judge({ 'RF-2': flag() })).toEqual(
    open(['The red flag on the IP terms is open: IP-1: The rights pass on payment.'], { turn: 'legal' }),
  );
});

test.each(['remedy', 'waived'] as const)(
  'RF-2 is refused its clearance under a %s, for repositories stay shut',
  (status) => {
    const until = '2026-10-01T00:00:00.000Z';
    expect(judge({ 'RF-2': flag({ status, until }) })).toEqual(
      open(['The red flag on the IP terms is not cleared: the case may go on, and no repository opens before it is.'], {
        turn: 'legal',
        until,
      }),
    );
  },
);

test('RF-2 is met when the flag was never raised or is cleared', () => {
  expect(judge({})).toEqual(met(['flag:RF-2']));
  expect(judge({ 'RF-2': flag({ status: 'cleared' }) })).toEqual(met(['flag:RF-2']));
});

test('RF-2 is met for the case while only one person has it: that person alone is kept out', () => {
  expect(judge({ 'RF-2:p-ana': flag({ person: 'p-ana' }) })).toEqual(met(['flag:RF-2']));
});

test('RF-2 is raised from the answers on IP, and locked', () => {
  expect(CONTROLS['RF-2']).toMatchObject({ locked: true, raisedFrom: ['IP-1', 'IP-2'], form: null });
});
