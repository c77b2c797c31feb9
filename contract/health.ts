import { z } from 'zod';
import { text } from './basics.js';

export const alive = z.object({ ok: z.literal(true) });

/** Whether a process can do its work, by what it needs. */
export const ready = z.object({
  database: z.boolean(),
  temporal: z.boolean(),
  migrations: z.boolean(),
  /** False from the moment the process is asked to stop. */
  accepting: z.boolean(),
});

export const errorParams = z.object({ code: text(60) });
/** What an error code means. */
export const errorMeaning = z.object({
  code: z.string(),
  status: z.number(),
  recorded: z.boolean(),
  means: z.string(),
});
