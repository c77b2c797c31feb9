import type { FastifyRequest } from 'fastify';
import type { Role } from '../../domain/case/roles.js';
import type { ActingIdentity } from '../../store/contract.js';
import type { Session } from '../../store/signInContract.js';
import { Problem } from '../problems.js';

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
 * their first. Undefined on the client's side. Throws `Forbidden` when the header names a case that is not of the session.
 */
export function caseOf({ side, grants }: Session, request: FastifyRequest): string | undefined {
  if (side === 'client') return undefined;
  const its = grants.flatMap(({ caseId }) => caseId ?? []);
  const asked = headerOf(request, 'drawbridge-case');
  if (asked !== undefined && !its.includes(asked)) throw new Problem('Forbidden');
  const [first] = its;
  if (first === undefined) throw new Error('A session of the vendor’s side has no case.');
  const wanted = asked ?? paramsCase(request);
  // A case of others is looked for from one's own, and not found.
  return wanted !== undefined && its.includes(wanted) ? wanted : first;
}

/** The roles that a session holds in a case, or on the client's side. */
export const rolesIn = ({ grants }: Session, caseId: string | undefined): Role[] =>
  grants.filter((grant) => grant.caseId === caseId).map(({ role }) => role);

/**
 * As whom somebody acts who has several roles: as the header `drawbridge-role` says, else in the first that the route is for.
 * Throws `Forbidden` for a role that the session has not got or the route is not for.
 */
export function actingAs(session: Session, request: FastifyRequest, access: readonly Role[]): ActingIdentity {
  const caseId = caseOf(session, request);
  const asked = headerOf(request, 'drawbridge-role');
  const role = rolesIn(session, caseId).find((one) => access.includes(one) && (asked === undefined || asked === one));
  if (role === undefined) throw new Problem('Forbidden');
  const { sessionId, personId } = session;
  return { sessionId, personId, role, ...(caseId !== undefined && { caseId }) };
}
