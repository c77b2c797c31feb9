import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ReadKind } from '../domain/audit/reads.js';
import type { ApiParts } from './parts.js';
import { isVendorSide } from './visibility.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** That the client's people read here is recorded, as this kind; by the query where the kind depends on it. */
    noted?: ReadKind | ((query: object) => ReadKind);
  }
}

const paramOf = ({ params }: FastifyRequest, name: string): string | undefined => {
  const value: unknown = typeof params === 'object' && params !== null ? Reflect.get(params, name) : undefined;
  return typeof value === 'string' ? value : undefined;
};

/** Notes who reads what, on the routes that say so, before the first byte goes out: what cannot be noted is not shown. */
export function noteReads(app: FastifyInstance, { store, clock }: Pick<ApiParts, 'store' | 'clock'>): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const { noted } = request.routeOptions.config;
    const { identity, query } = request;
    if (noted === undefined || identity === null || reply.statusCode !== 200 || isVendorSide(identity.role))
      return payload;
    const kind = typeof noted === 'string' ? noted : noted(typeof query === 'object' && query !== null ? query : {});
    const caseId = paramOf(request, 'caseId') ?? identity.caseId;
    const thing = paramOf(request, 'sha256') ?? paramOf(request, 'kind');
    const { personId, role } = identity;
    await store.reads.note(
      { personId, role, kind, ...(caseId !== undefined && { caseId }), ...(thing !== undefined && { thing }) },
      clock(),
    );
    return payload;
  });
}
