import { nextId, ownerOf, requireRepository, requireUser, type World } from '../world.js';
import type { Change } from './change.js';

/** What may stay when a person leaves; people by their logins. */
export type LeftBehind =
  | { kind: 'key'; title: string; by?: string }
  | { kind: 'hook'; url: string }
  | { kind: 'runner'; name: string }
  | { kind: 'environment'; name: string; reviewers: string[] }
  | { kind: 'branch'; name: string; mayPush: string[] }
  /** Installed on the whole organisation. */
  | { kind: 'app'; name: string };

export type LeftBehindActs = { leaveBehind(repository: string, what: LeftBehind): Promise<void> };

export const leftBehindActs = (change: Change): LeftBehindActs => ({
  leaveBehind: (name, what) => change((world) => leave(world, name, what)),
});

function leave(world: World, name: string, what: LeftBehind): void {
  const repository = requireRepository(world, name);
  const { keys, hooks, runners, environments, branches } = repository.left;
  const id = nextId(world);
  const idOf = (login: string) => requireUser(world, login).id;
  switch (what.kind) {
    case 'key':
      keys.push({ id, title: what.title, readOnly: false, addedBy: what.by === undefined ? null : idOf(what.by) });
      break;
    case 'hook':
      hooks.push({ id, url: what.url });
      break;
    case 'runner':
      runners.push({ id, name: what.name });
      break;
    case 'environment':
      environments.push({ id, name: what.name, reviewers: what.reviewers.map(idOf) });
      break;
    case 'branch':
      branches.push({ name: what.name, mayPush: what.mayPush.map(idOf) });
      break;
    case 'app':
      ownerOf(world, repository).installations.push({ id, app: what.name });
      break;
    default:
      what satisfies never;
  }
}
