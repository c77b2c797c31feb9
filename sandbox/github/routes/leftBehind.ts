import { userAnswer } from '../answers.js';
import { type Ask, page, type Reply, type RepositoryRoute } from '../route.js';
import { ownerOf, type Repository, userById, type World } from '../world.js';

/** What people leave behind on a repository: keys, hooks, runners, environments and copies. */
export const leftBehindRoutes: RepositoryRoute[] = [
  { method: 'GET', path: '/keys', needs: 'admin', answer: keys },
  { method: 'GET', path: '/hooks', needs: 'admin', answer: hooks },
  { method: 'GET', path: '/actions/runners', needs: 'admin', answer: runners },
  { method: 'GET', path: '/environments', needs: 'pull', answer: environments },
  { method: 'GET', path: '/forks', needs: 'pull', answer: forks },
];

function keys(ask: Ask, { left }: Repository): Reply {
  return page(
    ask,
    left.keys.map(({ id, title, readOnly, addedBy, at }) => ({
      id,
      key: 'ssh-ed25519 AAAA',
      title,
      read_only: readOnly,
      verified: true,
      created_at: at,
      // Whoever added it may be no more, and of old keys nobody knows.
      added_by: addedBy === null ? null : (userById(ask.world, addedBy)?.login ?? null),
    })),
  );
}

function hooks(ask: Ask, { left }: Repository): Reply {
  return page(
    ask,
    left.hooks.map(({ id, url, at, changedAt }) => ({
      id,
      type: 'Repository',
      name: 'web',
      active: true,
      config: { url, content_type: 'json', secret: '********' },
      created_at: at,
      updated_at: changedAt,
    })),
  );
}

function runners(ask: Ask, { left }: Repository): Reply {
  return page(
    ask,
    left.runners.map(({ id, name }) => ({ id, name, os: 'linux', status: 'online', busy: false })),
    (runners) => ({ total_count: left.runners.length, runners }),
  );
}

function environments(ask: Ask, repository: Repository): Reply {
  const { environments } = repository.left;
  return page(
    ask,
    environments.map(({ id, name, reviewers, teams }) => ({
      id,
      name,
      protection_rules: [
        { id: id * 10, type: 'wait_timer', wait_timer: 30 },
        {
          id: id * 10 + 1,
          type: 'required_reviewers',
          reviewers: [
            ...reviewers
              .flatMap((one) => userById(ask.world, one) ?? [])
              .map((user) => reviewer('User', userAnswer(user))),
            ...teamsOf(ask.world, repository, teams).map((team) => reviewer('Team', team)),
          ],
        },
      ],
    })),
    (part) => ({ total_count: environments.length, environments: part }),
  );
}

const reviewer = (type: 'User' | 'Team', one: object) => ({ type, reviewer: one });

const teamsOf = (world: World, repository: Repository, ids: readonly number[]) =>
  ownerOf(world, repository)
    .teams.filter(({ id }) => ids.includes(id))
    .map(({ id, slug }) => ({ id, slug, name: slug }));

function forks(ask: Ask, { left }: Repository): Reply {
  return page(
    ask,
    left.forks.flatMap(({ id, fullName, owner, at, hidden }) => {
      const user = hidden ? undefined : userById(ask.world, owner);
      if (user === undefined) return [];
      return { id, full_name: fullName, owner: userAnswer(user), private: true, fork: true, created_at: at };
    }),
  );
}
