import { z } from 'zod';
import { DATA_CLASSES, DATA_FORMS, RESOURCE_KINDS } from '../../domain/case/intake.js';
import { CASE_OUTCOMES } from '../../domain/case/state.js';
import { approvalId, country, personRef, policyText, provider, reason, resource, text } from '../basics.js';

const LEADERS = 'procurement, executive';

const added = z.strictObject({
  provider,
  kind: z.enum(RESOURCE_KINDS),
  id: text(250).describe('As its provider names it.'),
  personalData: z.boolean(),
  dataClass: z.enum(DATA_CLASSES).optional().describe('Of a data set or a model.'),
  form: z.enum(DATA_FORMS).optional().describe('Of a data set or a model.'),
  country: country.optional().describe('Of a data set or a model: where it lies.'),
  owner: personRef.optional().describe('Who decides on access to it; left out: the engineering manager.'),
  administrator: personRef.optional().describe('By hand: who opens and closes it.'),
  checker: personRef.optional().describe('By hand: another person, who checks.'),
});

const scope = z.strictObject({
  add: z.array(added).max(50).optional().describe('Repositories, data sets and models.'),
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
    body: z.strictObject({ approval: approvalId, reason }),
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
