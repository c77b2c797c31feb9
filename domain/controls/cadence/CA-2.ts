import { plusDays, startOfDay } from '../../clocks/businessTime.js';
import { type Said, say } from '../../say.js';
import { notAfter } from '../../time.js';
import { defineFact, type Scene } from '../control.js';
import { agreedKpis } from '../kpi/kpis.js';
import { judgeMeetings, lastMeeting } from './meetings.js';

/** KPIs without a reading in the week up to the latest review. */
function unread(scene: Scene): Said[] {
  const meeting = lastMeeting(scene);
  if (meeting === undefined) return [];
  const since = startOfDay(scene.state.calendars.client, plusDays(meeting.day, -6));
  const read = (kpi: string): boolean => scene.state.readings.some((r) => r.kpi === kpi && notAfter(since, r.at));
  return agreedKpis(scene.state).flatMap(({ name }) =>
    read(name) ? [] : [say('CA-2.no-reading', { kpi: name, day: meeting.day })],
  );
}

/** The weekly review is held, and every agreed KPI has a reading for it. */
export const CA2 = defineFact({
  id: 'CA-2',
  title: 'Weekly synced review against the KPIs',
  area: 'cadence',
  risk: 'quality',
  nist: 'measure',
  subject: 'case',
  suppliedBy: [],
  assess: (_none, scene) => judgeMeetings(scene, say('CA-2.meeting'), unread(scene)),
});
