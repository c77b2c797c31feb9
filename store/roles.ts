import type { Role } from '../domain/case/roles.js';

const ROLES: Record<Role, true> = {
  procurement: true,
  'engineering-manager': true,
  legal: true,
  privacy: true,
  security: true,
  executive: true,
  compliance: true,
  'in-house-engineer': true,
  'vendor-contact': true,
  engineer: true,
  operator: true,
  system: true,
};
const isRole = (text: string): text is Role => Object.hasOwn(ROLES, text);

/** The role that a row names; throws on one that this version does not know. */
export function roleOf(text: string): Role {
  if (!isRole(text)) throw new TypeError(`The database names the unknown role "${text}".`);
  return text;
}
