import { invitationAnswer } from '../answers.js';
import { askedWord, isRole } from '../rights.js';
import { type Ask, done, notFound, ok, page, type RepositoryRoute, refused } from '../route.js';
import { type Invitation, ownerOf, type Repository } from '../world.js';

/** The invitations to a repository, lapsed ones among them. */
export const invitationRoutes: RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/invitations',
    needs: 'admin',
    answer: (ask, repository) =>
      page(
        ask,
        repository.invitations.map((one) => answered(ask, repository, one)),
      ),
  },
  {
    method: 'PATCH',
    path: '/invitations/{id}',
    needs: 'admin',
    answer(ask, repository, id) {
      const found = byId(repository, id);
      if (found === undefined) return notFound;
      const role = askedWord(typeof ask.body.permissions === 'string' ? ask.body.permissions : '');
      if (!isRole(role, ownerOf(ask.world, repository))) return refused(422, 'Validation Failed');
      found.role = role;
      return ok(answered(ask, repository, found));
    },
  },
  {
    method: 'DELETE',
    path: '/invitations/{id}',
    needs: 'admin',
    answer(_ask, repository, id) {
      const found = byId(repository, id);
      if (found === undefined) return notFound;
      repository.invitations = repository.invitations.filter((one) => one !== found);
      return done;
    },
  },
];

const byId = ({ invitations }: Repository, id = ''): Invitation | undefined =>
  invitations.find((one) => String(one.id) === id);

const answered = (ask: Ask, repository: Repository, one: Invitation) =>
  invitationAnswer(ask.world, repository, one, { now: ask.now, inviter: ask.own });
