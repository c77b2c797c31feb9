import { ProviderError, type WhileAllowed } from '../port.js';
import type { Route } from './http.js';
import { findGroup, findUser } from './members.js';
import { equals } from './names.js';
import { isDirectMember } from './reading.js';
import type { Requests } from './requests.js';

const PATCH_SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

type Operation = { op: 'add' | 'remove'; path: string; value?: unknown };

/** Puts a user into a group. Who is in it already may be refused or not: whether they are is what counts. */
export async function addMember(
  requests: Requests,
  placeId: string,
  accountId: string,
  whileAllowed: WhileAllowed,
): Promise<void> {
  /* A directory may take a member that it does not know. */
  if ((await findUser(requests, accountId)) === undefined) throw refused('The user is no more.');
  if ((await findGroup(requests, placeId)) === undefined) throw refused('The group is no more.');
  const operation: Operation = { op: 'add', path: 'members', value: [{ value: accountId }] };
  if (await requests.change(patchOf(placeId, operation), whileAllowed)) return;
  const group = await findGroup(requests, placeId);
  if (group === undefined) throw refused('The group is no more.');
  if (!isDirectMember(group, accountId)) throw changedMeanwhile();
}

/** Takes a user out of a group's own list; groups within it are not changed. */
export async function removeMember(requests: Requests, placeId: string, accountId: string): Promise<void> {
  const operation: Operation = { op: 'remove', path: `members[${equals('value', accountId)}]` };
  if (await requests.change(patchOf(placeId, operation))) return;
  const group = await findGroup(requests, placeId);
  if (group !== undefined && isDirectMember(group, accountId)) throw changedMeanwhile();
}

const patchOf = (id: string, operation: Operation): Route => ({
  method: 'PATCH',
  template: '/Groups/{id}',
  id,
  body: { schemas: [PATCH_SCHEMA], Operations: [operation] },
});

const refused = (message: string) => new ProviderError('ProviderRefused', message);
const changedMeanwhile = () =>
  new ProviderError('ProviderUnavailable', 'The directory would not make the change, and it is not so yet.');
