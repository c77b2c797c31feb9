import { z } from 'zod';
import { controlId, day, hash, instant, text } from '../../contract/basics.js';
import { act } from './act.js';

const TEAM = 'vendor contact, engineering manager, procurement, executive';

/** Acts while the work runs. */
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
    z.strictObject({
      kpi: text(120),
      value: z.number(),
      source: text(500),
      at: z
        .union([day, instant])
        .optional()
        .describe('When it was read; a day counts from its start in the client’s zone. Left out: now.'),
      evalSetHash: hash.optional(),
    }),
    (body) => ({ type: 'RecordReading', ...body }),
  ),
  RecordInvoice: act(
    'Record what the vendor billed for a month; it is held against the rate agreed (RF-4)',
    'procurement',
    z.strictObject({
      month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'must be a month written YYYY-MM' }),
      billedUsd: z.int().min(0).max(1_000_000_000).describe('Whole US dollars, all fees of that month.'),
      engineers: z.int().min(1).max(500).describe('Engineers who worked that month.'),
      note: text(500).optional(),
    }),
    ({ note, ...body }) => ({ type: 'RecordInvoice', ...body, ...(note === undefined ? {} : { note }) }),
  ),
};
