import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { holds } from '../../api/readiness.js';
import { listenAs } from './listening.js';

/** What those who watch a process may ask. */
export type Probes = {
  /** Everything that has to hold for the process to be given work. */
  ready: Record<string, () => Promise<unknown>>;
  /** Metrics in Prometheus' text format. */
  metrics?(): Promise<{ contentType: string; text: string }>;
};

type Settings = { METRICS_HOST: string; METRICS_PORT?: number };

/**
 * Serves `/livez`, `/readyz` and `/metrics` beside the work, where the settings say so; answers how to stop that.
 *
 * Throws `ConfigError` when the port is taken.
 */
export async function serveProbes(settings: Settings, probes: Probes): Promise<() => Promise<void>> {
  const { METRICS_HOST: host, METRICS_PORT: port } = settings;
  if (port === undefined) return async () => undefined;
  const server = createServer((request, response) => void answer(probes, request, response));
  await listenAs(
    'METRICS_PORT',
    () => new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve)),
  );
  return () => closed(server);
}

async function answer(probes: Probes, { url }: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    if (url === '/livez') return sendJson(response, 200, { ok: true });
    if (url === '/readyz') {
      const checks = Object.entries(probes.ready);
      const answers = await Promise.all(checks.map(async ([name, check]) => [name, await holds(check)] as const));
      return sendJson(response, answers.every(([, held]) => held) ? 200 : 503, Object.fromEntries(answers));
    }
    if (url === '/metrics' && probes.metrics !== undefined) {
      const { contentType, text } = await probes.metrics();
      response.writeHead(200, { 'content-type': contentType }).end(text);
      return;
    }
    sendJson(response, 404, { ok: false });
  } catch {
    sendJson(response, 500, { ok: false });
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
