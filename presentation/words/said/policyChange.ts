import type { Template } from '../fill.js';

/** Of a policy that a case moves to. */
export const policyChange: Record<string, Template> = {
  'policy-change.other-plan':
    'Under the approved policy the plan is no longer the one that was approved, so it was not applied. Withdraw the proposal and propose the policy again.',
};
