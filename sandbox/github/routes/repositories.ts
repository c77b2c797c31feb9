import { repositoryAnswer, teamAnswer } from '../answers.js';
import { notFound, ok, page, type RepositoryRoute } from '../route.js';
import { ownerOf } from '../world.js';

/** A repository itself, and its teams. */
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
      if (ask.app === undefined && !members.includes(ask.own) && !owners.includes(ask.own)) return notFound;
      const on = teams.flatMap((team) =>
        team.repositories.filter((one) => one.repository === repository.id).map(({ role }) => teamAnswer(team, role)),
      );
      return page(ask, on);
    },
  },
];
