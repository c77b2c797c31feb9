import type { Template } from '../fill.js';

/** Of approvals, gates and delegations. */
export const approvals: Record<string, Template> = {
  'approvals.unknown': 'Approval {approval} not found in this case, or not requested yet.',
  'approvals.not-open': '{approval} is {status}, not open for a decision.',
  'approvals.changed-since-read': '{approval} changed since you read it. Review the current version before deciding.',
  'approvals.not-a-decider': '{approval} is decided by {roles:roles}. You are signed in as {role:role}.',
  'approvals.own-request':
    'You, or the person you stand in for, requested {approval} or supplied its evidence, so someone else must decide it (AU-2).',
  'approvals.already-decided': 'You have already decided {approval}.',
  'approvals.already-requested': '{approval} already asks for this and is waiting for an answer.',
  'approvals.nobody-else-decides':
    'Only you could decide this, and whoever asks does not decide (AU-2). Let somebody else of the case ask for it.',
  'approvals.flag-cleared': 'The red flag that it is about was cleared.',
  'approvals.content-changed': 'What was to be decided has changed.',
  'approvals.no-longer-met': 'What the decision rests on is no longer met.',
  'approvals.now-decided': 'The gate opened without a decision and now needs one.',
  'approvals.no-questions': '{approval} is {status}. It has no open questions.',
  'approvals.own-questions': 'You asked these questions, so someone else must answer them.',
  'approvals.delegate-outside': 'Client decisions can only be delegated to the client’s own people.',
  'approvals.delegation-circle': '{person:person} already delegates back to you. Name someone else.',
  'approvals.no-delegation': 'There is no delegation as {role:role} between you and {person:person}.',
  'approvals.delegate-is-requester':
    '{person:person} requested {approval}, which is waiting for your decision. Name someone else (AU-2).',
  'approvals.lent-before':
    'This vote was lent for {days#day} in the last year, and a delegation must not bring it above {limit#day}. Name somebody else for the role instead.',
  'approvals.delegation-end': 'A delegation must end on a future day, at most {limit#day} from now.',
};
