import type { FastifyRequest } from 'fastify';
import type { Role } from '../../domain/case/roles.js';
import type { Session } from '../../store/signInContract.js';
import { Problem } from '../problems.js';

/** What a session or a personal token holds. */
type Held = Pick<Session, 'side' | 'grants'>;

const headerOf = ({ headers }: FastifyRequest, name: string): string | undefined => {
  const value = headers[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

const paramsCase = ({ params }: FastifyRequest): string | undefined => {
  if (typeof params !== 'object' || params === null || !('caseId' in params)) return undefined;
  return typeof params.caseId === 'string' ? params.caseId : undefined;
};

/**
 * The case that somebody of the vendor's works in: the one of the header `drawbridge-case`, else the one of the address, else
 * their first. Undefined on the client's side. Throws `Forbidden` when the header names a case that is not theirs.
 */
export function caseOf({ side, grants }: Held, request: FastifyRequest): string | undefined {
  if (side === 'client') return undefined;
  const its = grants.flatMap(({ caseId }) => caseId ?? []);
  const asked = headerOf(request, 'drawbridge-case');
  if (asked !== undefined && !its.includes(asked)) throw new Problem('Forbidden');
  const [first] = its;
  if (first === undefined) throw new Error('A sign-in of the vendor’s side has no case.');
  const wanted = asked ?? paramsCase(request);
  // A case of others is looked for from one's own, and not found.
  return wanted !== undefined && its.includes(wanted) ? wanted : first;
}

/** The roles that a session holds in a case, or on the client's side. */
export const rolesIn = ({ grants }: Pick<Session, 'grants'>, caseId: string | undefined): Role[] =>
  grants.filter((grant) => grant.caseId === caseId).map(({ role }) => role);

/**
 * As what somebody acts who has several roles: as the header `drawbridge-role` says, else in the first that the route is for.
 * Throws `Forbidden` for a role that they have not got or the route is not for.
 */
export function actingAs(
  held: Held,
  request: FastifyRequest,
  access: readonly Role[],
): { role: Role; caseId?: string } {
  const caseId = caseOf(held, request);
  const asked = headerOf(request, 'drawbridge-role');
  const role = rolesIn(held, caseId).find((one) => access.includes(one) && (asked === undefined || asked === one));
  if (role === undefined) throw new Problem('Forbidden');
  return { role, ...(caseId !== undefined && { caseId }) };
}
