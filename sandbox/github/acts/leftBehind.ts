import { nextId, ownerOf, type Repository, requireRepository, requireUser, type World } from '../world.js';
import type { Change } from './change.js';

/** What may stay when a person leaves; people by their logins. */
export type LeftBehind =
  | { kind: 'key'; title: string; by?: string }
  | { kind: 'hook'; url: string }
  | { kind: 'runner'; name: string }
  | { kind: 'environment'; name: string; reviewers: string[]; teams?: string[] }
  /** Who may push past its protection, and who may merge without a review. */
  | { kind: 'branch'; name: string; mayPush?: string[]; mayMerge?: string[] }
  /** A branch that no protection of the older kind holds, which GitHub calls protected all the same. */
  | { kind: 'ruled-branch'; name: string }
  | {
      kind: 'ruleset';
      name: string;
      /** Accounts that it does not hold. */
      past?: string[];
      /** Others that it does not: roles, teams, Apps, keys. */
      others?: { type: string; id: number | null }[];
      organisation?: true;
      enforcement?: 'active' | 'evaluate' | 'disabled';
    }
  /** A copy under somebody's own name; `hidden` where the token may not see it. */
  | { kind: 'fork'; by: string; hidden?: true }
  /** Installed on the whole organisation. */
  | { kind: 'app'; name: string };

export type LeftBehindActs = {
  /** `at`: when it is dated; left out, now. */
  leaveBehind(repository: string, what: LeftBehind, at?: string): Promise<void>;
  /** Takes a key, hook or runner away by what it goes by. */
  clearAway(repository: string, what: { key: string } | { hook: string } | { runner: string }): Promise<void>;
  /** Turns a hook that is there to another address. */
  turnHook(repository: string, from: string, to: string): Promise<void>;
};

export const leftBehindActs = (change: Change, now: () => number): LeftBehindActs => {
  const at = () => new Date(now()).toISOString().replace(/\.\d+/, '');
  return {
    leaveBehind: (name, what, dated = at()) =>
      change((world) => {
        const repository = requireRepository(world, name);
        if (what.kind === 'app')
          ownerOf(world, repository).installations.push({ id: nextId(world), app: what.name, at: dated });
        else leave(world, repository, what, dated);
      }),
    clearAway: (name, what) =>
      change((world) => {
        const { left } = requireRepository(world, name);
        if ('key' in what) left.keys = left.keys.filter(({ title }) => title !== what.key);
        else if ('hook' in what) left.hooks = left.hooks.filter(({ url }) => url !== what.hook);
        else left.runners = left.runners.filter((one) => one.name !== what.runner);
      }),
    turnHook: (name, from, to) =>
      change((world) => {
        const hook = requireRepository(world, name).left.hooks.find(({ url }) => url === from);
        if (hook === undefined) throw new Error('There is no hook of that address.');
        Object.assign(hook, { url: to, changedAt: at() });
      }),
  };
};

function leave(
  world: World,
  { fullName, left }: Repository,
  what: Exclude<LeftBehind, { kind: 'app' }>,
  at: string,
): void {
  const id = nextId(world);
  const idOf = (login: string) => requireUser(world, login).id;
  switch (what.kind) {
    case 'key':
      left.keys.push({
        id,
        title: what.title,
        readOnly: false,
        addedBy: what.by === undefined ? null : idOf(what.by),
        at,
      });
      break;
    case 'hook':
      left.hooks.push({ id, url: what.url, at, changedAt: at });
      break;
    case 'runner':
      left.runners.push({ id, name: what.name });
      break;
    case 'environment':
      left.environments.push({
        id,
        name: what.name,
        reviewers: what.reviewers.map(idOf),
        teams: (what.teams ?? []).map((slug) => teamId(world, fullName, slug)),
      });
      break;
    case 'branch': {
      const { name, mayPush = [], mayMerge = [] } = what;
      left.branches.push({ name, mayPush: mayPush.map(idOf), mayMerge: mayMerge.map(idOf), byRulesetOnly: false });
      break;
    }
    case 'ruled-branch':
      left.branches.push({ name: what.name, mayPush: [], mayMerge: [], byRulesetOnly: true });
      break;
    case 'ruleset': {
      const { name, past = [], others = [], organisation = false, enforcement = 'active' } = what;
      const actors = [...past.map((login) => ({ type: 'User', id: idOf(login) })), ...others];
      left.rulesets.push({ id, name, organisation, enforcement, actors, at });
      break;
    }
    case 'fork': {
      const [, name] = fullName.split('/');
      left.forks.push({ id, fullName: `${what.by}/${name}`, owner: idOf(what.by), at, hidden: what.hidden === true });
      break;
    }
    default:
      what satisfies never;
  }
}

function teamId(world: World, fullName: string, slug: string): number {
  const found = ownerOf(world, { fullName }).teams.find((one) => one.slug === slug);
  if (found === undefined) throw new Error('There is no team of that name.');
  return found.id;
}
