import type { FastifyRequest } from 'fastify';
import type { Role } from '../../domain/case/roles.js';
import type { ActingIdentity, TokenIdentity } from '../../store/contract.js';
import type { PersonalToken } from '../../store/personalContract.js';
import { Problem } from '../problems.js';
import { actingAs } from './acting.js';
import { SAFE } from './csrf.js';

/** A bearer token that was found. */
export type Holder = TokenIdentity | PersonalToken;

/** True for a token that its person has made for themselves. */
export const isPersonal = (holder: Holder): holder is PersonalToken => 'scope' in holder;

/** As whom somebody with a token acts. Throws `Forbidden`; for a personal token also `ReadOnlyToken`, `BrowserNeeded`. */
export function actByToken(holder: Holder, request: FastifyRequest, access: readonly Role[]): ActingIdentity {
  if (!isPersonal(holder)) {
    if (!access.includes(holder.role)) throw new Problem('Forbidden');
    return holder;
  }
  const as = actingAs(holder, request, access);
  const { signedInLately, reads } = request.routeOptions.config;
  // A token lies in a file: it is no proof that its person is there.
  if (signedInLately === true) throw new Problem('BrowserNeeded');
  if (holder.scope === 'read' && !SAFE.has(request.method) && reads !== true) throw new Problem('ReadOnlyToken');
  return { tokenId: holder.tokenId, personId: holder.personId, ...as };
}
