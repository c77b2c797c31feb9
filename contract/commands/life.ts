import { z } from 'zod';
import { DATA_CLASSES } from '../../domain/case/intake.js';
import { CASE_OUTCOMES } from '../../domain/case/state.js';
import { country, personRef, policyText, reason, repository, resource, text } from '../basics.js';

const LEADERS = 'procurement, executive';

const asset = z.strictObject({
  id: resource,
  personalData: z.boolean(),
  dataClass: z.enum(DATA_CLASSES),
  form: z.enum(['raw', 'masked', 'anonymised', 'synthetic']),
  country,
  administrator: personRef,
  checker: personRef,
});

const scope = z.strictObject({
  addRepositories: z
    .array(z.strictObject({ id: repository, personalData: z.boolean() }))
    .max(50)
    .optional(),
  addAssets: z.array(asset).max(50).optional().describe('Data sets (`data:name`) and models (`model:name`).'),
  remove: z.array(resource).max(100).optional().describe('Their access ends at once; added again, it is replaced.'),
  dataClasses: z.array(z.enum(DATA_CLASSES)).min(1).max(20).optional(),
  euPersonalData: z.boolean().optional(),
  euMarket: z
    .boolean()
    .optional()
    .describe('Placed on the market, put into service or deployed in the EU, or its output is used there (AI-1).'),
  dataRoles: z
    .strictObject({ client: z.enum(['controller', 'processor']), vendor: z.enum(['processor', 'sub-processor']) })
    .optional(),
  reason,
});

/** Acts on the case as a whole. */
export const life = {
  ChangeScope: {
    summary: 'Change the scope: repositories, data sets, models and the kinds of data; the plan is compiled again',
    by: 'procurement',
    body: scope,
  },
  ProposePolicy: {
    summary: 'Propose another policy for the running case; it is decided on what it would change in the plan',
    by: 'procurement',
    body: z.strictObject({ policy: policyText.describe('The policy as YAML.'), reason }),
  },
  WithdrawPolicy: {
    summary: 'Withdraw a proposed policy, also an approved one that does not apply yet',
    by: 'procurement',
    body: z.strictObject({ approval: text(200), reason }),
  },
  PauseCase: {
    summary: 'Pause the case: access is withdrawn, nothing opens, falls due or is missed; statutory clocks go on',
    by: LEADERS,
    body: z.strictObject({ reason }),
  },
  ResumeCase: {
    summary: 'Resume a paused case; every due date moves by the length of the pause',
    by: `${LEADERS}, never who paused it`,
    body: z.strictObject({ reason }),
  },
  CloseCase: {
    summary: 'Close the case as completed, walked away from or cancelled: all access is withdrawn and proven absent',
    by: LEADERS,
    body: z.strictObject({ outcome: z.enum(CASE_OUTCOMES).default('completed'), reason }),
  },
};
