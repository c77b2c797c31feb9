import type { App } from './app/installation.js';
import { refusedBelow, refusedElsewhere } from './app/rights.js';
import { answerToApp, installedOn, NOT_AN_APP, sees } from './app/routes.js';
import { canDo } from './rights.js';
import { type Ask, notFound, paramsOf, type Reply, type RepositoryRoute, type Route, refused } from './route.js';
import { accountRoutes } from './routes/accounts.js';
import { bypassRoutes } from './routes/bypasses.js';
import { collaboratorRoutes } from './routes/collaborators.js';
import { invitationRoutes } from './routes/invitations.js';
import { leftBehindRoutes } from './routes/leftBehind.js';
import { organisationRoutes, ssoRefusal } from './routes/organisations.js';
import { repositoryRoutes } from './routes/repositories.js';
import { ownerOf, type Repository, repositoryById, repositoryNamed, type World } from './world.js';

const ROUTES: readonly Route[] = [...accountRoutes, ...organisationRoutes];
const BELOW: readonly RepositoryRoute[] = [
  ...repositoryRoutes,
  ...leftBehindRoutes,
  ...bypassRoutes,
  ...collaboratorRoutes,
  ...invitationRoutes,
];

/** Answers one request; `origin` is what links and redirects begin with. */
export function answerTo(method: string, path: string, origin: string, ask: Ask): Reply {
  const repository = addressed(ask.world, path);
  if (repository !== undefined) return answerOn(method, repository, origin, ask);
  for (const route of ROUTES) {
    const params = route.method === method ? paramsOf(route.path, path) : undefined;
    if (params !== undefined) return route.answer(ask, ...params);
  }
  return notFound;
}

/** Answers one request of an App, or of an installation of it. */
export function answerToCaller(app: App | undefined, method: string, path: string, origin: string, ask: Ask): Reply {
  const caller = ask.app;
  if (app === undefined || caller === undefined) return notFound;
  if (path === '/app' || path.startsWith('/app/'))
    return caller.as === 'app' ? answerToApp(app, method, path, ask) : NOT_AN_APP;
  if (caller.as === 'app') return refused(403, 'Resource not accessible by integration');
  if (path === '/installation/repositories') return installedOn(ask, caller);
  return refusedElsewhere(caller.permissions, path) ?? answerTo(method, path, origin, ask);
}

type Addressed = { id: number | undefined; moved?: true; rest: string };

/** The repository that a path names, by its number, its name, or a name that it had. */
function addressed(world: World, path: string): Addressed | undefined {
  const [, id, below = ''] = /^\/repositories\/(\d+)(\/.*)?$/.exec(path) ?? [];
  if (id !== undefined) return { id: Number(id), rest: below };
  const [, name, rest = ''] = /^\/repos\/([^/]+\/[^/]+)(\/.*)?$/.exec(path) ?? [];
  if (name === undefined) return undefined;
  const found = repositoryNamed(world, name);
  if (found !== undefined) return { id: found.id, rest };
  const moved = Object.hasOwn(world.moved, name.toLowerCase()) ? world.moved[name.toLowerCase()] : undefined;
  return moved === undefined ? { id: undefined, rest } : { id: moved, moved: true, rest };
}

function answerOn(method: string, { id, moved, rest }: Addressed, origin: string, ask: Ask): Reply {
  const repository = id === undefined ? undefined : repositoryById(ask.world, id);
  // What a token may not see is not there.
  if (repository === undefined || !isSeen(ask, repository)) return notFound;
  if (moved) return movedTo(`${origin}/repositories/${repository.id}${rest}`, method, ask);
  const organisation = ownerOf(ask.world, repository);
  if (organisation.sso) return ssoRefusal(organisation);
  const on = { ...ask, address: `${origin}/repositories/${repository.id}${rest}` };
  for (const route of BELOW) {
    const params = route.method === method ? paramsOf(route.path, rest) : undefined;
    if (params === undefined) continue;
    return forbidden(on, repository, route) ?? route.answer(on, repository, ...params);
  }
  return notFound;
}

const isSeen = ({ world, own, app }: Ask, repository: Repository): boolean =>
  app?.as === 'installation' ? sees(app, repository) : canDo(world, repository, own, 'pull');

function movedTo(address: string, method: string, { query }: Ask): Reply {
  const location = query.size > 0 ? `${address}?${query}` : address;
  const json = { message: 'Moved Permanently', url: location, documentation_url: 'https://docs.github.com/rest' };
  return { status: method === 'GET' ? 301 : 307, json, headers: { location } };
}

function forbidden(ask: Ask, repository: Repository, { method, path, needs }: RepositoryRoute): Reply | undefined {
  if (ask.app?.as === 'installation') {
    const lacks = refusedBelow(ask.app.permissions, method, path);
    if (lacks !== undefined) return lacks;
  } else if (!canDo(ask.world, repository, ask.own, needs)) {
    if (path === '/collaborators') return refused(403, 'Must have push access to view repository collaborators.');
    return method === 'GET' ? notFound : refused(403, 'Must have admin rights to Repository.');
  }
  if (method !== 'GET' && repository.archived) return refused(403, 'Repository was archived so is read-only.');
  return undefined;
}
