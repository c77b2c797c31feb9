import type { CaseEvent } from '../case/events.js';
import type { Role } from '../case/roles.js';
import { OUTCOME_WORDS } from '../lifecycle/words.js';

/** What is said to whom when something happens to the case as a whole; undefined for other facts. */
export function lifeNotice(event: CaseEvent): { to: Role[]; title: string; why: string; how: string[] } | undefined {
  const team: Role[] = ['procurement', 'vendor-contact', 'engineering-manager', 'security'];
  switch (event.type) {
    case 'CasePaused':
      return {
        to: [...team, 'executive'],
        title: 'The case is paused',
        why: event.reason,
        how: [
          'Access is withdrawn now and comes back when the case goes on; nothing falls due and no meeting is missed meanwhile.',
          'Papers lapse as ever, and statutory clocks go on.',
        ],
      };
    case 'CaseResumed':
      return {
        to: [...team, 'executive'],
        title: 'The case goes on',
        why: event.reason,
        how: ['What was due is due later by the length of the pause; your tasks come back to you.'],
      };
    case 'ScopeChanged':
      return {
        to: [...team, 'legal', 'privacy'],
        title: 'The scope of the case is changed',
        why: event.reason,
        how: ['What was decided for other data is decided anew; access to what was removed ends now.'],
      };
    case 'PolicyApproved':
      return {
        to: [...team, 'legal', 'privacy'],
        title: `The case goes over to the policy ${event.policy.name} ${event.policy.version}`,
        why: event.reason,
        how: ['Tasks, gates and access follow it from now on; access that it holds shut ends.'],
      };
    case 'CaseClosing':
      return {
        to: ['procurement', 'vendor-contact', 'security'],
        title:
          event.outcome === undefined ? 'The case is closing' : `The case is closing. ${OUTCOME_WORDS[event.outcome]}`,
        why: event.reason,
        how: ['Every access is withdrawn and proven absent now, after 1 hour, 24 hours and 7 days.'],
      };
    default:
      return undefined;
  }
}
