import type { Registry } from 'prom-client';

/** Longest wait for the runtime's own figures, milliseconds; without them the rest is told. */
const CORE_MS = 2_000;

/** The figures of a process, with those that Temporal's runtime serves at `coreAt` beneath. */
export async function metricsOf(registry: Registry, coreAt?: string): Promise<{ contentType: string; text: string }> {
  const [own, core] = await Promise.all([registry.metrics(), coreAt === undefined ? '' : coreMetrics(coreAt)]);
  return { contentType: registry.contentType, text: `${own}${core}` };
}

const coreMetrics = (address: string): Promise<string> =>
  fetch(`http://${address}/metrics`, { signal: AbortSignal.timeout(CORE_MS) }).then(
    (answer) => answer.text(),
    () => '',
  );
