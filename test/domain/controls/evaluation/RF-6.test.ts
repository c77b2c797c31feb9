import { say } from '../../../../domain/say.js';
import { flag, judge, raisedIn } from '../../../support/controls/flagged.js';
import { met, open, planned } from '../../../support/controls/scene.js';
import { SCORED } from '../../../support/controls/scored.js';

test('RF-6 is refused its clearance while the flag is open: it is the turn of engineering-manager', () => {
  expect(judge('RF-6', flag('RF-6'))).toEqual(
    open([say('flags.open', { flag: 'RF-6', reason: 'It does not do.' })], { turn: 'engineering-manager' }),
  );
});

test('RF-6 is met when the flag was never raised or is cleared', () => {
  expect(judge('RF-6')).toEqual(met(['flag:RF-6']));
  expect(judge('RF-6', flag('RF-6', { status: 'cleared' }))).toEqual(met(['flag:RF-6']));
});

const raised = (production: { system: string; liveSince: string; practices: string[] }[], applies = true) =>
  raisedIn('RF-6', {
    controls: { 'PE-1': planned('PE-1', {}, applies) },
    evidence: { 'PE-1': { ...SCORED, steps: [], production } },
  });
const because = (code: string) => [{ reason: say('flags.answer-refused', { control: 'PE-1', reasons: [say(code)] }) }];
const live = { system: 'Sorts invoices', liveSince: '2025-03-01', practices: ['rag'] };
const NOTHING = because('PE-1.nothing-live');

test('given vetting that shows nothing in production on the day of scoring, then RF-6 is raised', () => {
  expect(raised([])).toEqual(NOTHING);
  expect(raised([{ ...live, liveSince: '2026-09-06' }])).toEqual(NOTHING);
});

test('given production that is neither evaluated nor monitored, then RF-6 is raised', () => {
  expect(raised([live])).toEqual(because('RF-6.no-evals-or-monitoring'));
});

test('given production with evals or monitoring, no answer yet, or a point that does not apply, then RF-6 is not raised', () => {
  expect(raised([{ ...live, practices: ['monitoring'] }])).toEqual([]);
  expect(raised([{ ...live, practices: ['evals'] }])).toEqual([]);
  expect(raisedIn('RF-6', { controls: { 'PE-1': planned('PE-1') } })).toEqual([]);
  expect(raised([], false)).toEqual([]);
});
