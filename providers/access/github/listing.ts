import type { FoundAccount, Glimpse, Listing, Place, Way } from '../port.js';
import { type Collaborator, type Invitation, listedPermission } from './answers.js';
import { type Repository, readCollaborators, readRepository } from './found.js';
import { invitedTo, isOpen, readInvitations } from './invitations.js';
import type { Own } from './own.js';
import type { Requests } from './requests.js';
import { BY_OWNING, byBase, byTeam, explaining, readBase, readOwners, readTeamMembers, readTeams } from './ways.js';

/** The ways of many accounts by their numbers, and the kinds of ways that the token is not let see. */
type Ways = { of: Map<number, Way[]>; unseen: string[] };

/** Lists everybody on a repository by every way in, open invitations among them; the token's own account is marked. */
export async function listAccounts(
  requests: Requests,
  own: Own,
  asked: Place,
  isKnown: (all: readonly Glimpse[]) => boolean = () => false,
): Promise<Listing> {
  const repository = await readRepository(requests, asked);
  if (repository === undefined) return { gone: true };
  const invitations = (await readInvitations(requests, repository)).filter(isOpen);
  const all = await readCollaborators(requests, repository, 'all');
  const ownId = await own();
  const onIt = new Set(all.map(({ id }) => id));
  const invited = invitations.filter(({ invitee }) => !invitee || !onIt.has(invitee.id)).map(invitedAccount);
  const seen = all.filter(({ id }) => id !== ownId).map(seenAccount);
  const glimpsed = [...seen, ...invited].map(glimpse);
  if (isKnown(glimpsed))
    return { place: repository.place, accounts: glimpsed.map(withoutWays), unseen: [], brief: true };
  const { of, unseen } = await readAllWays(
    requests,
    repository,
    all.map(({ id }) => id),
  );
  const present = all.map((entry): FoundAccount => {
    const { permission, ...account } = seenAccount(entry);
    return {
      ...account,
      permission,
      ways: [
        ...explaining(permission, named(of.get(entry.id) ?? [], permission)),
        ...invitations.filter(({ invitee }) => invitee?.id === entry.id).map(byInvitation),
      ],
      ...(entry.id === ownId && { own: true as const }),
    };
  });
  return { place: repository.place, accounts: [...present, ...invited], unseen };
}

const seenAccount = (entry: Collaborator): Glimpse => ({
  account: { id: String(entry.id), name: entry.login },
  state: 'present',
  permission: listedPermission(entry) ?? 'none',
});

const glimpse = ({ account, state, permission }: Glimpse): Glimpse => ({ account, state, permission });

const withoutWays = (one: Glimpse): FoundAccount => ({ ...one, ways: [] });

/* GitHub names the highest role of an account wherever it comes from, for a direct one too. */
const named = (ways: readonly Way[], permission: string): Way[] =>
  ways.map((way) => (way.by === 'direct' ? { ...way, permission } : way));

/** One that went to an address has no account yet, and is still a way in. */
function invitedAccount(invitation: Invitation): FoundAccount {
  const { id, invitee } = invitation;
  const name = `invitation:${id}`;
  return {
    account: invitee ? { id: String(invitee.id), name: invitee.login } : { id: name, name },
    state: 'invited',
    permission: invitedTo(invitation),
    ways: [byInvitation(invitation)],
  };
}

const byInvitation = (invitation: Invitation): Way => ({ by: 'invitation', permission: invitedTo(invitation) });

async function readAllWays(requests: Requests, repository: Repository, all: number[]): Promise<Ways> {
  const of = new Map<number, Way[]>();
  const add = (ids: readonly number[], way: Way) => {
    for (const id of ids) of.set(id, [...(of.get(id) ?? []), way]);
  };
  const direct = await readCollaborators(requests, repository, 'direct');
  add(
    direct.map(({ id }) => id),
    { by: 'direct', permission: 'none' },
  );
  if (!repository.owner.isOrganisation) {
    add([repository.owner.id], BY_OWNING);
    return { of, unseen: [] };
  }
  const unseen = [];
  if (!(await addTeams(requests, repository, add))) unseen.push('teams');
  if (!(await addOrganisation(requests, repository, all, add))) unseen.push('organisation');
  return { of, unseen };
}

type Add = (ids: readonly number[], way: Way) => void;

/** False when the token is not let see them all. */
async function addTeams(requests: Requests, repository: Repository, add: Add): Promise<boolean> {
  const teams = await readTeams(requests, repository);
  let isWhole = teams !== undefined;
  for (const team of teams ?? []) {
    const members = await readTeamMembers(requests, repository, team);
    if (members === undefined) isWhole = false;
    else add(members, byTeam(team));
  }
  return isWhole;
}

/* Who is on the repository and no collaborator from outside is a member. */
async function addOrganisation(requests: Requests, repository: Repository, all: number[], add: Add): Promise<boolean> {
  const owners = await readOwners(requests, repository);
  const base = await readBase(requests, repository);
  add(owners ?? [], BY_OWNING);
  const [way] = byBase(base);
  if (way !== undefined) {
    const others = await readCollaborators(requests, repository, 'outside');
    const not = new Set([...others.map(({ id }) => id), ...(owners ?? [])]);
    add(
      all.filter((id) => !not.has(id)),
      way,
    );
  }
  return owners !== undefined && base !== undefined;
}
