import { roleName } from '../../kit/words.js';

/** The first of somebody's roles that an act is for, by the words in which the contract says it; else their first. */
export const roleMayDo = (by: string, roles: readonly string[]): string | undefined =>
  roles.find((role) => by.toLowerCase().includes(roleName(role).toLowerCase())) ?? roles[0];
