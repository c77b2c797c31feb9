import { z } from 'zod';
import { names } from '../basics.js';
import { kpiItem } from '../report.js';

/** What was billed for a month. */
const invoice = z.object({
  month: z.string().describe('`YYYY-MM`.'),
  billedUsd: z.number().describe('Whole US dollars, all fees of that month.'),
  engineers: z.number(),
});

/** How the work runs beside what the case itself shows: each KPI with all its readings, and what was billed. */
export const runningPage = z.object({
  kpis: z.array(
    kpiItem.extend({
      formula: z.string().optional().describe('For the vendor only where the vendor has supplied the KPI.'),
    }),
  ),
  invoices: z.array(invoice).optional().describe('For the client.'),
  names,
});

export type RunningPage = z.infer<typeof runningPage>;
export type KpiHistory = RunningPage['kpis'][number];
