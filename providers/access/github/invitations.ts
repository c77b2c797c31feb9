import { type Account, ProviderError } from '../port.js';
import { anyAnswer, type Invitation, invitationsAnswer } from './answers.js';
import type { Repository } from './found.js';
import { heldPermission, numberOf } from './names.js';
import type { Requests } from './requests.js';

/** Every invitation to the repository, the lapsed ones too. */
export async function readInvitations(requests: Requests, { id }: Repository): Promise<Invitation[]> {
  const route = 'GET /repositories/{repository_id}/invitations';
  const found = await requests.findAll(route, { repository_id: id }, invitationsAnswer);
  if (found !== undefined) return found;
  /* To whom 404 is answered it is not said that there are none; an open invitation would pass for absent. */
  const message = 'GitHub shows the token no invitations: it does not administer the repository (HTTP 404).';
  throw new ProviderError('ProviderRefused', message);
}

/** Cancels an invitation; one that is there no more is nothing to cancel. */
export async function cancelInvitation(requests: Requests, { id }: Repository, invitation: Invitation): Promise<void> {
  const parameters = { repository_id: id, invitation_id: invitation.id };
  await requests.find('DELETE /repositories/{repository_id}/invitations/{invitation_id}', parameters, anyAnswer);
}

/** True when the invitation can still be accepted. */
export const isOpen = (invitation: Invitation): boolean => invitation.expired !== true;

/** A test whether an invitation went to the account, under whatever name. */
export function isFor(account: Account): (invitation: Invitation) => boolean {
  const id = numberOf(account);
  return ({ invitee }) => invitee?.id === id;
}

/** The permission that an invitation offers, in the words of requests. */
export const invitedTo = (invitation: Invitation): string => heldPermission(invitation.permissions) ?? 'none';
