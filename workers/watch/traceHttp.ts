import {
  type Context,
  context,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** One span a request, named after its route pattern; a caller's own trace is gone on with. */
export const traceHttp =
  (tracer: Tracer) =>
  (app: FastifyInstance): void => {
    const contexts = new WeakMap<FastifyRequest, Context>();
    app.addHook('onRequest', (request, _reply, done) => {
      const { method, routeOptions, headers, id } = request;
      const route = routeOptions.url ?? 'none';
      const caller = propagation.extract(ROOT_CONTEXT, headers);
      const attributes = { 'http.request.method': method, 'http.route': route, 'drawbridge.request_id': id };
      const span = tracer.startSpan(`${method} ${route}`, { kind: SpanKind.SERVER, attributes }, caller);
      const own = trace.setSpan(caller, span);
      contexts.set(request, own);
      context.with(own, done);
    });
    // Reading the body leaves the context that the request began with.
    app.addHook('preValidation', (request, _reply, done) => {
      context.with(contexts.get(request) ?? ROOT_CONTEXT, done);
    });
    app.addHook('onResponse', async (request, reply) => {
      const span = trace.getSpan(contexts.get(request) ?? ROOT_CONTEXT);
      span?.setAttribute('http.response.status_code', reply.statusCode);
      if (reply.problemCode !== undefined) span?.setAttribute('error.type', reply.problemCode);
      if (reply.statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
      span?.end();
    });
  };
