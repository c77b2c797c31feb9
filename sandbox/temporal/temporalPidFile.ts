import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { LocalPartsError } from '../errors.js';
import { endProcess, isRunning, type ProcessIdentity, processAt } from '../process/processes.js';

const PidFile = z.object({
  pid: z.number(),
  startedAt: z.number(),
  owner: z.object({ pid: z.number(), startedAt: z.number() }),
  port: z.number(),
  uiPort: z.number().optional(),
  database: z.string(),
});
type PidFile = z.infer<typeof PidFile>;
type Facts = Pick<PidFile, 'port' | 'uiPort' | 'database'>;

/** Two servers on one SQLite file both run and damage each other, so the earlier one must be gone. */
export async function endOrphan(home: string, database: string): Promise<PidFile | null> {
  const text = await readFile(pidFileOf(home), 'utf8').catch(() => null);
  if (text === null) return null;
  const parsed = PidFile.safeParse(parseJson(text));
  if (!parsed.success) return null;
  const earlier = parsed.data;
  const found = await processAt(earlier.pid);
  if (!found?.command.includes(database)) return earlier;
  if (earlier.owner.pid !== process.pid && (await isRunning(earlier.owner))) {
    throw new LocalPartsError(
      'DataInUse',
      `Another drawbridge (process ${earlier.owner.pid}) runs on this data: use that one or stop it first.`,
    );
  }
  await endProcess(found, 'SIGTERM');
  return earlier;
}

/** Notes the server that now runs on the folder, and this process as its owner. */
export async function writePidFile(home: string, server: ProcessIdentity, facts: Facts): Promise<void> {
  const self = await processAt(process.pid);
  const owner = { pid: process.pid, startedAt: self?.startedAt ?? 0 };
  const content: PidFile = { pid: server.pid, startedAt: server.startedAt, owner, ...facts };
  await writeFile(`${pidFileOf(home)}.new`, JSON.stringify(content));
  await rename(`${pidFileOf(home)}.new`, pidFileOf(home));
}

/** Forgets a server that has ended. */
export async function removePidFile(home: string): Promise<void> {
  await rm(pidFileOf(home), { force: true });
}

function pidFileOf(home: string): string {
  return join(home, 'temporal.pid.json');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
