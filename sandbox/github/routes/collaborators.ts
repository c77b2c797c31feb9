import { collaboratorAnswer, invitationAnswer, isLapsed, permissionAnswer } from '../answers.js';
import { askedWord, isRole, waysOf } from '../rights.js';
import { type Ask, done, notFound, ok, page, type Reply, type RepositoryRoute, refused } from '../route.js';
import { type Invitation, nextId, ownerOf, type Repository, type User, userNamed } from '../world.js';

/** Who is on a repository, and who is put on it and taken off. */
export const collaboratorRoutes: RepositoryRoute[] = [
  { method: 'GET', path: '/collaborators', needs: 'push', answer: list },
  {
    method: 'GET',
    path: '/collaborators/{login}',
    needs: 'push',
    answer({ world }, repository, login = '') {
      const user = userNamed(world, login);
      return user !== undefined && waysOf(world, repository, user.id).length > 0 ? done : notFound;
    },
  },
  {
    method: 'GET',
    path: '/collaborators/{login}/permission',
    needs: 'pull',
    answer({ world }, repository, login = '') {
      const user = userNamed(world, login);
      return user === undefined ? notFound : ok(permissionAnswer(world, repository, user));
    },
  },
  { method: 'PUT', path: '/collaborators/{login}', needs: 'admin', answer: put },
  {
    method: 'DELETE',
    path: '/collaborators/{login}',
    needs: 'admin',
    // An invitation that waits is another thing: it stays.
    answer({ world }, repository, login = '') {
      const user = userNamed(world, login);
      if (user === undefined) return notFound;
      repository.direct = repository.direct.filter((one) => one.user !== user.id);
      return done;
    },
  },
];

function list(ask: Ask, repository: Repository): Reply {
  const { world } = ask;
  const { members, owners } = ownerOf(world, repository);
  const affiliation = ask.query.get('affiliation') ?? 'all';
  const permission = ask.query.get('permission');
  const isOn = (user: User): boolean => {
    const ways = waysOf(world, repository, user.id);
    const isDirect = ways.some(({ by }) => by === 'direct');
    if (affiliation === 'direct') return isDirect;
    if (affiliation === 'outside') return isDirect && !members.includes(user.id) && !owners.includes(user.id);
    return ways.length > 0;
  };
  const found = world.users.filter(isOn).map((user) => collaboratorAnswer(world, repository, user));
  return page(ask, permission === null ? found : found.filter(({ permissions }) => permissions[permission] === true));
}

function put(ask: Ask, repository: Repository, login = ''): Reply {
  const { world } = ask;
  const user = userNamed(world, login);
  if (user === undefined) return notFound;
  const organisation = ownerOf(world, repository);
  const role = askedWord(typeof ask.body.permission === 'string' ? ask.body.permission : 'push');
  if (!isRole(role, organisation)) return invalid('permission is not a known role');
  const isMember = organisation.members.includes(user.id) || organisation.owners.includes(user.id);
  if (user.managed && !isMember) return invalid('Enterprise Managed Users cannot be invited to this repository.');
  const held = repository.direct.find((one) => one.user === user.id);
  if (held !== undefined) held.role = role;
  else if (isMember) repository.direct.push({ user: user.id, role });
  else return invite(ask, repository, user, role);
  return done;
}

/** To whom an invitation waits already, GitHub gives that one back as it is. */
function invite(ask: Ask, repository: Repository, user: User, role: string): Reply {
  const { world, now } = ask;
  const waiting = repository.invitations.find((one) => one.invitee === user.id && !isLapsed(one, now));
  if (waiting !== undefined) return ok(invitationAnswer(world, repository, waiting, { now, inviter: ask.own }), 201);
  const createdAt = new Date(now).toISOString();
  const made: Invitation = { id: nextId(world), invitee: user.id, role, createdAt };
  if (world.invitations === 'accepted') repository.direct.push({ user: user.id, role });
  else repository.invitations.push(made);
  return ok(invitationAnswer(world, repository, made, { now, inviter: ask.own }), 201);
}

const invalid = (message: string): Reply =>
  refused(422, 'Validation Failed', { errors: [{ resource: 'Repository', code: 'custom', message }] });
