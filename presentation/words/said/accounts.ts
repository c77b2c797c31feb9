import type { Template } from '../fill.js';

/** Of accounts on repositories that are not there by a grant. */
export const accounts: Record<string, Template> = {
  'accounts.accepted':
    '{person:person} is accepted on the roster of this case. Record their departure first if this is another person’s account.',
  'accounts.proposed':
    '{person:person} is proposed for the vendor with this login. Reject the proposal first; then the account can be declared.',
  'accounts.closing':
    'The access of {person:person} to {resource} from this case is still being closed. Declare the account once its absence is proven.',
};
