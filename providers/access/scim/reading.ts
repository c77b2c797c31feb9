import { z } from 'zod';
import {
  type Account,
  type FoundAccount,
  type Listing,
  type Observed,
  type Place,
  ProviderError,
  type Way,
} from '../port.js';
import type { Group, Member } from './answers.js';
import { findGroup, findUser, isSurelyGroup, isTyped, membersWithin, type Within } from './members.js';
import { equals, isName, sameName } from './names.js';
import type { Requests } from './requests.js';

const MEMBER = 'member';

const namedUser = z.object({ id: z.string().min(1), userName: z.string() });
const namedGroup = z.object({ id: z.string().min(1), displayName: z.string() });

/** The user of a name. */
export async function identifyUser(requests: Requests, name: string): Promise<Account | undefined> {
  if (!isName(name)) return undefined;
  const query = { filter: equals('userName', name), attributes: 'userName' };
  const found = await requests.findAll({ template: '/Users', query }, namedUser);
  return onlyOf(
    name,
    found.map(({ id, userName }) => ({ id, name: userName })),
  );
}

/** The group of a name. */
export async function identifyGroup(requests: Requests, name: string): Promise<Place | undefined> {
  if (!isName(name)) return undefined;
  const query = { filter: equals('displayName', name), attributes: 'displayName' };
  const found = await requests.findAll({ template: '/Groups', query }, namedGroup);
  return onlyOf(
    name,
    found.map(({ id, displayName }) => ({ id, name: displayName })),
  );
}

/**
 * What a user is in a group, by every way.
 *
 * 1. A user who is switched off is a member still: switched on again, the membership lets in again.
 * 2. The group's own list counts, that of each group in it, and what the directory says of the user: one of them may lag.
 */
export async function observeUser(requests: Requests, placeId: string, accountId: string): Promise<Observed> {
  const user = await findUser(requests, accountId);
  if (user === undefined) return { state: 'gone', what: 'account' };
  const group = await findGroup(requests, placeId);
  if (group === undefined) return { state: 'gone', what: 'place' };
  const nested = (member: Member) =>
    isSurelyGroup(member) ? findGroup(requests, member.value) : Promise.resolve(undefined);
  const listed = (await membersWithin(group, nested)).filter(({ member }) => member.value === user.id);
  const ways = waysOf(group, listed);
  if (ways.length === 0 && user.groups.some(({ value }) => value === group.id))
    ways.push({ by: 'other', permission: MEMBER });
  const [account, place] = [{ id: user.id, name: user.userName }, placeOf(group)];
  if (ways.length === 0) return { state: 'absent', ways, account, place };
  return { state: 'present', permission: MEMBER, ways, account, place };
}

/** Everybody in a group and in the groups within it. */
export async function listUsers(requests: Requests, placeId: string): Promise<Listing> {
  const group = await findGroup(requests, placeId);
  if (group === undefined) return { gone: true };
  const users = new Map<string, Account | undefined>();
  const nested = async (member: Member): Promise<Group | undefined> => {
    if (isSurelyGroup(member)) return await findGroup(requests, member.value);
    if (!users.has(member.value)) {
      const user = await findUser(requests, member.value);
      users.set(member.value, user && { id: user.id, name: user.userName });
    }
    /* What is neither a user nor a group any more lets nobody in. */
    return users.get(member.value) === undefined && !isTyped(member) ? findGroup(requests, member.value) : undefined;
  };
  const within = await membersWithin(group, nested);
  const accounts = [...users.values()].flatMap((account): FoundAccount[] => {
    if (account === undefined) return [];
    const ways = waysOf(
      group,
      within.filter(({ member }) => member.value === account.id),
    );
    return [{ account, state: 'present', permission: MEMBER, ways }];
  });
  return { place: placeOf(group), accounts, unseen: [] };
}

/** Whether a user is in the group's own list. */
export const isDirectMember = ({ members }: Group, accountId: string): boolean =>
  members.some(({ value }) => value === accountId);

const placeOf = ({ id, displayName }: Group): Place => ({ id, name: displayName });

const waysOf = (place: Group, listed: readonly Within[]): Way[] =>
  listed.map(({ group }) =>
    group.id === place.id
      ? { by: 'direct', permission: MEMBER }
      : { by: 'team', through: group.displayName, permission: MEMBER },
  );

/* Display names may be had twice, and a directory may answer more than was asked for. */
function onlyOf<T extends { name: string }>(name: string, found: readonly T[]): T | undefined {
  const same = found.filter((one) => sameName(one.name, name));
  const exact = same.filter((one) => one.name === name);
  const [only, ...others] = exact.length > 0 ? exact : same;
  if (others.length > 0) throw new ProviderError('ProviderRefused', 'The directory has more than one of this name.');
  return only;
}
