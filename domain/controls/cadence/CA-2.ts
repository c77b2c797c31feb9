import { plusDays, startOfDay } from '../../clocks/businessTime.js';
import { notAfter } from '../../time.js';
import { defineFact, type Scene } from '../control.js';
import { agreedKpis } from '../kpi/kpis.js';
import { judgeBeats, lastBeat } from './beats.js';

/** KPIs without a reading in the week up to the latest review. */
function unread(scene: Scene): string[] {
  const beat = lastBeat(scene);
  if (beat === undefined) return [];
  const since = startOfDay(scene.state.calendars.client, plusDays(beat.day, -6));
  const read = (kpi: string): boolean => scene.state.readings.some((r) => r.kpi === kpi && notAfter(since, r.at));
  return agreedKpis(scene.state).flatMap(({ name }) =>
    read(name) ? [] : [`The review of ${beat.day} has no reading of ${name}; record one with its source.`],
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
  assess: (_none, scene) => judgeBeats(scene, 'weekly review', unread(scene)),
});
