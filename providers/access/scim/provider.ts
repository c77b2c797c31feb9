import { type AccessProvider, type AccessTarget, ProviderError } from '../port.js';
import { addMember, removeMember } from './changes.js';
import { checkDirectory } from './check.js';
import type { ScimOptions } from './http.js';
import { isId } from './names.js';
import { identifyGroup, identifyUser, listUsers, observeUser } from './reading.js';
import { createRequests } from './requests.js';
import { SCIM } from './vocabulary.js';

/**
 * Membership in the groups of a directory by SCIM 2.0 (RFC 7643, RFC 7644). A place is a group by its SCIM id, named by
 * its `displayName`; an account is a user by its SCIM id, named by its `userName`; the one permission is `member`.
 *
 * A membership has no end in SCIM: a grant's end is the workflow's alone. Throws an ordinary error when the address is
 * not https.
 */
export function createScimProvider(options: ScimOptions): AccessProvider {
  const requests = createRequests(options);
  return {
    id: SCIM.id,
    identifyAccount: (name) => identifyUser(requests, name),
    identifyPlace: (name) => identifyGroup(requests, name),
    async observe(target) {
      const { place, account } = idsOf(target);
      return await observeUser(requests, place, account);
    },
    async grant(target, { permission }, whileAllowed) {
      const { place, account } = idsOf(target);
      if (!SCIM.permissions.includes(permission))
        throw new ProviderError('ProviderRefused', 'The only permission in a group is member.');
      await addMember(requests, place, account, whileAllowed);
    },
    async withdraw(target) {
      const { place, account } = idsOf(target);
      await removeMember(requests, place, account);
    },
    list: async ({ id }) => await listUsers(requests, checkedId(id)),
    check: () => checkDirectory(requests),
  };
}

const idsOf = ({ place, account }: AccessTarget) => ({ place: checkedId(place.id), account: checkedId(account.id) });

function checkedId(id: string): string {
  if (isId(id)) return id;
  throw new ProviderError('ProviderRefused', 'The id is none that a directory gives.');
}
