import { z } from 'zod';
import { DISPUTED_THINGS } from '../../domain/disputes/dispute.js';
import { day, instant, personRef, reason, text } from '../basics.js';

const milestone = text(60).describe('Id of the milestone, for example milestone-1.');
const evidence = text(500).describe('A link, or the hash of a document.');
const BOTH = 'engineering manager, vendor contact';

/** Acts on milestones and first days, and on what the vendor disputes. */
export const agreements = {
  DeliverMilestone: {
    summary: 'Deliver a milestone, with where it is found; the client accepts or returns it',
    by: 'vendor contact',
    body: z.strictObject({ milestone, evidence }),
  },
  AnswerMilestone: {
    summary: 'Accept or return a delivered milestone; silence accepts nothing',
    by: 'whoever the terms name to accept, engineering manager; once late, also whoever it escalates to',
    body: z.strictObject({
      milestone,
      delivery: z.int().min(1).max(10_000).describe('Number of the delivery that you looked at.'),
      answer: z.enum(['accept', 'return']),
      reason,
    }),
  },
  MoveMilestone: {
    summary: 'Move the due day of a milestone: later by the client at once, otherwise a question to the other side',
    by: BOTH,
    body: z.strictObject({ milestone, due: day, reason }),
  },
  AnswerMilestoneMove: {
    summary: 'Agree to another due day that the other side asked for, or decline it',
    by: `${BOTH}, of the other side`,
    body: z.strictObject({
      milestone,
      due: day.describe('The day that was asked for.'),
      answer: z.enum(['agree', 'decline']),
      reason,
    }),
  },
  AnnounceFirstDay: {
    summary: 'Announce somebody’s first day; the client confirms it',
    by: 'vendor contact',
    body: z.strictObject({ person: personRef, day }),
  },
  AnswerFirstDay: {
    summary: 'Confirm that somebody was there on the first day, or say that it was not so',
    by: 'engineering manager, in-house engineer',
    body: z.strictObject({ person: personRef, day, answer: z.enum(['confirm', 'refuse']), reason }),
  },
  RaiseDispute: {
    summary: 'Dispute a reading or a missed meeting; the client owes an answer',
    by: 'vendor contact',
    body: z.strictObject({
      about: z.enum(DISPUTED_THINGS),
      of: text(120).describe('The KPI by its name, or the meeting by its control, for example CA-1.'),
      when: z
        .union([day, instant])
        .optional()
        .describe('When it was read, or the day of the meeting. Default: the latest.'),
      reason,
      evidence: evidence.optional().describe('A link or a hash; needed, and a new one, where it was answered before.'),
    }),
  },
  AnswerDispute: {
    summary: 'Answer a dispute: uphold the record, or correct it',
    by: 'engineering manager, procurement, executive; not who recorded it, while the case names somebody else',
    body: z.strictObject({
      dispute: text(60).describe('Id of the dispute, for example dispute-1.'),
      answer: z.enum(['uphold', 'correct']),
      value: z.number().optional().describe('To correct a reading.'),
      attendees: z.int().min(1).max(500).optional().describe('To correct a missed meeting: how many took part.'),
      notes: text(2000).optional().describe('To correct a missed meeting: what came of it. The vendor reads it.'),
      reason,
    }),
  },
};
