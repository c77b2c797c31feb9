import { ensureUser, type World } from './world.js';

/** What the token's account is on every repository: an owner of the organisation, a direct administrator of each, a reader, or nobody. */
export type Standing = 'owner' | 'administrator' | 'reader' | 'nobody';

/** Login of the account that the token belongs to. */
export const OWN_LOGIN = 'drawbridge-bot';

/** Puts the token's account where it stands, on everything that there is; answers its number. */
export function stand(world: World, standing: Standing): number {
  const { id } = ensureUser(world, OWN_LOGIN);
  const without = (list: number[]) => list.filter((one) => one !== id);
  for (const organisation of world.organisations) {
    organisation.members = [...without(organisation.members), ...(standing === 'nobody' ? [] : [id])];
    organisation.owners = [...without(organisation.owners), ...(standing === 'owner' ? [id] : [])];
  }
  const role = { administrator: 'admin', reader: 'pull', owner: undefined, nobody: undefined }[standing];
  for (const repository of world.repositories) {
    if (role === undefined && standing === 'owner') continue;
    repository.direct = repository.direct.filter(({ user }) => user !== id);
    if (role !== undefined) repository.direct.push({ user: id, role });
  }
  return id;
}
