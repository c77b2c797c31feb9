import type { Template } from '../fill.js';

/** Of access: what opens, holds and ends it. */
export const access: Record<string, Template> = {
  'access.red-flag': 'Red flag {flag}: {reason}',
  'access.not-recertified': 'Nobody recertified this grant by the deadline.',
  'access.need-ended': 'The person no longer needs this access.',
  'access.no-such-need': 'This case no longer gives access to {resource:place} with profile {profile}.',
  'access.time-box-ended': 'The grant reached its time limit of {days#day}.',
  'access.case-paused': 'The case is paused: {reason}',
  'access.case-closed': 'The case is closing or closed.',
  'access.before-start': 'Access opens on the start date, {start:day}.',
  'access.login-waits': 'The login was corrected, and the new one has not been accepted yet.',
  'access.account-gone': 'The account is no more at the provider.',
  'access.account-missing': 'No account at {provider} is known. Correct the person and name one.',
  'access.place-gone': 'The resource is no more at its provider.',
  'access.account-changed': 'The login changed. The new one opens once the old one has no access.',
  'access.person-left': 'The person has left.',
  'access.person-not-accepted': 'The person is {status}, not accepted.',
  'access.suspended': 'Suspended by {by:person}: {reason}',
  'access.outside-region': '{resource:place} must not be reached from {country} (DP-2).',
  'access.text-not-approved': 'Nobody of the client has approved the text of the assignment yet.',
  'access.gate-shut': 'The gate of {stage:stage} is not open.',
  'access.not-granted': 'This access is not granted.',
  'access.basis-ended': 'The documents or evidence behind this access are no longer in force.',
  'access.no-manual-grant': '{person} has no manual grant for {resource:place} in this case.',
  'access.not-administrator':
    'Only {administrator:person}, the administrator of {resource:place}, can attest changes to it.',
  'access.not-checker': 'Only {checker:person}, the checker of {resource:place}, can verify access to it.',
  'access.not-to-be-opened': 'This access has ended. Close it, then attest that it is closed.',
  'access.not-to-be-closed': 'This access is granted. Open it, then attest that it is open.',
  'access.close-again': '{why} If you opened it, close it now.',
  'access.verify-own-change': 'You attested this change, so someone else must verify it.',
  'access.removed-outside':
    'Somebody removed this access by hand at the provider. It stays closed until somebody decides on it.',
  'access.not-changed-outside': 'Nothing was changed by hand of the access of {person:person} to {resource:place}.',
  'access.review-removed': 'The access was removed by hand. Restore it or keep it closed.',
  'access.review-permission':
    'The permission was changed by hand and is put right by itself. All that can be recorded is that it was noted.',
  'access.kept-closed': '{by:person} has already decided that it stays closed. It can still be restored.',
  'access.unknown-grant': 'Grant {grant} not found in this case.',
};
