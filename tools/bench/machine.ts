import { closeSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Ground } from './ground.js';
import { spread } from './stats.js';

/** What the figures were measured on. */
export type Machine = {
  measuredAt: string;
  cpu: string;
  cores: number;
  memoryGb: number;
  node: string;
  sdk: string;
  temporalServer: string;
  postgres: string;
  /** Milliseconds that a write of 8 kB takes to be on the disk. */
  fsyncMs: { p50: number; p99: number };
  seed: number;
  /** Processes that wanted a core in the minute before the run: above one or two, something else was measured as well. */
  load: number;
};

/** Asks machine and servers what they are. */
export async function describeMachine({ connection, sql, seed }: Ground): Promise<Machine> {
  const { serverVersion } = await connection.workflowService.getSystemInfo({});
  const version = await sql.query<{ server_version: string }>('show server_version');
  const [cpu] = cpus();
  return {
    measuredAt: new Date().toISOString(),
    cpu: cpu?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 1e9),
    node: process.versions.node,
    sdk: sdkVersion(),
    temporalServer: serverVersion,
    postgres: version.rows[0]?.server_version ?? 'unknown',
    fsyncMs: fsyncTime(),
    seed,
    load: loadavg()[0] ?? Number.NaN,
  };
}

function sdkVersion(): string {
  const file = createRequire(import.meta.url).resolve('@temporalio/worker/package.json');
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).version;
}

function fsyncTime(): { p50: number; p99: number } {
  const path = join(tmpdir(), `drawbridge-bench-fsync-${process.pid}`);
  const file = openSync(path, 'w');
  const page = Buffer.alloc(8192, 1);
  const took: number[] = [];
  for (let i = 0; i < 200; i++) {
    const from = performance.now();
    writeSync(file, page);
    fsyncSync(file);
    took.push(performance.now() - from);
  }
  closeSync(file);
  rmSync(path);
  return spread(took);
}
