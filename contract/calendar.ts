import { z } from 'zod';

/** The last part of a feed's address: its secret and `.ics`. What does not fit is not found. */
export const calendarParams = z.object({ file: z.string().max(200).describe('The secret of the feed, and `.ics`.') });

/** Whether one has a feed of one’s deadlines; its address is shown when it is made, and never again. */
export const myCalendar = z.object({
  feed: z
    .object({
      madeAt: z.string(),
      endsAt: z.string(),
      readAt: z.string().optional().describe('When a calendar read it last, to the hour.'),
    })
    .optional(),
});

/** A feed that was just made; whoever has the address reads the deadlines. */
export const madeCalendar = z.object({ address: z.string(), endsAt: z.string() });

export type MyCalendar = z.infer<typeof myCalendar>;
export type MadeCalendar = z.infer<typeof madeCalendar>;
