import { createServer, type Server } from 'node:http';
import { randomOf } from '../../../tools/chaos/random.js';
import { Sender, type Traffic } from '../../../tools/chaos/sender.js';

const RECEIPT = { seq: 1, hash: 'h' };
const problem = (status: number, code?: string) => ({ status, body: JSON.stringify({ status, code }) });
const recorded = { status: 201, body: JSON.stringify({ status: 'recorded', receipt: RECEIPT }) };

/** What a sender notes and comes to when the API gives these answers in turn, the last of them for ever. */
async function sent(...answers: { status: number; body: string }[]) {
  let asked = 0;
  const server: Server = createServer((_request, response) => {
    const { status, body } = answers[Math.min(asked++, answers.length - 1)] ?? recorded;
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const traffic: Traffic = { sent: [], cases: new Map(), unexpected: [], internal: [] };
  const random = randomOf(1, 'case 1');
  const soon = { ...random, whole: () => 1 };
  const sender = new Sender(`http://127.0.0.1:${port}`, traffic, 1, soon, () => Number.POSITIVE_INFINITY);
  const answer = await sender.send('token', '/', 'act', {});
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  const { internal, unexpected } = traffic;
  return { receipt: answer?.receipt, internal, unexpected };
}

const well = { receipt: RECEIPT, internal: [], unexpected: [] };

test('given an API whose database is away, or that breaks off, then a repeat is all that is needed', async () => {
  expect(await sent(problem(503, 'DatabaseUnavailable'), { status: 502, body: 'cut o' }, recorded)).toEqual(well);
});

test('given an internal error, then it is noted though the repeat is recorded', async () => {
  expect(await sent(problem(500, 'Internal'), recorded)).toEqual({ ...well, internal: ['case 1: act k-1-1'] });
});

test.each([
  ['a code of its own', problem(403, 'NotYourRole'), 'case 1: act was answered 403 NotYourRole'],
  ['no code at all', problem(500), 'case 1: act was answered 500 undefined'],
])('given a refusal with %s, then nothing is repeated', async (_with, answer, unexpected) => {
  expect(await sent(answer)).toEqual({ receipt: undefined, internal: [], unexpected: [unexpected] });
});
