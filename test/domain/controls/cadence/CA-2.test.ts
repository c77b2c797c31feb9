import type { Meeting, Reading } from '../../../../domain/case/state.js';
import { say } from '../../../../domain/say.js';
import { KPI_EVIDENCE } from '../../../support/controls/kpiForms.js';
import { assess, met, NOW, open, WHO } from '../../../support/controls/scene.js';

const meeting = (day: string, status: Meeting['status']): Meeting => ({
  id: 'CA-2',
  day,
  status,
  due: NOW,
  missesAt: NOW,
});
const reading = (kpi: string, at: string): Reading => ({
  kpi,
  at,
  value: 96,
  source: 'dashboard',
  by: WHO.manager,
  missed: false,
});
const evidence = { 'KP-1': KPI_EVIDENCE['KP-1'] };
const judge = (meetings: Meeting[], readings: Reading[]) => assess('CA-2', { evidence, state: { meetings, readings } });
const held = [meeting('2026-09-09', 'held')];

test('CA-2 is refused while the latest review was missed', () => {
  expect(judge([meeting('2026-09-02', 'held'), meeting('2026-09-09', 'missed')], [])).toEqual(
    open([say('cadence.missed', { meeting: say('CA-2.meeting'), day: '2026-09-09' })]),
  );
});

test('CA-2 is refused a review that was held without a reading of every KPI of that week', () => {
  const readings = [
    reading('answers right', '2026-09-09T09:00:00.000Z'),
    reading('copied text', '2026-09-02T23:00:00.000Z'),
  ];
  expect(judge(held, readings)).toEqual(open([say('CA-2.no-reading', { kpi: 'copied text', day: '2026-09-09' })]));
});

test('CA-2 is met by a review held with a reading of every KPI', () => {
  const readings = ['answers right', 'copied text'].map((k) => reading(k, '2026-09-03T00:00:00.000Z'));
  expect(judge(held, readings)).toEqual(met(['meeting:CA-2']));
});

test('CA-2 is open before the first review', () => {
  expect(judge([], [])).toEqual(open([say('cadence.none-held', { meeting: say('CA-2.meeting') })]));
});
