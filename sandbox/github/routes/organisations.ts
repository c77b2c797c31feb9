import { organisationOwner, teamAnswer, userAnswer } from '../answers.js';
import { mayRead } from '../app/rights.js';
import { type Ask, done, notFound, ok, page, type Reply, type Route, refused } from '../route.js';
import { type Organisation, organisationNamed, type Team, userById, userNamed } from '../world.js';

type Within = (ask: Ask, organisation: Organisation, ...params: string[]) => Reply;

/** Organisations, their members and teams; most of it is for members alone. */
export const organisationRoutes: Route[] = [
  {
    method: 'GET',
    path: '/orgs/{org}',
    answer: within((ask, organisation) =>
      ok({
        ...organisationOwner(organisation),
        // Only owners are told.
        ...(isOwner(organisation, ask) && { default_repository_permission: organisation.base }),
      }),
    ),
  },
  { method: 'GET', path: '/orgs/{org}/members', answer: within(forMembers(members)) },
  {
    method: 'GET',
    path: '/orgs/{org}/members/{login}',
    answer: within((ask, organisation, login = '') => {
      const user = userNamed(ask.world, login);
      // To others only public members are shown, and nobody is one here.
      return user !== undefined &&
        (ask.app !== undefined || isMember(organisation, ask.own)) &&
        isMember(organisation, user.id)
        ? done
        : notFound;
    }),
  },
  {
    method: 'GET',
    path: '/orgs/{org}/memberships/{login}',
    answer: within(
      forMembers((ask, organisation, login = '') => {
        const user = userNamed(ask.world, login);
        return user === undefined ? notFound : membership(organisation, user.id);
      }),
    ),
  },
  {
    method: 'GET',
    path: '/user/memberships/orgs/{org}',
    answer: within((ask, organisation) => membership(organisation, ask.own)),
  },
  {
    method: 'GET',
    path: '/orgs/{org}/teams',
    answer: within(
      forMembers((ask, { teams }) =>
        page(
          ask,
          teams.map((one) => teamAnswer(one)),
        ),
      ),
    ),
  },
  {
    method: 'GET',
    path: '/orgs/{org}/teams/{slug}/members',
    answer: within(
      forMembers((ask, organisation, slug) => {
        const team = teamOf(organisation, slug);
        if (team === undefined) return notFound;
        return page(
          ask,
          team.members.flatMap((id) => userById(ask.world, id) ?? []).map((user) => userAnswer(user)),
        );
      }),
    ),
  },
  {
    method: 'GET',
    path: '/orgs/{org}/teams/{slug}/memberships/{login}',
    answer: within(
      forMembers((ask, organisation, slug, login = '') => {
        const user = userNamed(ask.world, login);
        const isOn = user !== undefined && teamOf(organisation, slug)?.members.includes(user.id);
        return isOn ? ok({ role: 'member', state: 'active' }) : notFound;
      }),
    ),
  },
  {
    method: 'GET',
    path: '/orgs/{org}/installations',
    answer: within((ask, organisation) => {
      const { installations } = organisation;
      return isOwner(organisation, ask)
        ? page(
            ask,
            installations.map(({ id, app, at }) => ({
              id,
              app_slug: app,
              repository_selection: 'all',
              created_at: at,
              updated_at: at,
            })),
            (part) => ({ total_count: installations.length, installations: part }),
          )
        : notFound;
    }),
  },
];

function within(answer: Within): Route['answer'] {
  return (ask, name = '', ...params) => {
    const organisation = organisationNamed(ask.world, name);
    if (organisation === undefined) return notFound;
    return organisation.sso ? ssoRefusal(organisation) : answer(ask, organisation, ...params);
  };
}

/** As a token is refused that has not been let through the single sign-on. */
export const ssoRefusal = ({ login }: Organisation): Reply => ({
  ...refused(
    403,
    'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.',
  ),
  headers: { 'x-github-sso': `required; url=https://github.com/orgs/${login}/sso?authorization_request=x` },
});

const isMember = ({ members, owners }: Organisation, user: number): boolean =>
  members.includes(user) || owners.includes(user);

/** Whether what is for owners is told. */
const isOwner = ({ owners }: Organisation, { own, app }: Ask): boolean =>
  app?.as === 'installation' ? mayRead(app.permissions, 'organization_administration') : owners.includes(own);

function forMembers(answer: Within): Within {
  return (ask, organisation, ...params) =>
    ask.app !== undefined || isMember(organisation, ask.own)
      ? answer(ask, organisation, ...params)
      : refused(403, 'You must be a member of the organization to see this.');
}

function membership(organisation: Organisation, user: number): Reply {
  if (!isMember(organisation, user)) return notFound;
  return ok({ state: 'active', role: organisation.owners.includes(user) ? 'admin' : 'member' });
}

const teamOf = ({ teams }: Organisation, slug = ''): Team | undefined => teams.find((one) => one.slug === slug);

function members(ask: Ask, organisation: Organisation): Reply {
  const { world, query } = ask;
  const role = query.get('role') ?? 'all';
  const found = world.users.filter(({ id }) => {
    const isOwner = organisation.owners.includes(id);
    return isMember(organisation, id) && (role === 'all' || isOwner === (role === 'admin'));
  });
  return page(ask, found.map(userAnswer));
}
