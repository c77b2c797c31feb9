import { type Tracer, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { Resource } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor, type ReadableSpan } from '@opentelemetry/sdk-trace-base';

/** Traces of this process. */
export type Tracing = { tracer: Tracer; stop(): Promise<void> };

/**
 * Sends the traces of this process to an OTLP endpoint over HTTP; to be called once, before anything is traced.
 *
 * `OTEL_EXPORTER_OTLP_HEADERS` and `OTEL_TRACES_SAMPLER` are read as OpenTelemetry says. Errors go without their text, which may hold
 * what people have written.
 */
export function startTracing(endpoint: string, service: string): Tracing {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` });
  const send = exporter.export.bind(exporter);
  exporter.export = (spans, done) => {
    for (const span of spans) withoutText(span);
    send(spans, done);
  };
  const provider = new BasicTracerProvider({
    resource: new Resource({ 'service.name': service }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  provider.register({
    contextManager: new AsyncLocalStorageContextManager(),
    propagator: new W3CTraceContextPropagator(),
  });
  return { tracer: trace.getTracer('drawbridge'), stop: () => provider.shutdown() };
}

function withoutText({ status, events }: ReadableSpan): void {
  status.message = undefined;
  for (const { attributes = {} } of events) {
    delete attributes['exception.message'];
    delete attributes['exception.stacktrace'];
  }
}
