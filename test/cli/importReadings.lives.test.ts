import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { endOfImport, importReadings } from '../../cli/lib/importReadings.js';
import type { ReadingLine } from '../../cli/lib/readingsFile.js';
import { ERRORS } from '../../domain/case/errors.js';
import { wordsOf } from '../../presentation/words/words.js';
import { decide, doAll } from '../support/domain/acts.js';
import { as, type Book } from '../support/domain/book.js';
import { atWork } from '../support/domain/wayToWork.js';

/** A case at work behind the two addresses that an import asks; commands are decided by the real rules, once per key. */
function serve(book: Book): Server {
  const known = new Map<string, { status: number; answer: unknown }>();
  const decided = (command: object): { status: number; answer: unknown } => {
    const receipt = { seq: book.mark + 1, hash: 'ab'.repeat(32), at: '2026-09-14T08:00:00.000Z' };
    const outcome = book.act(
      as('engineering-manager'),
      JSON.parse(JSON.stringify({ type: 'RecordReading', ...command })),
    );
    if (outcome.status === 'recorded') return { status: 200, answer: { ...outcome, receipt } };
    const { status, recorded } = ERRORS[outcome.code];
    return { status, answer: { code: outcome.code, detail: wordsOf(outcome.said), ...(recorded && { receipt }) } };
  };
  return createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const send = ({ status, answer }: { status: number; answer: unknown }) =>
      response.writeHead(status).end(JSON.stringify(answer));
    if (request.method === 'GET')
      return send({ status: 200, answer: { head: { seq: book.rows.length, hash: 'ab'.repeat(32) } } });
    const key = String(request.headers['idempotency-key']);
    const found = known.get(key) ?? decided(JSON.parse(body));
    known.set(key, found);
    return send(found);
  });
}

const line = (n: number, kpi: string, value: number, more: Partial<ReadingLine['reading']> = {}): ReadingLine => ({
  line: n,
  reading: { kpi, value, source: 'board', ...more },
});

let book: Book;
let server: Server;
let work: Parameters<typeof importReadings>[0];
beforeEach(async () => {
  book = atWork();
  server = serve(book);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  work = {
    session: { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: 'dbr_test' },
  };
});
afterEach(() => {
  server.closeAllConnections();
  return new Promise((done) => server.close(done));
});

const readings = () =>
  book.rows.flatMap(({ event }) => (event.type === 'ReadingRecorded' ? [[event.kpi, event.value]] : []));
const verdicts = async (lines: ReadingLine[]) =>
  (await importReadings(work, 'c-test', lines)).map((v) => [v.line, v.verdict]);

test('given a file that was read before, when it is read again, then nothing is recorded twice', async () => {
  const lines = [line(2, 'Velocity', 27), line(3, 'Uptime', 99.9), line(4, 'Velocity', 27)];
  expect(await verdicts(lines)).toEqual([
    [2, 'recorded'],
    [3, 'recorded'],
    [4, 'already'],
  ]);
  expect(await verdicts([...lines, line(5, 'Velocity', 28)])).toEqual([
    [2, 'already'],
    [3, 'already'],
    [4, 'already'],
    [5, 'recorded'],
  ]);
  expect(readings()).toEqual([
    ['Velocity', 27],
    ['Uptime', 99.9],
    ['Velocity', 28],
  ]);
});

test('each line has its own verdict: what is refused does not hold up the others', async () => {
  const found = await importReadings(work, 'c-test', [
    line(2, 'Unheard of', 1),
    line(3, 'Arrivals in time', 92, { evalSetHash: '0'.repeat(64) }),
    line(4, 'Velocity', 27, { at: '2030-01-01' }),
    line(5, 'Velocity', 27),
  ]);
  expect(found.map(({ line: n, verdict, code }) => [n, verdict, code])).toEqual([
    [2, 'refused', 'UnknownKpi'],
    [3, 'refused', 'EvalSetDiffers'],
    [4, 'refused', 'ReadingOutOfTime'],
    [5, 'recorded', undefined],
  ]);
  expect(endOfImport(found)).toMatchObject({
    exitCode: 3,
    message: '3 of 4 readings were refused; the others are recorded.',
  });
});

test('a line that was refused before is tried again under a key of its own', async () => {
  const other = line(2, 'Arrivals in time', 92, { evalSetHash: 'ab'.repeat(32) });
  expect(await verdicts([other])).toEqual([[2, 'refused']]);
  const form = book.state.evidence['KP-1']?.form;
  const agreed = JSON.parse(
    JSON.stringify(form).replaceAll(/"evalSetHash":"[0-9a-f]{64}"/g, `"evalSetHash":"${'ab'.repeat(32)}"`),
  );
  book.act(as('engineering-manager'), { type: 'SubmitEvidence', control: 'KP-1', form: agreed });
  doAll(book, [decide(as('executive'), 'gate:working-agreement')]);
  expect(await verdicts([other])).toEqual([[2, 'recorded']]);
  expect(await verdicts([other])).toEqual([[2, 'already']]);
});

test('a service that is away ends the run and says how far it came', async () => {
  const wrong = { ...work, session: { ...work.session, url: 'http://127.0.0.1:9' } };
  await expect(importReadings(wrong, 'c-test', [line(2, 'Velocity', 27)])).rejects.toMatchObject({ exitCode: 5 });
});
