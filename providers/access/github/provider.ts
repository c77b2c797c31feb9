import type { AccessProvider, WhileAllowed } from '../port.js';
import { addedAnswer, anyAnswer } from './answers.js';
import {
  askablePermission,
  checkLogin,
  type GitHubPermission,
  heldPermission,
  parseRepository,
  type Repository,
} from './names.js';
import { isFor, isOpen, listAccounts, observeAccount, readInvitations, requireOther } from './reading.js';
import { createRequests, type GitHubOptions, type Requests } from './requests.js';

const COLLABORATOR = '/repos/{owner}/{repo}/collaborators/{username}';
const INVITATION = '/repos/{owner}/{repo}/invitations/{invitation_id}';

/**
 * Access to repositories on GitHub. A resource is `owner/name`, an account is a login, a permission one of `pull`,
 * `triage`, `push`, `maintain`, `admin` (`read` and `write` are taken for `pull` and `push`).
 *
 * The token must administer the repositories. Throws an ordinary error when the address is not https.
 */
export function createGitHubProvider(options: GitHubOptions): AccessProvider {
  const requests = createRequests(options);
  return {
    kind: 'github',
    observe: async ({ resource, account }) => observeAccount(requests, parseRepository(resource), checkLogin(account)),
    open: async ({ resource, account }, word, whileAllowed) =>
      openAccount(requests, parseRepository(resource), checkLogin(account), askablePermission(word), whileAllowed),
    close: async ({ resource, account }) => closeAccount(requests, parseRepository(resource), checkLogin(account)),
    list: async (resource) => listAccounts(requests, parseRepository(resource)),
  };
}

async function openAccount(
  requests: Requests,
  repository: Repository,
  username: string,
  permission: GitHubPermission,
  whileAllowed: WhileAllowed,
): Promise<void> {
  await requireOther(requests, username);
  const earlier = (await readInvitations(requests, repository)).filter(isFor(username));
  for (const { id } of earlier.filter((invitation) => !isOpen(invitation)))
    await deleteInvitation(requests, repository, id);
  const invitation = await requests.send(
    `PUT ${COLLABORATOR}`,
    { ...repository, username, permission },
    addedAnswer,
    whileAllowed,
  );
  /* To an account that is invited already GitHub gives the old invitation back, with the old permission. */
  if (invitation === undefined || heldPermission(invitation.permissions) === permission) return;
  const change = { ...repository, invitation_id: invitation.id, permissions: invitationWord(permission) };
  await requests.send(`PATCH ${INVITATION}`, change, anyAnswer, whileAllowed);
}

/* The invitation goes first: one that is accepted meanwhile has become access, which the second request takes. */
async function closeAccount(requests: Requests, repository: Repository, username: string): Promise<void> {
  await requireOther(requests, username);
  const invitations = (await readInvitations(requests, repository)).filter(isFor(username));
  for (const { id } of invitations) await deleteInvitation(requests, repository, id);
  /* 404: there is nothing to take away. Whether the repository is there at all was seen by reading its invitations. */
  await requests.find(`DELETE ${COLLABORATOR}`, { ...repository, username }, anyAnswer);
}

async function deleteInvitation(requests: Requests, repository: Repository, id: number): Promise<void> {
  await requests.find(`DELETE ${INVITATION}`, { ...repository, invitation_id: id }, anyAnswer);
}

function invitationWord(permission: GitHubPermission): string {
  if (permission === 'pull') return 'read';
  return permission === 'push' ? 'write' : permission;
}
