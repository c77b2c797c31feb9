import type { Template } from '../fill.js';

/** Of a policy that a case moves to. */
export const policyChange: Record<string, Template> = {
  'policy-change.open': '{approval} is still open. Decide or withdraw it first.',
  'policy-change.recompiling': 'The plan is being recompiled. Propose the policy once that is done.',
  'policy-change.plan-changed': 'The plan changed since you compared the policies. Compare again before you propose.',
  'policy-change.no-change': 'Nothing would change: the case already follows {policy} {version}.',
  'policy-change.nobody-decides': 'Nobody could decide this: the case names no executive other than you.',
  'policy-change.unknown': 'There is no policy proposal {approval} in this case.',
  'policy-change.not-open': '{approval} is already {status} and can no longer be withdrawn.',
  'policy-change.case-closing': 'The case is closing.',
  'policy-change.basis-changed':
    'The model or the scope changed, so the policy would change other things than proposed.',
  'policy-change.other-plan':
    'Under the approved policy the plan is no longer the one that was approved, so it was not applied. Withdraw the proposal and propose the policy again.',
};
