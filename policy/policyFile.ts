import { z } from 'zod';
import { HELD, STAGES } from '../domain/case/plan.js';
import { CLIENT_ROLES, VENDOR_ROLES } from '../domain/case/roles.js';
import { type Fault, type Path, parseLocated } from './located.js';
import { contradictions } from './policyRules.js';

const clientRole = z.enum(CLIENT_ROLES);
const role = z.enum([...CLIENT_ROLES, ...VENDOR_ROLES]);
const stage = z.enum(STAGES);
const day = z.int().min(1).max(365);
const hours = z.number().min(1).max(2000);

const sourced = z.strictObject({
  value: z.number(),
  source: z.string().trim().min(1).max(300).describe('Where the number comes from: law, standard or house rule'),
});

const binds = z.union([
  z.strictObject({ gate: z.array(z.enum(HELD)).min(1) }),
  z.strictObject({ dealBreaker: clientRole }),
  z.strictObject({ track: day }),
  z.strictObject({ checkpoint: day }),
  z.strictObject({ beat: z.enum(['working-day', 'week', 'month']) }),
  z.strictObject({ advise: z.literal(true) }),
  z.strictObject({ always: z.literal(true) }),
]);

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
  graceHours: hours.optional().describe('For a beat: business hours until it counts as missed'),
  when: z
    .string()
    .trim()
    .min(1)
    .max(1000)
    .optional()
    .describe('Boolean CEL over `intake`; the control applies only where it is true'),
  numbers: z.record(z.string(), sourced).default({}),
});

/** The schema of a policy file. */
export const policySchema = z.strictObject({
  name: z.string().trim().min(1).max(60),
  version: z.string().trim().min(1).max(40),
  stages: z.array(
    z.strictObject({
      id: stage,
      after: z.array(stage),
      deciders: z.array(z.strictObject({ role: clientRole, quorum: z.int().min(1).max(5) })),
      decideWithinHours: hours,
      escalateTo: clientRole,
      notBeforeDay: day.optional(),
    }),
  ),
  controls: z.record(z.string(), control),
  accessProfiles: z.record(
    z.string().min(1).max(40),
    z.strictObject({
      permission: z.enum(['pull', 'triage', 'push', 'maintain', 'admin']),
      maxDays: z.int().min(1).max(365),
    }),
  ),
  reminders: z.strictObject({ hoursFromDue: z.array(z.number().min(-200).max(200)).max(10) }),
  clientSignatories: z.array(clientRole).min(1),
  escalateTo: clientRole,
  numbers: z.strictObject({
    taskHours: sourced,
    graceHoursAfterGate: sourced,
    effectRetryMinutes: sourced,
    accessReviewHours: sourced,
    lapseWarningDays: sourced,
    delegationMaxDays: sourced,
    refusalsPerHour: sourced,
  }),
});

export type Policy = z.infer<typeof policySchema>;
export type PolicyControl = Policy['controls'][string];

/** Something to think about in a policy that can be used as it is. */
export type Warning = Fault;

/** Reads a policy file and checks everything that can be told without a case; faults name line and column. */
export function parsePolicy(
  text: string,
): { ok: true; policy: Policy; warnings: Warning[] } | { ok: false; faults: Fault[] } {
  const read = parseLocated(text, policySchema, { what: 'policy file' });
  if (!read.ok) return read;
  const locate = ({ path, message }: { path: Path; message: string }): Fault => ({
    ...read.at(path),
    path: path.join('.'),
    message,
  });
  const { faults, warnings } = contradictions(read.value);
  return faults.length > 0
    ? { ok: false, faults: faults.map(locate) }
    : { ok: true, policy: read.value, warnings: warnings.map(locate) };
}
