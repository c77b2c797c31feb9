import { z } from 'zod';
import { CASE_OUTCOMES } from '../domain/case/state.js';
import { names, pageOf, paging, text } from './basics.js';

/** One case of a vendor as its record tells it. */
const vendorCase = z.object({
  caseId: z.string(),
  title: z.string(),
  client: z.string(),
  model: z.string(),
  status: z.enum(['new', 'open', 'closing', 'closed']),
  paused: z.boolean(),
  openedAt: z.string(),
  closedAt: z.string().optional(),
  outcome: z.enum(CASE_OUTCOMES).optional().describe('How it ends or ended; absent while it is open.'),
  closedReason: z.string().optional(),
  redFlags: z.array(
    z.object({
      flag: z.string(),
      person: z.string().optional(),
      status: z.string(),
      raisedAt: z.string(),
      reason: z.string(),
    }),
  ),
  counts: z.object({
    refusals: z.number(),
    lateTasks: z.number(),
    escalations: z.number(),
    waivers: z.number(),
    missedMeetings: z.number(),
    slaBreaches: z.number(),
    lateIncidentDuties: z.number(),
    lateMilestones: z.number(),
    returnedMilestones: z.number().describe('Deliveries that the client has returned.'),
  }),
});

/** A paper of a vendor that is in force today, and in which case it stands. */
const vendorPaper = z.object({
  caseId: z.string(),
  client: z.string(),
  paper: z.string(),
  kind: z.string(),
  title: z.string(),
  textHash: z.string(),
  person: z.string().optional(),
  until: z.string().optional(),
  reused: z.object({ caseId: z.string(), paper: z.string(), seq: z.number(), hash: z.string() }).optional(),
});

export const vendorQuery = z.strictObject(paging);
/** Vendors by name, with the number of their cases. */
export const vendorPage = pageOf(
  z.object({
    vendor: z.string(),
    cases: z.number(),
    open: z.number().describe('Cases that are not closed.'),
    late: z.boolean(),
  }),
);
export type VendorPage = z.infer<typeof vendorPage>;

export const vendorParams = z.object({ name: text(200).describe('Name of the vendor, any case.') });
/** A vendor's record above its cases. */
export const vendorRecord = z.object({
  vendor: z.string(),
  cases: z.array(vendorCase),
  papersInForce: z.array(vendorPaper),
  names,
});
export type VendorRecord = z.infer<typeof vendorRecord>;
