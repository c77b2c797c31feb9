import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refuseTwin } from '../../cli/lib/openAlready.js';

const ROW = {
  caseId: 'c-1',
  title: 'Search that understands',
  vendor: 'Wisla Labs',
  status: 'open',
  stage: 'evaluate',
  model: 'project',
  startDate: '2026-09-01',
  openTasks: 1,
  lateTasks: 0,
  turn: 'vendor',
  openedAt: '2026-09-01T08:00:00.000Z',
};
let server: Server;
let asked: string[];
let rows: object[];
beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ rows }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const open = (title: string, vendor: string) =>
  refuseTwin({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: 't' }, { title, vendor });

test('given a case of that title and vendor that is not closed, then it is named, with how to open another on purpose', async () => {
  rows = [{ ...ROW, caseId: 'c-0', status: 'closed' }, ROW];
  await expect(open('search that understands ', 'WISLA LABS')).rejects.toMatchObject({
    exitCode: 3,
    message: '“Search that understands” with Wisla Labs is open already, as case c-1.',
    more: {
      hint: 'Look at it with: drawbridge case show c-1\nTo open another one on purpose, add --another.',
    },
  });
  expect(asked).toEqual(['/api/cases?search=search+that+understands&limit=200']);
});

test.each([
  ['none is open', []],
  ['it is closed', [{ ...ROW, status: 'closed' }]],
  ['the vendor is another', [{ ...ROW, vendor: 'Wisla Labs II' }]],
  ['its title only holds that one', [{ ...ROW, title: 'Search that understands, part 2' }]],
])('given that %s, then nothing stands against it', async (_what, found) => {
  rows = found;
  await expect(open('Search that understands', 'Wisla Labs')).resolves.toBeUndefined();
});
