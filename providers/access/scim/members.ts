import { ProviderError } from '../port.js';
import { type Group, groupAnswer, type Member, pageOf, userAnswer } from './answers.js';
import { unreadable } from './errors.js';
import type { Requests } from './requests.js';

/** Bounds of what is walked through; a directory that goes beyond them is not believed. */
const MOST_GROUPS = 200;
const MOST_MEMBERS = 5_000;

const MEMBERS = { attributes: 'displayName,members' };

/** Reads a user; undefined when there is none any more. */
export const findUser = (requests: Requests, id: string) =>
  requests.find({ template: '/Users/{id}', id, query: { attributes: 'userName,groups' } }, userAnswer);

/** Reads a group with its members; undefined when there is none any more. */
export async function findGroup(requests: Requests, id: string): Promise<Group | undefined> {
  const group = await requests.find({ template: '/Groups/{id}', id, query: MEMBERS }, groupAnswer);
  if (group !== undefined && group.members === undefined) await requireMembersTold(requests);
  return group && { ...group, members: group.members ?? [] };
}

/*
 * An empty list may be left out (RFC 7643, 2.5), and so may every list: some directories never tell members. One that
 * tells those of any group has none to tell here; otherwise nobody could be said to be out of it.
 */
async function requireMembersTold(requests: Requests): Promise<void> {
  const query = { ...MEMBERS, startIndex: '1', count: '100' };
  const { Resources } = await requests.send({ template: '/Groups', query }, pageOf(groupAnswer));
  if (Resources.some(({ members = [] }) => members.length > 0)) return;
  throw new ProviderError('ProviderRefused', 'The directory does not tell who is in its groups.');
}

/** True when the directory says that a member is a group; one that says nothing of it may be either. */
export const isSurelyGroup = ({ type, $ref }: Member): boolean =>
  type?.toLowerCase() === 'group' || (type === undefined && /\/Groups\//.test($ref ?? ''));

/** True when the directory says what a member is. */
export const isTyped = ({ type, $ref }: Member): boolean => type !== undefined || /\/(Users|Groups)\//.test($ref ?? '');

/** A member and the group that it is in itself. */
export type Within = { member: Member; group: Group };

/**
 * Goes through a group and every group in it, each once, and answers the members that are no groups.
 *
 * `findNested` reads a member that is or may be a group; undefined when it is none.
 */
export async function membersWithin(
  place: Group,
  findNested: (member: Member) => Promise<Group | undefined>,
): Promise<Within[]> {
  const waiting = [place];
  const seen = new Set([place.id]);
  const found: Within[] = [];
  for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) {
    for (const member of group.members) {
      if (seen.has(member.value)) continue;
      const nested = await findNested(member);
      if (nested === undefined) found.push({ member, group });
      else {
        seen.add(member.value);
        waiting.push(nested);
      }
      if (seen.size > MOST_GROUPS || found.length > MOST_MEMBERS)
        throw unreadable('with more members than are believed');
    }
  }
  return found;
}
