import { userAnswer } from '../answers.js';
import { canDo } from '../rights.js';
import { type Ask, notFound, ok, page, type Reply, type RepositoryRoute, refused } from '../route.js';
import { ownerOf, type Repository, userById } from '../world.js';

/** The branches that something protects, and whom that does not hold. */
export const bypassRoutes: RepositoryRoute[] = [
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
  { method: 'GET', path: '/branches/{branch}/protection', needs: 'admin', answer: protection },
  {
    method: 'GET',
    path: '/rulesets',
    needs: 'pull',
    answer: (ask, repository) => page(ask, repository.left.rulesets.map(rulesetAnswer)),
  },
  { method: 'GET', path: '/rulesets/{id}', needs: 'pull', answer: ruleset },
];

function protection({ world }: Ask, { left }: Repository, branch?: string): Reply {
  const found = left.branches.find(({ name }) => name === branch);
  if (found === undefined) return refused(404, 'Branch not found');
  if (found.byRulesetOnly) return refused(404, 'Branch not protected');
  const actors = (ids: readonly number[]) => ({
    users: ids.flatMap((id) => userById(world, id) ?? []).map((user) => userAnswer(user)),
    teams: [],
    apps: [],
  });
  return ok({
    ...(found.mayPush.length > 0 && { restrictions: actors(found.mayPush) }),
    ...(found.mayMerge.length > 0 && {
      required_pull_request_reviews: {
        dismiss_stale_reviews: false,
        require_code_owner_reviews: false,
        bypass_pull_request_allowances: actors(found.mayMerge),
      },
    }),
  });
}

type Ruleset = Repository['left']['rulesets'][number];

const rulesetAnswer = ({ id, name, organisation, enforcement, at }: Ruleset) => ({
  id,
  name,
  target: 'branch',
  source_type: organisation ? 'Organization' : 'Repository',
  enforcement,
  created_at: at,
  updated_at: at,
});

/** Whom it does not hold is left out, without a word, for those who may not change it; people have numbers alone. */
function ruleset(ask: Ask, repository: Repository, id?: string): Reply {
  const found = repository.left.rulesets.find((one) => String(one.id) === id);
  if (found === undefined) return notFound;
  const mayChange = found.organisation ? ownsAll(ask, repository) : administers(ask, repository);
  const bypass_actors = found.actors.map(({ type, id: actor_id }) => ({
    actor_id,
    actor_type: type,
    bypass_mode: 'always',
  }));
  return ok({ ...rulesetAnswer(found), ...(mayChange && { bypass_actors }) });
}

const administers = ({ world, own, app }: Ask, repository: Repository): boolean =>
  app?.as === 'installation' ? app.permissions.administration === 'write' : canDo(world, repository, own, 'admin');

const ownsAll = ({ world, own, app }: Ask, repository: Repository): boolean =>
  app?.as === 'installation'
    ? app.permissions.organization_administration === 'write'
    : ownerOf(world, repository).owners.includes(own);
