import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Connection, WorkflowClient } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { z } from 'zod';
import { workflowIdOf } from '../../client/ids.js';
import { bundlePath } from '../../workers/bundlePath.js';
import { type Installation, openingOf, PATIENCE, prepareInstallation } from '../support/cli/installation.js';
import { type SlowMail, startSlowMail } from '../support/cli/slowMail.js';
import { temporalAddress } from '../support/real/servers.js';
import { waitUntil } from '../support/real/waitUntil.js';

const Span = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
});
const Sent = z.object({
  resourceSpans: z.array(z.object({ scopeSpans: z.array(z.object({ spans: z.array(Span) })) })),
});

Runtime.install({ logger: new DefaultLogger('ERROR') });

let receiver: Server;
let mail: SlowMail;
let installation: Installation;
const bodies: string[] = [];
const spans = () =>
  bodies.flatMap((body) =>
    Sent.parse(JSON.parse(body)).resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)),
  );

beforeAll(async () => {
  receiver = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    request.on('end', () => {
      bodies.push(body);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  mail = await startSlowMail();
  mail.letGo();
  installation = await prepareInstallation({
    SMTP_URL: mail.url,
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`,
  });
});
afterAll(async () => {
  await installation.end();
  mail.close();
  receiver.close();
});

test('one trace holds the request, the update, the append and the letter that follows; nothing in it names anybody', async () => {
  installation.start('api');
  installation.start('worker');
  await installation.apiReady();
  const traceId = randomBytes(16).toString('hex');
  const traceparent = `00-${traceId}-${randomBytes(8).toString('hex')}-01`;
  const { url, procurement } = installation;
  const opened = await fetch(`${url}/api/cases`, await openingOf(await procurement(), { headers: { traceparent } }));
  expect(opened.status).toBe(201);
  const ours = () => spans().filter((span) => span.traceId === traceId);
  const named = (name: string) => ours().find((span) => span.name === name);
  await waitUntil('the letter to be traced', () => named('RunActivity:sendMail'), PATIENCE);
  await waitUntil(
    'its report to be traced',
    () => ours().filter(({ name }) => name === 'RunActivity:appendEntries').length > 1,
    PATIENCE,
  );
  await waitUntil('the request to be traced', () => named('POST /api/cases'), PATIENCE);
  const update = named('UpdateWithStartWorkflow:command');
  expect(update?.parentSpanId).toBe(named('POST /api/cases')?.spanId);
  const causes = ours()
    .filter(({ name }) => name.startsWith('RunActivity:'))
    .map(({ parentSpanId }) => parentSpanId);
  expect(new Set(causes)).toEqual(new Set([update?.spanId]));
  const { caseId } = z.object({ caseId: z.string() }).parse(await opened.json());
  const connection = await Connection.connect({ address: temporalAddress() });
  const history = await new WorkflowClient({ connection }).getHandle(workflowIdOf(caseId)).fetchHistory();
  await connection.close();
  expect(historyToJSON(history)).toContain('_tracer-data');
  await Worker.runReplayHistory({ workflowBundle: { codePath: bundlePath() } }, history);
  const told = bodies.join('\n');
  for (const secret of ['.example', 'Wisla', 'Nowak', 'Diaz'])
    expect(told.includes(secret) ? secret : undefined).toBeUndefined();
});
