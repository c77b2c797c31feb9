import type { JsonObject } from '../../../../domain/controls/form.js';
import { say } from '../../../../domain/say.js';
import { flag, judge, raisedIn } from '../../../support/controls/flagged.js';
import { met, open, planned } from '../../../support/controls/scene.js';
import { SCORED } from '../../../support/controls/scored.js';

test('RF-5 is refused its clearance while the flag is open: it is the turn of procurement', () => {
  expect(judge('RF-5', flag('RF-5'))).toEqual(
    open([say('flags.open', { flag: 'RF-5', reason: 'It does not do.' })], { turn: 'procurement' }),
  );
});

test('RF-5 is met when the flag was never raised or is cleared', () => {
  expect(judge('RF-5')).toEqual(met(['flag:RF-5']));
  expect(judge('RF-5', flag('RF-5', { status: 'cleared' }))).toEqual(met(['flag:RF-5']));
});

test('RF-5 is refused its clearance under a remedy, and says that the case goes on', () => {
  const until = '2026-10-01T00:00:00.000Z';
  expect(judge('RF-5', flag('RF-5', { status: 'remedy', until }))).toEqual(
    open([say('flags.under-remedy', { flag: 'RF-5', until })], { turn: 'procurement', until }),
  );
});

const terms = { promised: true, extraCost: true, clockFrom: 'departure', handover: false, credit: false };
const from = (code: string) => say('flags.answer-refused', { control: 'PE-5', reasons: [say(code)] });
const raised = (change: JsonObject) =>
  raisedIn('RF-5', {
    controls: { 'PE-5': planned('PE-5') },
    evidence: { 'PE-5': { ...SCORED, ...terms, ...change } },
  });

test('given no promise to replace, or none within a number of days, then RF-5 is raised', () => {
  expect(raised({ promised: false })).toEqual([{ reason: from('PE-5.not-promised') }]);
  expect(raised({})).toEqual([{ reason: from('PE-5.no-days') }]);
});

test('given a replacement within a number of days, or no answer yet, then RF-5 is not raised', () => {
  expect(raised({ slaBusinessDays: 20 })).toEqual([]);
  expect(raisedIn('RF-5', { controls: { 'PE-5': planned('PE-5') } })).toEqual([]);
});
