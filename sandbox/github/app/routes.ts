import { repositoryAnswer } from '../answers.js';
import { type Ask, notFound, ok, page, type Reply, refused } from '../route.js';
import type { Repository } from '../world.js';
import type { AppCaller } from './caller.js';
import type { App } from './installation.js';

/** What the App itself may ask, by its JSON web token alone. */
export function answerToApp(app: App, method: string, path: string, ask: Ask): Reply {
  if (method === 'GET' && path === '/app') return ok({ id: app.keys.id, slug: 'drawbridge-app', name: 'Drawbridge' });
  if (method === 'GET' && path === '/app/installations')
    return page(
      ask,
      app.installationIds.map((id) => installationAnswer(app, id, ask)),
    );
  const [, id, rest] = /^\/app\/installations\/(\d+)(\/access_tokens)?$/.exec(path) ?? [];
  if (id === undefined || !app.installationIds.includes(Number(id))) return notFound;
  if (method === 'GET' && rest === undefined) return ok(installationAnswer(app, Number(id), ask));
  if (method !== 'POST' || rest === undefined) return notFound;
  const { permissions } = app.options;
  return ok({ ...app.issue(ask.now), permissions, repository_selection: selectionOf(app) }, 201);
}

/** The repositories of an installation. */
export function installedOn(ask: Ask, caller: Extract<AppCaller, { as: 'installation' }>): Reply {
  const seen = ask.world.repositories.filter((one) => sees(caller, one));
  return page(
    ask,
    seen.map((one) => repositoryAnswer(ask.world, one, ask.own)),
    (repositories) => ({ total_count: seen.length, repositories }),
  );
}

/** Whether an installation was given the repository. */
export const sees = (
  { selected }: Extract<AppCaller, { as: 'installation' }>,
  { fullName }: Pick<Repository, 'fullName'>,
): boolean => selected === undefined || selected.includes(fullName);

/** As whoever is no App is refused what only Apps may ask. */
export const NOT_AN_APP = refused(401, 'A JSON web token could not be decoded');

const selectionOf = ({ options }: App) => (options.selected === undefined ? 'all' : 'selected');

function installationAnswer(app: App, id: number, { world }: Ask) {
  const [account] = world.organisations;
  return {
    id,
    app_id: app.keys.id,
    app_slug: 'drawbridge-app',
    account: account && { id: account.id, login: account.login, type: 'Organization' },
    repository_selection: selectionOf(app),
    permissions: { metadata: 'read', ...app.options.permissions },
    suspended_at: null,
  };
}
