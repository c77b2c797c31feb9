import { z } from 'zod';
import { controlId, day, hash, instant, text } from '../basics.js';

const TEAM = 'vendor contact, engineering manager, procurement, executive';

/** Acts while the work runs. */
export const running = {
  RecordMeeting: {
    summary: 'Record that a meeting of the cadence was held',
    by: TEAM,
    body: z.strictObject({ meeting: controlId, day, attendees: z.int().min(1).max(500), notes: text(2000) }),
  },
  RecordReading: {
    summary: 'Record the reading of a KPI with its source',
    by: TEAM,
    body: z.strictObject({
      kpi: text(120),
      value: z.number(),
      source: text(500),
      at: z
        .union([day, instant])
        .optional()
        .describe('When it was read; a day counts from its start in the client’s zone. Default: now.'),
      evalSetHash: hash.optional(),
    }),
  },
  RecordInvoice: {
    summary: 'Record what the vendor billed for a month; it is checked against the agreed rate (RF-4)',
    by: 'procurement',
    body: z.strictObject({
      month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'must be a month written YYYY-MM' }),
      billedUsd: z.int().min(0).max(1_000_000_000).describe('Whole US dollars, all fees of that month.'),
      engineers: z.int().min(1).max(500).describe('Engineers who worked that month.'),
      note: text(500).optional(),
    }),
  },
};
