import { z } from 'zod';
import { controlId, day, hash, reason, text } from '../schemas/basics.js';
import { act } from './act.js';

const TEAM = 'vendor contact, engineering manager, procurement, executive';

/** Acts while the work runs, and the last one. */
export const running = {
  RecordBeat: act(
    'Record that a beat of the cadence was held',
    TEAM,
    z.strictObject({ beat: controlId, day, attendees: z.int().min(1).max(500), notes: text(2000) }),
    (body) => ({ type: 'RecordBeat', ...body }),
  ),
  RecordReading: act(
    'Record the reading of a KPI with its source',
    TEAM,
    z.strictObject({ kpi: text(120), value: z.number(), source: text(500), evalSetHash: hash.optional() }),
    (body) => ({ type: 'RecordReading', ...body }),
  ),
  CloseCase: act(
    'Close the case: every access is withdrawn and proven absent',
    'procurement, executive',
    z.strictObject({ reason }),
    (body) => ({ type: 'CloseCase', ...body }),
  ),
};
