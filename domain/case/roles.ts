/** Roles on the client's side that a case names people for. */
export const CLIENT_ROLES = [
  'procurement',
  'engineering-manager',
  'legal',
  'privacy',
  'security',
  'executive',
  'compliance',
  'in-house-engineer',
] as const;
export type ClientRole = (typeof CLIENT_ROLES)[number];

/** Client roles that act in a case: compliance reads it, and acts on nothing that it has to prove later. */
export const CLIENT_ACTORS: readonly ClientRole[] = CLIENT_ROLES.filter((role) => role !== 'compliance');

/** Roles on the vendor's side; each acts in its own case only. */
export const VENDOR_ROLES = ['vendor-contact', 'engineer'] as const;
export type VendorRole = (typeof VENDOR_ROLES)[number];

/** Roles that a case names people for; whoever holds one can be followed by somebody else. */
export const HELD_ROLES = [...CLIENT_ROLES, 'vendor-contact'] as const;
export type HeldRole = (typeof HELD_ROLES)[number];

/** Every role a token can carry; `system` is the engine itself and no token carries it. */
export type Role = ClientRole | VendorRole | 'operator' | 'system';

/** An opaque id of a person, `p-` and 16 characters; names and addresses are kept apart, encrypted per person. */
export type PersonId = string;

/** Who sends a command: taken from the token by the edge, never from a body. */
export type Actor = { personId: PersonId; role: Role };

/** The engine as an actor: it records what time and rules make true. */
export const SYSTEM: Actor = { personId: 'system', role: 'system' };

/** The party whose turn it is; `nobody` while no task is open, `both` while each side has one. */
export type Party = 'client' | 'vendor' | 'both' | 'nobody';

/** The side a role sits on. */
export const sideOf = (role: Role): 'client' | 'vendor' =>
  role === 'vendor-contact' || role === 'engineer' ? 'vendor' : 'client';
