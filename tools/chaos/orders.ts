import { z } from 'zod';

/**
 * Where a worker ends itself: after the commit of a record and before anybody is told; after the provider's answer and before it is
 * reported; while a run hands over; after the mail server took a letter and before the journal knows; between two letters.
 */
export const POINTS = ['committed', 'provider-answered', 'rollover', 'mail-accepted', 'between-mails'] as const;
export type Point = (typeof POINTS)[number];

/** What a process of the harness is told, over the channel to its parent and never in arguments. */
export const ordersSchema = z.object({
  databaseUrl: z.string(),
  temporalAddress: z.string(),
  masterKeyHex: z.string(),
  smtpUrl: z.string(),
  githubUrl: z.string(),
  githubToken: z.string(),
  apiPort: z.number(),
  /** Ports that retry blindly and believe every answer: the harness has to find them out. */
  naive: z.boolean(),
  /** End yourself there, the n-th time from `afterMs` after the start, `delayMs` later. */
  dieAt: z.object({ point: z.enum(POINTS), nth: z.number(), delayMs: z.number(), afterMs: z.number() }).optional(),
});
export type Orders = z.infer<typeof ordersSchema>;

export const TASK_QUEUE = 'chaos';
export const MAIL_FROM = 'Drawbridge <drawbridge@chaos.example>';
/** Bounds of one request outwards, milliseconds: short, so that a time-out costs seconds of a run and not minutes. */
export const PROVIDER_TIMEOUT_MS = 3_000;
export const SMTP_TIMEOUT_MS = 4_000;
