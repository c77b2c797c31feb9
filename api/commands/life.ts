import { z } from 'zod';
import { country, personRef, policyText, reason, repository, resource, text } from '../../contract/basics.js';
import { DATA_CLASSES } from '../../domain/case/intake.js';
import { CASE_OUTCOMES } from '../../domain/case/state.js';
import type { ScopeChange } from '../../domain/lifecycle/scopeChange.js';
import { proposalOf } from '../policyMigration.js';
import { act } from './act.js';

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
  dataRoles: z
    .strictObject({ client: z.enum(['controller', 'processor']), vendor: z.enum(['processor', 'sub-processor']) })
    .optional(),
  reason,
});

/** The change with only what it names: what is left out stays as it is. */
function named({ reason: why, ...change }: z.output<typeof scope>): { reason: string } & ScopeChange {
  const { addRepositories, addAssets, remove, dataClasses, euPersonalData, dataRoles } = change;
  return {
    reason: why,
    ...(addRepositories === undefined ? {} : { addRepositories }),
    ...(addAssets === undefined ? {} : { addAssets }),
    ...(remove === undefined ? {} : { remove }),
    ...(dataClasses === undefined ? {} : { dataClasses }),
    ...(euPersonalData === undefined ? {} : { euPersonalData }),
    ...(dataRoles === undefined ? {} : { dataRoles }),
  };
}

/** Acts on the case as a whole. */
export const life = {
  ChangeScope: act(
    'Change the scope: repositories, data sets, models and the kinds of data; the plan is compiled again',
    'procurement',
    scope,
    (body) => ({ type: 'ChangeScope', ...named(body) }),
  ),
  ProposePolicy: act(
    'Propose another policy for the running case; it is decided on the difference that it makes to the plan',
    'procurement',
    z.strictObject({ policy: policyText.describe('The policy as YAML.'), reason }),
    (body, building) => proposalOf(building, building.state, body),
  ),
  WithdrawPolicy: act(
    'Withdraw a proposed policy, also an approved one that is not in force yet',
    'procurement',
    z.strictObject({ approval: text(200), reason }),
    (body) => ({ type: 'WithdrawPolicy', ...body }),
  ),
  PauseCase: act(
    'Pause the case: access is withdrawn, nothing opens, falls due or is missed; statutory clocks go on',
    LEADERS,
    z.strictObject({ reason }),
    (body) => ({ type: 'PauseCase', ...body }),
  ),
  ResumeCase: act(
    'Resume a paused case; what was due is due later by the length of the pause',
    `${LEADERS}, never who paused it`,
    z.strictObject({ reason }),
    (body) => ({ type: 'ResumeCase', ...body }),
  ),
  CloseCase: act(
    'Close the case, completed, walked away from or cancelled: every access is withdrawn and proven absent',
    LEADERS,
    z.strictObject({ outcome: z.enum(CASE_OUTCOMES).default('completed'), reason }),
    (body) => ({ type: 'CloseCase', ...body }),
  ),
};
