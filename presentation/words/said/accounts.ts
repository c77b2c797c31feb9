import type { Template } from '../fill.js';

/** Of accounts on repositories that are not there by a grant. */
export const accounts: Record<string, Template> = {
  'accounts.accepted':
    '{person:person} is accepted on the roster of this case. Record their departure first if this is another person’s account.',
  'accounts.vendors-contact': '{person:person} is the vendor’s contact. Their account is the vendor’s.',
  'accounts.no-service':
    '{person:person} is one of the client’s people, not a service. Declare their account as the client’s.',
  'accounts.proposed':
    '{person:person} is proposed for the vendor with this login. Reject the proposal first; then the account can be declared.',
  'accounts.closing':
    'The access of {person:person} to {resource:place} from this case is still being closed. Declare the account once its absence is proven.',
};
