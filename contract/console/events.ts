import { z } from 'zod';

/** What `event: case` tells: the case has entries up to this number; what they say is read as ever. */
export const caseEvent = z.object({ caseId: z.string(), seq: z.number() });
export type CaseEventData = z.infer<typeof caseEvent>;

/** Sent by whoever connects once more: then everything is to be read again. */
export const eventHeaders = z.looseObject({ 'last-event-id': z.string().max(100).optional() });

/**
 * The events of `GET /api/events`, as server-sent events.
 *
 * `case`: data is {@link caseEvent}. `reset`: something may have been missed, read everything again.
 * `beat`: the line holds; one comes every 15 seconds. `end`: the sign-in has ended, and no new stream will open.
 */
export const EVENTS = ['case', 'reset', 'beat', 'end'] as const;
export type EventName = (typeof EVENTS)[number];

/** A stream of text without an end. */
export const eventStream = z.string().describe(`Server-sent events: ${EVENTS.join(', ')}.`);
