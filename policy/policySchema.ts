import { z } from 'zod';
import { HELD, STAGES } from '../domain/case/plan.js';
import { CLIENT_ROLES, VENDOR_ROLES } from '../domain/case/roles.js';
import { isObjectWord } from '../domain/record.js';
import { name } from './caseFields.js';

const clientRole = z.enum(CLIENT_ROLES);
const role = z.enum([...CLIENT_ROLES, ...VENDOR_ROLES]);
const stage = z.enum(STAGES);
const day = z.int().min(1).max(365);
const hours = z.number().min(1).max(2000);

const source = z.string().trim().min(1).max(300).describe('Where it comes from: law, standard or house rule');
const leadDays = z.int().min(1).max(120);

/** A number with where it comes from; out of its bounds it would be a way to switch a rule off. */
const sourced = (least: number, most: number) =>
  z.strictObject({
    value: z.number().min(least).max(most),
    source,
  });

const binds = z.union([
  z.strictObject({ gate: z.array(z.enum(HELD)).min(1) }),
  z.strictObject({ dealBreaker: clientRole }),
  z.strictObject({ track: day }),
  z.strictObject({ checkpoint: day }),
  z.strictObject({ meeting: z.enum(['working-day', 'week', 'month']) }),
  z.strictObject({ sla: z.literal(true) }),
  z.strictObject({ advise: z.literal(true) }),
  z.strictObject({ always: z.literal(true) }),
]);

/** A group of entries by their names, at most `most`. */
const named = <V extends z.ZodType>(value: V, most: number) =>
  z
    .record(z.string().min(1).max(40), value)
    .refine((entries) => Object.keys(entries).length <= most, { error: `has to have ${most} entries at most.` });

const control = z.strictObject({
  stage,
  binds,
  owner: role.describe('Role that has to supply it'),
  path: z
    .string()
    .min(1)
    .max(40)
    .optional()
    .describe('Controls of one path are alternatives: one of them met is enough'),
  behind: z.array(stage).default([]),
  waivableBy: z.array(clientRole).default([]),
  waiverMaxDays: z.int().min(1).max(365).default(30),
  lapse: z
    .union([z.literal('suspend'), z.strictObject({ warn: z.int().min(1).max(90) })])
    .default('suspend')
    .describe('For a gate: what it opened is suspended when it lapses, or only after so many days of warning'),
  graceHours: hours.optional().describe('For a meeting: business hours until it counts as missed'),
  when: z
    .string()
    .trim()
    .min(1)
    .max(1000)
    .optional()
    .describe('Boolean CEL over `intake`; the control applies only where it is true'),
  numbers: named(sourced(1, 1_000_000_000), 40).default({}),
  lists: named(z.strictObject({ value: z.array(z.string().min(1).max(80)).min(1).max(300), source }), 40).default({}),
});

/** The schema of a policy file. */
export const policySchema = z.strictObject({
  name: name(60),
  version: name(40),
  stages: z
    .array(
      z.strictObject({
        id: stage,
        after: z.array(stage).max(STAGES.length),
        deciders: z.array(z.strictObject({ role: clientRole, quorum: z.int().min(1).max(5) })).max(10),
        decideWithinHours: hours,
        escalateTo: clientRole,
        notBeforeDay: day.optional(),
      }),
    )
    .max(STAGES.length),
  controls: named(control, 200),
  accessProfiles: named(
    z.strictObject({
      gives: named(z.string().max(60), 20),
      maxDays: z.int().min(1).max(365),
    }),
    20,
  ).refine((profiles) => !Object.keys(profiles).some(isObjectWord), { error: 'has to have other names than these.' }),
  reminders: z.strictObject({ hoursFromDue: z.array(z.number().min(-200).max(200)).max(10) }),
  drillIsOptional: z
    .boolean()
    .optional()
    .describe('The working agreement does not wait for a drill of a breach; left out, it does where DP-3 applies'),
  daysOff: z
    .strictObject({
      client: z.array(z.iso.date()).max(200).optional(),
      vendor: z.array(z.iso.date()).max(200).optional(),
    })
    .optional()
    .describe('Days on which a party does not work, beside the holidays of its region'),
  lastDayMovesToWorkingDay: z
    .boolean()
    .optional()
    .describe('The last day of a period moves off a day off of the client (Regulation 1182/71, Art. 3(4))'),
  clientSignatories: z.array(clientRole).min(1),
  escalateTo: clientRole,
  numbers: z.strictObject({
    taskHours: sourced(1, 400).describe('Business hours'),
    graceHoursAfterGate: sourced(0, 400).describe('Business hours'),
    effectRetryMinutes: sourced(1, 1_440).describe('Minutes'),
    accessReviewHours: sourced(1, 168).describe('Hours'),
    accountAnswerHours: sourced(1, 80).describe('Business hours of the client, from the look that found an account'),
    manualReviewDays: sourced(1, 365).describe('Calendar days'),
    lapseWarningDays: z
      .strictObject({ value: z.array(leadDays).min(1).max(6), source })
      .describe('Calendar days before a lapse'),
    vendorNoticeHours: sourced(1, 72).describe('Hours, from the awareness of the vendor'),
    authorityNoticeHours: sourced(1, 72).describe('Hours, from the awareness of the client'),
    incidentReminderPercents: z
      .strictObject({ value: z.array(z.int().min(1).max(99)).min(1).max(6), source })
      .describe('Percent of these hours'),
    delegationMaxDays: sourced(1, 365).describe('Calendar days'),
    refusalsPerHour: sourced(1, 1_000).describe('Refusals of one person'),
    retentionYears: sourced(1, 100).describe('Years after the case closed'),
    acceptanceHours: sourced(1, 400).optional().describe('Business hours of the client to accept a milestone; 40'),
    reworkHours: sourced(1, 400).optional().describe('Business hours of the vendor after a milestone was returned; 40'),
    disputeDays: sourced(1, 90)
      .optional()
      .describe('Calendar days in which a reading or missed meeting is disputed; 10'),
    disputeAnswerHours: sourced(1, 400).optional().describe('Business hours of the client to answer a dispute; 16'),
    disputeRounds: sourced(1, 10).optional().describe('Times that the same thing can be disputed; 2'),
    accessRequestHours: sourced(1, 400)
      .optional()
      .describe('Business hours of the client to decide on a request for access, which lapses then; 16'),
  }),
});

export type Policy = z.infer<typeof policySchema>;
export type PolicyControl = Policy['controls'][string];
