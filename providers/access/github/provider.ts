import type { AccessProvider } from '../port.js';
import { grantAccess, withdrawAccess } from './changing.js';
import { checkGitHub } from './checking.js';
import { identifyAccount, identifyPlace } from './found.js';
import { readLeftBehind } from './left/leftBehind.js';
import { listAccounts } from './listing.js';
import { observeAccount } from './observing.js';
import { createOwn } from './own.js';
import { createRequests, type GitHubOptions } from './requests.js';
import { GITHUB } from './vocabulary.js';

/**
 * Access to repositories on GitHub. Ids are GitHub's numbers; a place is named `owner/name`, an account by its login; a permission
 * is one of `pull`, `triage`, `push`, `maintain`, `admin` (`read` and `write` are taken for `pull` and `push`).
 *
 * The token must administer the repositories. Throws an ordinary error when the address is not https.
 */
export function createGitHubProvider(options: GitHubOptions): AccessProvider {
  const requests = createRequests(options);
  const own = createOwn(requests);
  return {
    id: GITHUB.id,
    identifyAccount: (name) => identifyAccount(requests, name),
    identifyPlace: (name) => identifyPlace(requests, name),
    observe: (target) => observeAccount(requests, target),
    grant: (target, grant, whileAllowed) => grantAccess(requests.as('opening'), own, target, grant, whileAllowed),
    withdraw: (target) => withdrawAccess(requests.as('closing'), own, target),
    list: (place, isKnown) => listAccounts(requests.as('surveying'), own, place, isKnown),
    leftBehind: (place, asked) => readLeftBehind(requests.as('surveying'), place, asked),
    check: () => checkGitHub(requests.as('surveying'), 'app' in options),
  };
}
