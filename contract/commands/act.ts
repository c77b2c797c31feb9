import type { z } from 'zod';

/** One human act as the API takes it. */
export type CommandShape<Body = unknown> = {
  /** What it does, in one line. */
  summary: string;
  /** Who may, in words; the domain decides it. */
  by: string;
  body: z.ZodType<Body>;
};
