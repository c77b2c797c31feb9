import { z } from 'zod';
import { STOP_SCOPES } from '../domain/access/stop.js';
import { receipt } from './answers.js';
import { flag, names, pageOf, paging, reason, text } from './basics.js';

const stopId = z.string().regex(/^s-[0-9a-f]{16}$/, 'must be the id of a stop');

/** Closes everything of a person, a vendor or a place, in all cases. */
export const stopBody = z.strictObject({
  scope: z.enum(STOP_SCOPES),
  subject: text(300).describe('A person by address, id or whole name; a vendor by name; a resource as provider:id.'),
  reason,
});
export const liftBody = z.strictObject({ reason });
export const stopParams = z.object({ stop: stopId });
export const stopsQuery = z.strictObject({
  ...paging,
  standing: flag.default(true).describe('Only those that nobody has lifted.'),
});

const act = z.object({ personId: z.string(), role: z.string(), at: z.string(), reason: z.string() });

const stopRow = z.object({
  stop: stopId,
  scope: z.enum(STOP_SCOPES),
  subject: z.string(),
  stopped: act,
  lifted: act.optional().describe('Absent while it stands.'),
});

/** What became of it in one case. */
const ofCase = z.object({
  caseId: z.string(),
  title: z.string(),
  status: z
    .enum(['recorded', 'refused', 'unreachable'])
    .describe(
      '`unreachable`: the case gave no answer. It is told by itself later; repeat with the same key to see it.',
    ),
  receipt: receipt.optional(),
  code: z.string().optional().describe('Why not.'),
  message: z.string().optional(),
});

/** What a stop or its lifting came to, case by case. */
export const stopAnswer = stopRow.extend({
  cases: z.array(ofCase),
  complete: z.boolean().describe('Every open case that is concerned has recorded it.'),
  summary: z.string().describe('One sentence.'),
  names,
});
export type StopAnswer = z.infer<typeof stopAnswer>;

/** Stops, the latest first. */
export const stopsPage = pageOf(stopRow).extend({ names });
export type StopsPage = z.infer<typeof stopsPage>;
