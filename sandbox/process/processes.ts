import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { codeOf, LocalPartsError } from '../errors.js';

/** A process by pid and start, so that a reused pid is not mistaken for it. */
export type ProcessIdentity = {
  pid: number;
  /** Seconds since the epoch, as `ps` reports it. */
  startedAt: number;
};

/** What the process table says of one pid. */
export type RunningProcess = ProcessIdentity & { command: string };

const run = promisify(execFile);
const ROW = /^\s*(\S+)\s+(\w{3} \w{3}\s+\d+ \d\d:\d\d:\d\d \d{4})\s+(.*)$/;
/** `ps` derives the start from the boot time and may be off by a second from one call to the next. */
const START_TOLERANCE_S = 2;
const NO_PS =
  process.platform === 'win32'
    ? 'The servers are not started on Windows: run "docker compose up" and set DATABASE_URL and TEMPORAL_ADDRESS.'
    : 'The program "ps" is missing: install procps and try again.';

/** Looks a pid up; a zombie counts as gone, because it holds nothing any more. Throws `LocalPartsUnavailable` without `ps`. */
export async function processAt(pid: number): Promise<RunningProcess | null> {
  const row = await processRow(pid);
  return row && !row.zombie ? { pid, startedAt: row.startedAt, command: row.command } : null;
}

/** Whether the pid is a killed process that its parent has not reaped. */
export async function isZombie(pid: number): Promise<boolean> {
  return (await processRow(pid))?.zombie ?? false;
}

/** Whether the very same process still runs. */
export async function isRunning(identity: ProcessIdentity): Promise<boolean> {
  const found = await processAt(identity.pid);
  return found !== null && Math.abs(found.startedAt - identity.startedAt) <= START_TOLERANCE_S;
}

/** Whether two starts, in seconds since the epoch, are the same within what `ps` can tell. */
export function sameStart(left: number, right: number): boolean {
  return Math.abs(left - right) <= START_TOLERANCE_S;
}

/** Ends the process and waits until it is gone; after `patienceMs` (default 20,000) by SIGKILL. */
export async function endProcess(
  identity: ProcessIdentity,
  signal: NodeJS.Signals,
  patienceMs = 20_000,
): Promise<void> {
  if (!(await isRunning(identity))) return;
  sendSignal(identity.pid, signal);
  if (await waitFor(async () => !(await isRunning(identity)), patienceMs)) return;
  sendSignal(identity.pid, 'SIGKILL');
  await waitFor(async () => !(await isRunning(identity)), 5_000);
}

/** Polls a condition every 50 ms; false when `patienceMs` passed without it. */
export async function waitFor(condition: () => Promise<boolean>, patienceMs: number): Promise<boolean> {
  const until = Date.now() + patienceMs;
  for (;;) {
    if (await condition()) return true;
    if (Date.now() >= until) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // It may have ended between the look and the signal, which is what was wanted.
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}

async function processRow(pid: number): Promise<{ zombie: boolean; startedAt: number; command: string } | null> {
  const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
  const output = await run('ps', ['-ww', '-o', 'stat=,lstart=,args=', '-p', String(pid)], { env }).then(
    (done) => done.stdout,
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT') throw new LocalPartsError('LocalPartsUnavailable', NO_PS);
      return '';
    },
  );
  const match = ROW.exec(output.split('\n')[0] ?? '');
  if (!match?.[1] || !match[2]) return null;
  return {
    zombie: match[1].startsWith('Z'),
    startedAt: Date.parse(`${match[2]} UTC`) / 1000,
    command: match[3] ?? '',
  };
}
