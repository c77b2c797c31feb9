import { z } from 'zod';
import { names, paging, policyText } from './basics.js';
import { person, planDifference, policyName } from './parts.js';

const decider = z.object({ role: z.string(), quorum: z.number() });

/** A number or list of a policy, with where it comes from. */
const sourced = z.object({
  name: z.string(),
  text: z.string().describe('What it says, in words.'),
  source: z.string(),
});

const policyControl = z.object({
  id: z.string(),
  title: z.string(),
  area: z.string(),
  risk: z.string(),
  stage: z.string(),
  binds: z.string().describe('How it binds, in words.'),
  locked: z.boolean().describe('No policy can remove, weaken or waive it.'),
  owner: z.string(),
  behind: z.array(z.string()).describe('Stages whose gates must be open first.'),
  path: z.string().optional().describe('Controls of one path are alternatives.'),
  waivableBy: z.array(z.string()),
  waiverMaxDays: z.number(),
  lapse: z.string().describe('What becomes of what it opened once it lapses.'),
  when: z.string().optional().describe('Condition over the intake (CEL); it applies only where that is true.'),
  figures: z.array(sourced),
});

/** A policy as a person reads it: gates and deciders, controls with their numbers and sources. */
export const policyPage = z.object({
  policy: policyName,
  stages: z.array(
    z.object({
      id: z.string(),
      after: z.array(z.string()),
      deciders: z.array(decider).describe('Empty: the gate opens by itself once its controls are met.'),
      decideWithinHours: z.number().describe('Business hours of the client.'),
      escalateTo: z.string(),
      notBeforeDay: z.number().optional(),
    }),
  ),
  controls: z.array(policyControl),
  figures: z.array(sourced),
  profiles: z.array(z.object({ name: z.string(), gives: z.record(z.string(), z.string()), maxDays: z.number() })),
  reminders: z.array(z.number()).describe('Business hours before (negative) and after a task is due.'),
  clientSignatories: z.array(z.string()),
  escalateTo: z.string(),
});
export type PolicyPage = z.infer<typeof policyPage>;

/** A policy’s text; left out, the installation’s own is meant. */
export const readPolicyBody = z.strictObject({ policy: policyText.optional() });

/** Open cases over which a policy is played at once, at most. */
const REPLAYED_MAX = 20;
export const replayPolicyBody = z.strictObject({ policy: policyText.optional() });
export const replayPolicyQuery = z.strictObject({
  ...paging,
  limit: z.coerce.number().int().min(1).max(REPLAYED_MAX).default(10),
});

const moved = z.object({ what: z.string(), before: z.string().optional(), after: z.string().optional() });

/** What a policy would come to in one open case, played on its rules and recorded nowhere. */
const replayed = z.object({
  caseId: z.string(),
  title: z.string(),
  vendor: z.string(),
  policy: policyName.describe('The one that the case follows.'),
  faults: z.array(z.string()).optional().describe('Why the case cannot come under the policy; then nothing is played.'),
  difference: z.array(planDifference),
  gates: z.array(z.object({ stage: z.string(), change: z.enum(['opens', 'closes', 'comes', 'goes']) })),
  decisions: z.array(z.object({ what: z.string(), change: z.enum(['asked', 'asked-again', 'falls-away']) })),
  dates: z.array(moved).describe('What would fall due at another time; instants.'),
  access: z.array(z.object({ person, resource: z.string() })).describe('Access that would end.'),
  follows: z.array(z.string()).describe('All that would be recorded, in words; empty for the operator.'),
});

/** A page of open cases with what a policy would change in each. */
export const replayedPolicy = z.object({
  policy: policyName,
  rows: z.array(replayed),
  nextCursor: z.string().optional(),
  names,
});
export type ReplayedPolicy = z.infer<typeof replayedPolicy>;
export type ReplayedCase = ReplayedPolicy['rows'][number];
