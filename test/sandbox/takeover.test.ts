import { chmod, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitUntil } from '../support/real/waitUntil.js';
import { allGone, type Holder, leaveMark, marksIn, startHolder, type Told } from '../support/sandbox/holder.js';

let dir: string;
let holders: Holder[];
let seen: Told[];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'drawbridge-takeover-'));
  // PostgreSQL's own account, when we are root, must be able to walk in.
  await chmod(dir, 0o755);
  holders = [];
  seen = [];
});
afterEach(async () => {
  for (const holder of holders) await holder.stop();
  await allGone(seen.flatMap(({ pids }) => [pids.postgres, pids.temporal]));
  await rm(dir, { recursive: true, force: true });
});

function hold(folder: string | undefined = join(dir, 'data'), env: Record<string, string> = {}): Holder {
  const holder = startHolder(folder, env);
  holders.push(holder);
  return holder;
}

async function ready(holder: Holder): Promise<Told> {
  const told = await holder.ready();
  seen.push(told);
  return told;
}

const kill = (...pids: (number | undefined)[]) => {
  for (const pid of pids) if (pid !== undefined) process.kill(pid, 'SIGKILL');
};

test('after the owner alone is killed its servers end, and the next start finds everything', async () => {
  const first = hold();
  const before = await ready(first);
  await leaveMark(before, 'one');
  kill(first.child.pid);
  const after = await ready(hold());
  expect(await marksIn(after, ['one'])).toEqual(['one']);
  await allGone([before.pids.temporal]);
});

test('after the owner and its watchdogs are killed PostgreSQL is adopted, Temporal replaced, and both end with the new owner', async () => {
  const first = hold();
  const before = await ready(first);
  await leaveMark(before, 'one');
  // The owner first: it would put new watchdogs around its servers.
  const watchdogs = await first.watchdogs();
  expect(watchdogs).toHaveLength(2);
  process.kill(first.child.pid ?? 0, 'SIGSTOP');
  kill(...watchdogs, first.child.pid);
  const second = hold();
  const after = await ready(second);
  expect(after.adopted).toBe(true);
  expect(after.pids.postgres).toBe(before.pids.postgres);
  await allGone([before.pids.temporal]);
  expect(await marksIn(after, ['one'])).toEqual(['one']);
  kill(second.child.pid);
  await allGone([after.pids.postgres, after.pids.temporal]);
});

test('after every process is killed at once the next start finds everything', async () => {
  const first = hold();
  const before = await ready(first);
  await leaveMark(before, 'one');
  kill(first.child.pid, ...(await first.watchdogs()), before.pids.postgres, before.pids.temporal);
  const after = await ready(hold());
  expect(after.adopted).toBe(false);
  expect(await marksIn(after, ['one'])).toEqual(['one']);
});

test('killed again and again nothing is lost', async () => {
  const marks: string[] = [];
  for (const mark of ['1', '2', '3']) {
    const holder = hold();
    const stack = await ready(holder);
    await leaveMark(stack, mark);
    marks.push(mark);
    kill(holder.child.pid, mark === '2' ? stack.pids.postgres : stack.pids.temporal);
  }
  expect(await marksIn(await ready(hold()), marks)).toEqual(marks);
});

test('a killed watchdog is replaced, so that the servers still end with their owner', async () => {
  const holder = hold();
  const { pids } = await ready(holder);
  const first = await holder.watchdogs();
  kill(...first);
  await waitUntil('two new watchdogs', async () => {
    const now = await holder.watchdogs();
    return now.length === 2 && now.every((pid) => !first.includes(pid));
  });
  kill(holder.child.pid);
  await allGone([pids.postgres, pids.temporal]);
});

test('a second owner is refused in one sentence and the first goes on undisturbed', async () => {
  const first = hold();
  const stack = await ready(first);
  await leaveMark(stack, 'one');
  const second = await hold().failed();
  expect(second.code).toBe('DataInUse');
  expect(second.message).toMatch(/^Another drawbridge runs on this data: [^.]+\.$/);
  expect(await marksIn(stack, ['one'])).toEqual(['one']);
  expect(first.events).toHaveLength(1);
});

test('of two first starts at once exactly one gets the data', async () => {
  const both = [hold(), hold()];
  const outcomes = await Promise.allSettled(both.map((holder) => ready(holder)));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const [winner] = seen;
  if (!winner) throw new Error('Nobody won.');
  await leaveMark(winner, 'one');
  expect(await marksIn(winner, ['one'])).toEqual(['one']);
});

test.each(['postgres', 'temporal'] as const)('the owner learns that %s has ended', async (server) => {
  const holder = hold();
  const { pids } = await ready(holder);
  kill(pids[server]);
  await waitUntil('the loss to be told', () => holder.events.some(({ lost }) => lost !== undefined));
});

test('a temporary stack leaves neither processes nor folders when its owner is killed', async () => {
  const tmp = join(dir, 'tmp');
  await mkdir(tmp, { mode: 0o755 });
  const holder = startHolder(undefined, { TMPDIR: tmp });
  holders.push(holder);
  const { pids } = await ready(holder);
  expect(await readdir(tmp)).toHaveLength(2);
  kill(holder.child.pid);
  await allGone([pids.postgres, pids.temporal]);
  await waitUntil('the folders to go', async () => (await readdir(tmp)).length === 0);
});
