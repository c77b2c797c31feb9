import { HELD_ROLES, type PersonId, type Role } from '../../domain/case/roles.js';
import type { CaseState } from '../../domain/case/state.js';
import { namedFor } from '../../domain/people/named.js';
import type { Reader } from '../words/fill.js';

/** Who reads a letter. `byRole`: the address of a reader who has no token of their own, and signs in by role on one machine. */
export type LetterReader = Reader & { personId: PersonId; byRole?: { address: string } };

/**
 * What stands behind `--as` for a reader who signs in by role, in the role of a task where they hold it; undefined for
 * anybody who has a token. The first whom a case names for a role needs no address.
 */
export function signsInAs(state: CaseState, { personId, byRole }: LetterReader, wanted?: Role): string | undefined {
  if (byRole === undefined) return undefined;
  const held = [...HELD_ROLES, 'engineer' as const].filter((role) => namedFor(state, role).includes(personId));
  const role = held.find((one) => one === wanted) ?? held[0];
  if (role === undefined) return undefined;
  return namedFor(state, role)[0] === personId ? role : `${role}:${byRole.address}`;
}
