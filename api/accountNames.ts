import { type AccountNames, type Accounts, namedAccounts, toldAccounts } from '../domain/people/accounts.js';
import { accountFault } from '../policy/accessWords.js';
import { Problem } from './problems.js';

/** The accounts that a body names; throws `Malformed` where a provider could have none of that name. */
export function accountsGiven(names: AccountNames = {}): Accounts {
  const faults = namedAccounts(names).flatMap(([provider, name]) => {
    const message = accountFault(provider, name);
    return message === undefined ? [] : [{ path: `accounts.${provider}`, message }];
  });
  const [first] = faults;
  if (first !== undefined) throw new Problem('Malformed', `The body: ${first.message}`, { faults });
  return toldAccounts(names);
}
