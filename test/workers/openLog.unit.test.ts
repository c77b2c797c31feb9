import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { openLog } from '../../workers/up/openLog.js';

// A device that answers as a full disk does.
const full = '/dev/full';
const onLinux = existsSync(full) ? test : test.skip;

onLinux('given a full disk, when a line is logged, then the line is lost and the process goes on', async () => {
  const log = openLog(full);
  const lost: unknown[] = [];
  log.on('error', (error: NodeJS.ErrnoException) => lost.push(error.code));
  expect(() => log.write('a line\n')).not.toThrow();
  await wait(50);
  expect(lost).toContain('ENOSPC');
});
