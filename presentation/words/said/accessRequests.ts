import type { Template } from '../fill.js';

/** Of requests for access. */
export const accessRequests: Record<string, Template> = {
  'access-request.own-only': 'You can request access for yourself. The vendor’s contact requests it for others.',
  'access-request.administers':
    'The access profile {profile} administers {resource:place}, which nobody of the vendor may (DC-1). Use another one.',
  'access-request.nobody-else':
    'Only you could decide on access to {resource:place}, and whoever asks does not decide (AU-2). Let the person or the vendor’s contact ask, or name another owner.',
  'access-request.not-open': 'No request for access of {person:person} to {resource:place} is waiting for a decision.',
  'access-request.not-the-asker': '{person:person} made this request, so nobody else can withdraw it.',
  'access-request.case-closing': 'The case is closing.',
  'access-request.not-accepted': '{person:person} is no longer accepted in this case.',
  'access-request.out-of-scope': '{resource:place} is no longer part of this case.',
  'access-request.profile-changed': 'The access profile {profile} no longer gives what was requested.',
};
