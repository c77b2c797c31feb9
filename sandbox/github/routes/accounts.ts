import { organisationOwner, repositoryAnswer, userAnswer } from '../answers.js';
import { canDo } from '../rights.js';
import { type Ask, notFound, ok, page, type Reply, type Route } from '../route.js';
import { organisationNamed, userById, userNamed } from '../world.js';

/** Accounts, by the name that they go by and by their number; organisations are accounts too. */
export const accountRoutes: Route[] = [
  { method: 'GET', path: '/user', answer: (ask) => byId(ask, ask.own) },
  {
    method: 'GET',
    path: '/users/{login}',
    answer({ world }, login = '') {
      const user = userNamed(world, login);
      if (user !== undefined) return ok(userAnswer(user));
      const organisation = organisationNamed(world, login);
      return organisation === undefined ? notFound : ok(organisationOwner(organisation));
    },
  },
  {
    method: 'GET',
    path: '/user/repos',
    answer(ask) {
      const { world, own } = ask;
      const seen = world.repositories.filter((one) => one.private === false || canDo(world, one, own, 'pull'));
      return page(
        ask,
        seen.map((one) => repositoryAnswer(world, one, own)),
      );
    },
  },
  { method: 'GET', path: '/user/{id}', answer: (ask, id = '') => byId(ask, Number(id)) },
];

function byId({ world }: Ask, id: number): Reply {
  const user = userById(world, id);
  if (user !== undefined) return ok(userAnswer(user));
  const organisation = world.organisations.find((one) => one.id === id);
  return organisation === undefined ? notFound : ok(organisationOwner(organisation));
}
