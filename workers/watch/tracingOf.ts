import type { ApiParts } from '../../api/parts.js';
import type { CaseClientOptions } from '../../client/caseClient.js';
import type { WorkerParts } from '../worker.js';

/** Where a process hands its traces on; everything is empty where nothing is traced. */
export type Tracing = {
  http: NonNullable<ApiParts['observe']>;
  client: NonNullable<CaseClientOptions['interceptors']>;
  activities: NonNullable<WorkerParts['activityInterceptors']>;
  /** Sends what is left. */
  stop(): Promise<void>;
};

/** Starts to trace this process, from HTTP to effect, where the settings name a receiver. */
export async function tracingOf(
  { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }: { OTEL_EXPORTER_OTLP_ENDPOINT?: string },
  service: string,
): Promise<Tracing> {
  if (endpoint === undefined) return { http: () => undefined, client: [], activities: [], stop: async () => undefined };
  // Loaded only where it is asked for.
  const [{ startTracing }, { traceHttp }, temporal] = await Promise.all([
    import('./tracing.js'),
    import('./traceHttp.js'),
    import('@temporalio/interceptors-opentelemetry'),
  ]);
  const { tracer, stop } = startTracing(endpoint, service);
  return {
    http: traceHttp(tracer),
    client: [new temporal.OpenTelemetryWorkflowClientInterceptor()],
    activities: [
      (context) => ({
        inbound: new temporal.OpenTelemetryActivityInboundInterceptor(context),
        outbound: new temporal.OpenTelemetryActivityOutboundInterceptor(context),
      }),
    ],
    stop,
  };
}
