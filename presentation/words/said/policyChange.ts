import type { Template } from '../fill.js';

/** Of a policy that a case moves to. */
export const policyChange: Record<string, Template> = {
  'policy-change.policy-not-stored': 'The policy of this case is not stored.',
  'policy-change.policy-unreadable': 'This version cannot read the policy of this case.',
  'policy-change.other-open': '{approval} is still open. Decide or withdraw it before you propose another policy.',
  'policy-change.recompiling': 'The plan is being recompiled. Propose the policy once that is done.',
  'policy-change.plan-changed': 'The plan changed since you read the difference. Review the current difference first.',
  'policy-change.same-plan': 'Nothing would change: policy {policy} already gives this case the same plan.',
  'policy-change.nobody-decides': 'Nobody could decide this: the case names no executive besides you.',
  'policy-change.unknown': 'Policy proposal {approval} not found in this case.',
  'policy-change.not-withdrawable': '{approval} is {status} and can no longer be withdrawn.',
  'policy-change.case-closing': 'The case is closing.',
  'policy-change.difference-outdated':
    'The model or scope changed, so the difference that was proposed no longer holds.',
  'policy-change.other-plan':
    'Under the approved policy the plan is no longer the one that was approved, so it was not applied. Withdraw the proposal and propose the policy again.',
};
