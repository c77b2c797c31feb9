import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WorkflowClient } from '@temporalio/client';
import { workflowIdOf } from '../../../client/ids.js';
import { bundlePath } from '../../../workers/bundlePath.js';
import type { World } from './world.js';

/** A place in the built workflow code, and what another build has there. */
export type Change = { from: string; to: string };

/** Changes of rules and words, as two releases may differ. */
export const OTHER_WORDS: Change = { from: "'tasks.meeting'", to: "'tasks.gathering'" };
export const NO_LETTERS: Change = {
  from: 'const lettersFor = (state, events, firstSeq, now) =>',
  to: 'const lettersFor = () => []; const _before = (state, events, firstSeq, now) =>',
};
export const NO_MEETINGS: Change = { from: '...upcoming(state).filter(', to: '...[].filter(' };

/** Writes the workflow bundle as another build would have it. Throws when a place is not there exactly once. */
export async function otherBuild(...changes: Change[]): Promise<{ path: string; remove(): Promise<void> }> {
  let code = await readFile(bundlePath(), 'utf8');
  for (const { from, to } of changes) {
    if (code.split(from).length !== 2) throw new Error(`"${from}" is not in the bundle exactly once.`);
    code = code.replace(from, () => to);
  }
  const dir = await mkdtemp(join(tmpdir(), 'drawbridge-build-'));
  const path = join(dir, 'workflow-bundle.js');
  await writeFile(path, code);
  return { path, remove: () => rm(dir, { recursive: true, force: true }) };
}

/** Histories of every run that has written to a case's ledger, and of the one that is open. */
export async function historiesOf({ connection, rows }: Pick<World, 'connection' | 'rows'>, caseId: string) {
  const client = new WorkflowClient({ connection });
  const handle = (runId?: string) => client.getHandle(workflowIdOf(caseId), runId);
  const { runId: last } = await handle().describe();
  const runs = [...new Set([...(await rows(caseId)).map((row) => row.runId), last])];
  return Promise.all(runs.map((runId) => handle(runId).fetchHistory()));
}

/** How often the tasks of a case's runs have failed. */
export async function failedTasks(world: Pick<World, 'connection' | 'rows'>, caseId: string): Promise<number> {
  const events = (await historiesOf(world, caseId)).flatMap((history) => history.events ?? []);
  return events.filter((event) => event.workflowTaskFailedEventAttributes).length;
}
