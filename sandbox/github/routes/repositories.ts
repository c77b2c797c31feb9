import { repositoryAnswer, teamAnswer } from '../answers.js';
import { notFound, ok, page, type RepositoryRoute } from '../route.js';
import { ownerOf, userById } from '../world.js';

/** A repository itself, its teams, and what people leave behind on it. */
export const repositoryRoutes: RepositoryRoute[] = [
  {
    method: 'GET',
    path: '',
    needs: 'pull',
    answer: ({ world, own }, repository) => ok(repositoryAnswer(world, repository, own)),
  },
  {
    method: 'GET',
    path: '/teams',
    needs: 'admin',
    answer(ask, repository) {
      const { members, owners, teams } = ownerOf(ask.world, repository);
      if (!members.includes(ask.own) && !owners.includes(ask.own)) return notFound;
      const on = teams.flatMap((team) =>
        team.repositories.filter((one) => one.repository === repository.id).map(({ role }) => teamAnswer(team, role)),
      );
      return page(ask, on);
    },
  },
  {
    method: 'GET',
    path: '/keys',
    needs: 'admin',
    answer: (ask, { left }) =>
      page(
        ask,
        left.keys.map(({ id, title, readOnly, addedBy }) => ({
          id,
          title,
          read_only: readOnly,
          verified: true,
          added_by: addedBy === null ? null : (userById(ask.world, addedBy)?.login ?? null),
        })),
      ),
  },
  {
    method: 'GET',
    path: '/hooks',
    needs: 'admin',
    answer: (ask, { left }) =>
      page(
        ask,
        left.hooks.map(({ id, url }) => ({ id, type: 'Repository', name: 'web', active: true, config: { url } })),
      ),
  },
  {
    method: 'GET',
    path: '/actions/runners',
    needs: 'admin',
    answer: (ask, { left }) =>
      page(
        ask,
        left.runners.map(({ id, name }) => ({ id, name, os: 'linux', status: 'online', busy: false })),
        (runners) => ({ total_count: left.runners.length, runners }),
      ),
  },
  {
    method: 'GET',
    path: '/environments',
    needs: 'pull',
    answer: (ask, { left }) =>
      page(
        ask,
        left.environments.map(({ id, name, reviewers }) => ({
          id,
          name,
          protection_rules: [
            {
              type: 'required_reviewers',
              reviewers: reviewers.map((reviewer) => ({ type: 'User', reviewer: userById(ask.world, reviewer) })),
            },
          ],
        })),
        (environments) => ({ total_count: left.environments.length, environments }),
      ),
  },
  {
    method: 'GET',
    path: '/branches',
    needs: 'pull',
    answer: (ask, { left }) =>
      page(
        ask,
        left.branches.map(({ name }) => ({ name, protected: true })),
      ),
  },
  {
    method: 'GET',
    path: '/branches/{branch}/protection',
    needs: 'admin',
    answer({ world }, { left }, branch) {
      const found = left.branches.find(({ name }) => name === branch);
      if (found === undefined) return notFound;
      const users = found.mayPush.flatMap((id) => userById(world, id) ?? []);
      return ok({ restrictions: { users: users.map(({ id, login }) => ({ id, login })), teams: [], apps: [] } });
    },
  },
];
