import type { Meeting } from '../../../../domain/case/state.js';
import { say } from '../../../../domain/say.js';
import { assess, met, NOW, open } from '../../../support/controls/scene.js';

const meeting = (day: string, status: Meeting['status'], id = 'CA-1'): Meeting => ({
  id,
  day,
  status,
  due: NOW,
  missesAt: NOW,
});
const judge = (...meetings: Meeting[]) => assess('CA-1', { state: { meetings } });

test('CA-1 is refused while the latest meeting was missed', () => {
  expect(judge(meeting('2026-09-08', 'held'), meeting('2026-09-09', 'missed'), meeting('2026-09-10', 'due'))).toEqual(
    open([say('cadence.missed', { meeting: say('CA-1.meeting'), day: '2026-09-09' })]),
  );
});

test('CA-1 is met by the latest meeting held, whatever was missed before', () => {
  expect(judge(meeting('2026-09-09', 'held'), meeting('2026-09-08', 'missed'), meeting('2026-09-10', 'due'))).toEqual(
    met(['meeting:CA-1']),
  );
});

test('CA-1 is open before the first meeting, and does not count the meetings of others', () => {
  expect(judge(meeting('2026-09-10', 'due'))).toEqual(
    open([say('cadence.none-held', { meeting: say('CA-1.meeting') })]),
  );
  expect(judge(meeting('2026-09-10', 'held', 'CA-9'))).toEqual(
    open([say('cadence.none-held', { meeting: say('CA-1.meeting') })]),
  );
});
