import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { WorkflowClient } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { workflowIdOf } from '../../client/ids.js';
import { peopleOf } from '../../policy/caseFile.js';
import type { CaseFile } from '../../policy/caseSchema.js';
import type { PlayedCase } from '../../rehearsal/caseInPlay.js';
import type { Servers } from '../../rehearsal/ground.js';
import { loadScenario } from '../../rehearsal/load.js';
import { play } from '../../rehearsal/player.js';
import { startServers } from '../../rehearsal/servers.js';
import { fileOf, packed } from './histories.js';

/**
 * Plays scenarios and keeps the histories of their runs under the version of the package.
 *
 * Arguments: files of scenarios. A scenario that is not met is not kept, and the exit code is 1.
 */
async function record(files: string[]): Promise<void> {
  const { version }: { version: string } = JSON.parse(await readFile('package.json', 'utf8'));
  const servers = await startServers();
  try {
    for (const file of files) await keep(servers, file, version);
  } finally {
    await servers.stop();
  }
}

async function keep(servers: Servers, file: string, version: string): Promise<void> {
  const startedAt = Date.now();
  const loaded = await loadScenario(file);
  const played = await play(servers, loaded, () => undefined);
  try {
    if (!played.ok) {
      process.exitCode = 1;
      console.error(`${file} is not met and not kept.`);
      for (const { at, expected, found, met } of played.verdicts)
        if (!met) console.error(`  ${at}  ${expected}, found: ${found}`);
      return;
    }
    const name = basename(file, '.yaml');
    await write(servers, fileOf(version, name), played, loaded.caseFile);
    if (played.beside !== undefined && loaded.beside !== undefined)
      await write(servers, fileOf(version, `${name}.beside`), played.beside, loaded.beside.caseFile);
    console.log(`${file}: ${Math.round((Date.now() - startedAt) / 1000)} s`);
  } finally {
    await played.stage.stop();
  }
}

async function write(
  { connection }: Servers,
  path: string,
  { caseId, rows }: PlayedCase,
  file: CaseFile,
): Promise<void> {
  const client = new WorkflowClient({ connection });
  const ids = [...new Set(rows.map(({ runId }) => runId))];
  const histories = await Promise.all(ids.map((runId) => client.getHandle(workflowIdOf(caseId), runId).fetchHistory()));
  const personal = peopleOf(file).flatMap(({ name, email }) => [name, email]);
  const bytes = packed(
    histories.map((history) => JSON.parse(historyToJSON(history))),
    personal,
  );
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
  const events = histories.reduce((sum, { events: one }) => sum + (one?.length ?? 0), 0);
  console.log(`${path}: ${ids.length} runs, ${events} events, ${Math.round(bytes.length / 1024)} kB`);
}

await record(process.argv.slice(2));
