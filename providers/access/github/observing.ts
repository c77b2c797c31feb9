import { type AccessTarget, type Account, type Observed, ProviderError, type Way } from '../port.js';
import { permissionAnswer } from './answers.js';
import { presentLogin, type Repository, readCollaborators, readRepository } from './found.js';
import { invitedTo, isFor, isOpen, readInvitations } from './invitations.js';
import { heldPermission, numberOf } from './names.js';
import type { Requests } from './requests.js';
import { isLogin } from './vocabulary.js';
import { BY_OWNING, explaining, readWaysOfMember } from './ways.js';

/**
 * Reads what an account holds, by whatever way it holds it.
 *
 * 1. Everything is asked by number. Names are asked with only where GitHub knows no other way, and the answer's number decides whose it is.
 * 2. Invitations are read before the permission: one accepted between the two requests is then seen at least once.
 * 3. The effective permission decides: it counts teams, the organisation and what the token is not let see, none of which can be
 *    taken away account by account. A way that cannot be told is `other`, and never nothing.
 * 4. An invitation that has lapsed cannot be accepted; it is told, and is no way in.
 */
export async function observeAccount(requests: Requests, { place, account }: AccessTarget): Promise<Observed> {
  const repository = await readRepository(requests, place);
  if (repository === undefined) return { state: 'gone', what: 'place' };
  const invitations = (await readInvitations(requests, repository)).filter(isFor(account));
  const open = invitations.filter(isOpen);
  const held = await readHeld(requests, repository, account);
  /* An account that GitHub hides is not gone while an invitation waits for it. */
  const login = held?.login ?? open[0]?.invitee?.login;
  if (login === undefined) return { state: 'gone', what: 'account' };
  const waiting = open.map((one): Way => ({ by: 'invitation', permission: invitedTo(one) }));
  const where = {
    account: { id: account.id, name: login },
    place: repository.place,
    ...(invitations.length > waiting.length && { lapsedInvitation: true as const }),
  };
  const role = held?.role;
  if (role !== undefined) {
    const ways = await readWays(requests, repository, { id: numberOf(account), login, role });
    return { state: 'present', permission: role, ways: [...ways, ...waiting], ...where };
  }
  const [invited] = waiting;
  if (invited === undefined) return { state: 'absent', ways: [], ...where };
  return { state: 'invited', permission: invited.permission, ways: waiting, ...where };
}

type Held = { login: string; role?: string };

/** What an account can do in effect, under the login that it goes by now; undefined when it is no more. */
async function readHeld(requests: Requests, repository: Repository, account: Account): Promise<Held | undefined> {
  const id = numberOf(account);
  /* The name that it went by last is right nearly always, and the answer tells. */
  const hoped = isLogin(account.name) ? await readPermission(requests, repository, account.name) : undefined;
  if (hoped?.user?.id === id) return await given(requests, repository, hoped.user.login, hoped.role);
  const login = await presentLogin(requests, repository, account);
  if (login === undefined) return undefined;
  const answer = await readPermission(requests, repository, login);
  if (answer === undefined)
    throw new ProviderError(
      'ProviderRefused',
      'GitHub does not tell what the account may do on the repository (HTTP 404).',
    );
  if (answer.user && answer.user.id !== id)
    throw new ProviderError('ProviderUnavailable', 'The account was renamed while it was looked at.');
  return await given(requests, repository, login, answer.role);
}

async function readPermission(requests: Requests, { id }: Repository, username: string) {
  const route = 'GET /repositories/{repository_id}/collaborators/{username}/permission';
  const answer = await requests.find(route, { repository_id: id, username }, permissionAnswer);
  /* `role_name` is the finer word: `permission` says write for maintain, and read for triage. */
  return answer && { user: answer.user, role: heldPermission(answer.role_name || answer.permission) };
}

/* Everybody may read a public repository, and the permission endpoint says so: that is nothing that was given. */
async function given(requests: Requests, repository: Repository, login: string, role?: string): Promise<Held> {
  if (role === undefined) return { login };
  const isPublic = role === 'pull' && !repository.private;
  const route = 'GET /repositories/{repository_id}/collaborators/{username}';
  if (isPublic && !(await requests.has(route, { repository_id: repository.id, username: login }))) return { login };
  return { login, role };
}

/* Of a direct role GitHub names the highest that the account has: what is less, beneath a team's, is not told. */
async function readWays(
  requests: Requests,
  repository: Repository,
  { id, login, role }: { id: number; login: string; role: string },
): Promise<Way[]> {
  const direct = await readCollaborators(requests, repository, 'direct');
  const ways: Way[] = direct.some((one) => one.id === id) ? [{ by: 'direct', permission: role }] : [];
  if (id === repository.owner.id) ways.push(BY_OWNING);
  ways.push(...(await readWaysOfMember(requests, repository, login)));
  return explaining(role, ways);
}
