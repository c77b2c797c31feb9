import { type AccessTarget, type Grant, ProviderError, type WhileAllowed } from '../port.js';
import { addedAnswer, anyAnswer, type Invitation } from './answers.js';
import { presentLogin, type Repository, readRepository } from './found.js';
import { cancelInvitation, isFor, isOpen, readInvitations } from './invitations.js';
import { askablePermission, type GitHubPermission, heldPermission, invitationWord, numberOf } from './names.js';
import { type Own, requireOther } from './own.js';
import type { Requests } from './requests.js';

const COLLABORATOR = '/repositories/{repository_id}/collaborators/{username}';
const INVITATION = '/repositories/{repository_id}/invitations/{invitation_id}';

/** Gives an account the permission: changes the invitation that waits for it, or puts it on the repository. */
export async function grantAccess(
  requests: Requests,
  own: Own,
  { place, account }: AccessTarget,
  grant: Grant,
  whileAllowed: WhileAllowed,
): Promise<void> {
  const permission = askablePermission(grant.permission);
  /* Before anything is read for it: what cannot be sent for an hour is not asked about every minute. */
  requests.requireRoom('PUT');
  await requireOther(own, account);
  const repository = await readRepository(requests, place);
  if (repository === undefined) throw new ProviderError('ProviderRefused', 'The repository is no more.');
  const mine = (await readInvitations(requests, repository)).filter(isFor(account));
  for (const lapsed of mine.filter((one) => !isOpen(one))) await cancelInvitation(requests, repository, lapsed);
  const waiting = mine.find(isOpen);
  if (waiting !== undefined && heldPermission(waiting.permissions) === permission) return;
  if (waiting !== undefined && (await changeInvitation(requests, repository, waiting, permission, whileAllowed)))
    return;
  const username = await presentLogin(requests, repository, account);
  if (username === undefined) throw new ProviderError('ProviderRefused', 'The account is no more.');
  const parameters = { repository_id: repository.id, username, permission };
  const invitation = await requests.send(`PUT ${COLLABORATOR}`, parameters, addedAnswer, whileAllowed);
  if (invitation === undefined) return;
  if (invitation.invitee && invitation.invitee.id !== numberOf(account))
    return await takeBack(requests, repository, invitation, username);
  /* To an account that is invited already GitHub gives the old invitation back, with the old permission. */
  if (heldPermission(invitation.permissions) !== permission)
    await changeInvitation(requests, repository, invitation, permission, whileAllowed);
}

/** False when the invitation is there no more: it was accepted or cancelled meanwhile. */
async function changeInvitation(
  requests: Requests,
  { id }: Repository,
  invitation: Invitation,
  permission: GitHubPermission,
  whileAllowed: WhileAllowed,
): Promise<boolean> {
  const change = { repository_id: id, invitation_id: invitation.id, permissions: invitationWord(permission) };
  return await requests.has(`PATCH ${INVITATION}`, change, whileAllowed);
}

/* The login changed hands between the reading and the sending. Whoever has it now holds nothing that was not given here. */
async function takeBack(
  requests: Requests,
  repository: Repository,
  invitation: Invitation,
  username: string,
): Promise<never> {
  await cancelInvitation(requests, repository, invitation);
  await requests.find(`DELETE ${COLLABORATOR}`, { repository_id: repository.id, username }, anyAnswer);
  throw new ProviderError('ProviderUnavailable', 'The account was renamed while it was let in; that was taken back.');
}

/** Takes what an account was given itself. The invitations go first: one that is accepted meanwhile has become access, which the last request takes. */
export async function withdrawAccess(requests: Requests, own: Own, { place, account }: AccessTarget): Promise<void> {
  await requireOther(own, account);
  const repository = await readRepository(requests, place);
  if (repository === undefined) return;
  const mine = (await readInvitations(requests, repository)).filter(isFor(account));
  for (const invitation of mine) await cancelInvitation(requests, repository, invitation);
  const username = await presentLogin(requests, repository, account);
  if (username === undefined) return;
  /* 404: there is nothing to take away. */
  await requests.find(`DELETE ${COLLABORATOR}`, { repository_id: repository.id, username }, anyAnswer);
}
