import { type FoundAccount, type Observed, ProviderError } from '../port.js';
import {
  collaboratorsAnswer,
  type Invitation,
  invitationsAnswer,
  listedPermission,
  permissionAnswer,
  repositoryAnswer,
  userAnswer,
} from './answers.js';
import { heldPermission, type Repository, sameLogin } from './names.js';
import type { Requests } from './requests.js';

const COLLABORATORS = 'GET /repos/{owner}/{repo}/collaborators';

/**
 * Reads what an account holds, by whatever way it holds it.
 *
 * 1. Invitations are read before the permission: one accepted between the two requests is then seen at least once.
 * 2. The permission endpoint counts teams and membership in the organisation too. Such access cannot be taken away
 *    account by account, so it must be reported as present, or it would be recorded as withdrawn.
 * 3. A login that GitHub no longer knows is not absent: a renamed account keeps its access under the new name.
 * 4. An invitation that has expired cannot be accepted and counts as none.
 */
export async function observeAccount(requests: Requests, repository: Repository, account: string): Promise<Observed> {
  const invitation = (await readInvitations(requests, repository)).filter(isOpen).find(isFor(account));
  const permission = await readPermission(requests, repository, account);
  if (permission !== undefined && !(await isOnlyPublic(requests, repository, account, permission))) {
    return { state: 'present', permission };
  }
  return invitation ? { state: 'invited', permission: invitedTo(invitation) } : { state: 'absent' };
}

/** Lists direct collaborators, outside ones included, and open invitations; the owner is left out, the token's own account is marked. */
export async function listAccounts(requests: Requests, repository: Repository): Promise<FoundAccount[]> {
  const invitations = (await readInvitations(requests, repository)).filter(isOpen);
  const listed = await requests.findAll(COLLABORATORS, { ...repository, affiliation: 'direct' }, collaboratorsAnswer);
  if (listed === undefined)
    throw new ProviderError('ProviderRefused', 'The token may not list who is on the repository.');
  const own = await ownLogin(requests);
  const isOwn = (login: string) => (own !== undefined && sameLogin(login, own) ? { own: true as const } : {});
  const found: FoundAccount[] = [];
  for (const entry of listed.filter(({ login }) => !sameLogin(login, repository.owner))) {
    /* The list may name no permission (the emulator's never does); then it is asked for, account by account. */
    const permission = listedPermission(entry) ?? (await readPermission(requests, repository, entry.login));
    if (permission !== undefined)
      found.push({ account: entry.login, permission, state: 'present', ...isOwn(entry.login) });
  }
  const invited = invitations.map(
    (invitation): FoundAccount => ({
      /* An invitation that went to an address has no account yet, and is still a way in. */
      account: invitation.invitee?.login ?? `invitation:${invitation.id}`,
      permission: invitedTo(invitation),
      state: 'invited',
    }),
  );
  return [...found, ...invited];
}

/** Refuses the token's own account: Drawbridge would change the role that it works with, or put itself out. */
export async function requireOther(requests: Requests, account: string): Promise<void> {
  const own = await ownLogin(requests);
  if (own === undefined || !sameLogin(own, account)) return;
  const message = 'This is the account of Drawbridge’s own token. Its access is not changed.';
  throw new ProviderError('ProviderRefused', message);
}

/** The login that the token belongs to; undefined for an installation of an App, which is nobody on a repository and may not ask. */
async function ownLogin(requests: Requests): Promise<string | undefined> {
  try {
    return (await requests.find('GET /user', {}, userAnswer))?.login;
  } catch (error) {
    if (error instanceof ProviderError && error.code === 'ProviderRefused') return undefined;
    throw error;
  }
}

/** Every invitation to the repository, the expired ones too. */
export async function readInvitations(requests: Requests, repository: Repository): Promise<Invitation[]> {
  const route = 'GET /repos/{owner}/{repo}/invitations';
  const invitations = await requests.findAll(route, repository, invitationsAnswer);
  if (invitations !== undefined) return invitations;
  /* An emulator without invitations answers 404, and so does GitHub to a token that may not see them. Only to one that
     administers the repository may 404 mean that there are none; otherwise an open invitation would pass for absent. */
  await requireAdministration(requests, repository);
  return [];
}

/** True when the invitation can still be accepted. */
export const isOpen = (invitation: Invitation): boolean => invitation.expired !== true;

/** A test whether an invitation went to the account. */
export const isFor =
  (account: string) =>
  (invitation: Invitation): boolean =>
    invitation.invitee !== null && invitation.invitee !== undefined && sameLogin(invitation.invitee.login, account);

/** The permission that an invitation offers, in the words of requests. */
export const invitedTo = (invitation: Invitation): string => heldPermission(invitation.permissions) ?? 'none';

async function requireAdministration(requests: Requests, repository: Repository): Promise<void> {
  const { login } = await requests.send('GET /user', {}, userAnswer);
  const own = await findPermission(requests, repository, login);
  if (own?.held === 'admin') return;
  const message = 'GitHub knows no such repository, or the token does not administer it (HTTP 404).';
  throw new ProviderError('ProviderRefused', message);
}

async function readPermission(
  requests: Requests,
  repository: Repository,
  account: string,
): Promise<string | undefined> {
  const answer = await findPermission(requests, repository, account);
  if (answer !== undefined) return answer.held;
  const known = await requests.find('GET /users/{username}', { username: account }, userAnswer);
  if (known !== undefined) return undefined;
  const message = 'GitHub knows no account of this login: it was renamed, deleted, or mistyped.';
  throw new ProviderError('ProviderRefused', message);
}

async function findPermission(
  requests: Requests,
  repository: Repository,
  username: string,
): Promise<{ held?: string } | undefined> {
  const route = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission';
  const answer = await requests.find(route, { ...repository, username }, permissionAnswer);
  /* `role_name` is the finer word: `permission` says write for maintain, and read for triage. */
  return answer && { held: heldPermission(answer.role_name || answer.permission) };
}

/* Everybody may read a public repository, and the permission endpoint says so: that is nothing that was given. */
async function isOnlyPublic(
  requests: Requests,
  repository: Repository,
  account: string,
  permission: string,
): Promise<boolean> {
  if (permission !== 'pull') return false;
  const seen = await requests.send('GET /repos/{owner}/{repo}', repository, repositoryAnswer);
  if (seen.private) return false;
  const listed = await requests.findAll(COLLABORATORS, { ...repository, affiliation: 'all' }, collaboratorsAnswer);
  return listed !== undefined && !listed.some(({ login }) => sameLogin(login, account));
}
