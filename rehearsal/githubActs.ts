import { fromRef } from '../domain/access/resources.js';
import type { Instant } from '../domain/time.js';
import type { GithubFault, LocalGithub } from '../sandbox/github/github.js';
import type { GithubAct } from './worldActs.js';

const nameOf = (resource: string): string => fromRef(resource).id;

/** Does at GitHub what nobody asked Drawbridge for; whoever is put somewhere exists from then on. */
export async function actAtGithub(github: LocalGithub, act: GithubAct, now: Instant): Promise<void> {
  if ('github' in act) return github.setFault(WEATHER[act.github]);
  if ('github-answers' in act) return github.setFault(answering(act['github-answers']));
  if ('invitations' in act) return await github.setInvitations(act.invitations);
  if ('accept-invitation' in act) {
    const { resource, account } = act['accept-invitation'];
    return await github.acceptInvitation(nameOf(resource), account);
  }
  if ('expire-invitations' in act) return await github.expireInvitations(nameOf(act['expire-invitations'].resource));
  if ('add-at-provider' in act || 'remove-at-provider' in act) return await actOnRepository(github, act);
  if ('add-to-team' in act || 'take-out-of-team' in act) return await actOnTeam(github, act);
  if ('base-permission' in act) {
    const { organisation, is } = act['base-permission'];
    return await github.setBasePermission(organisation, is);
  }
  if ('add-to-organisation' in act) {
    const { organisation, account } = act['add-to-organisation'];
    await github.addUsers(account);
    return await github.addMember(organisation, account);
  }
  if ('take-out-of-organisation' in act) {
    const { organisation, account } = act['take-out-of-organisation'];
    return await github.removeMember(organisation, account);
  }
  if ('leave-behind' in act) return await leaveBehind(github, act['leave-behind'], now);
  if ('clear-away' in act) {
    const { resource, ...gone } = act['clear-away'];
    return await github.clearAway(nameOf(resource), gone);
  }
  return await actOnNames(github, act);
}

async function actOnRepository(
  github: LocalGithub,
  act: Extract<GithubAct, { 'add-at-provider': unknown } | { 'remove-at-provider': unknown }>,
): Promise<void> {
  if ('remove-at-provider' in act) {
    const { resource, account } = act['remove-at-provider'];
    return await github.removeByHand(nameOf(resource), account);
  }
  const { resource, account, permission } = act['add-at-provider'];
  await github.addUsers(account);
  await github.addByHand(nameOf(resource), account, permission);
}

async function actOnTeam(
  github: LocalGithub,
  act: Extract<GithubAct, { 'add-to-team': unknown } | { 'take-out-of-team': unknown }>,
): Promise<void> {
  if ('take-out-of-team' in act) {
    const { resource, team, account } = act['take-out-of-team'];
    return await github.removeFromTeam(nameOf(resource), team, account);
  }
  const { resource, team, permission, account } = act['add-to-team'];
  await github.addUsers(account);
  await github.addToTeam(nameOf(resource), team, permission, account);
}

type Left = Extract<GithubAct, { 'leave-behind': unknown }>['leave-behind'];

/** Dated by the case's time, so that it is told from what was there before. */
async function leaveBehind(github: LocalGithub, left: Left, now: Instant): Promise<void> {
  const repository = nameOf(left.resource);
  const at = now.replace(/\.\d+/, '');
  if ('hook' in left) return await github.leaveBehind(repository, { kind: 'hook', url: left.hook }, at);
  if ('runner' in left) return await github.leaveBehind(repository, { kind: 'runner', name: left.runner }, at);
  const { key: title, by } = left;
  return await github.leaveBehind(repository, { kind: 'key', title, ...(by !== undefined && { by }) }, at);
}

type NameAct = Extract<
  GithubAct,
  | { 'register-account': unknown }
  | { 'rename-account': unknown }
  | { 'delete-account': unknown }
  | { 'make-repository': unknown }
  | { 'rename-repository': unknown }
  | { 'archive-repository': unknown }
  | { 'delete-repository': unknown }
>;

async function actOnNames(github: LocalGithub, act: NameAct): Promise<void> {
  if ('register-account' in act) return await github.addUsers(act['register-account']);
  if ('delete-account' in act) return await github.deleteUser(act['delete-account']);
  if ('make-repository' in act) return await github.addRepositories(nameOf(act['make-repository']));
  if ('archive-repository' in act) return await github.archive(nameOf(act['archive-repository']));
  if ('delete-repository' in act) return await github.deleteRepository(nameOf(act['delete-repository']));
  if ('rename-account' in act) {
    const { from, to } = act['rename-account'];
    return await github.renameUser(from, to);
  }
  const { from, to } = act['rename-repository'];
  await github.renameRepository(nameOf(from), nameOf(to));
}

type Answers = Extract<GithubAct, { 'github-answers': unknown }>['github-answers'];

const answering = (given: Answers): GithubFault => ({
  kind: 'status',
  status: given.status,
  times: given.times ?? Number.POSITIVE_INFINITY,
  ...(given.says !== undefined && { message: given.says }),
  ...(given['changes-only'] && { changesOnly: true }),
  ...(given['wait-seconds'] !== undefined && { retryAfterS: given['wait-seconds'] }),
});

const WEATHER = {
  up: { kind: 'none' },
  down: { kind: 'down' },
  'drops-every-fifth-delete': { kind: 'dropDelete', drop: (n: number) => n % 5 === 1 },
} as const;
