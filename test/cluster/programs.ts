import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The server whose figures stand in docs/cluster.md. */
const VERSION = '1.32.1';
/** What the two programs are called when Go has built them. */
const BUILT_AS = { server: 'server', sqlTool: 'sql' };

/** The Temporal server and the program that makes its schemas. */
export type Programs = { server: string; sqlTool: string };

/**
 * Finds both programs: named by `TEMPORAL_SERVER_BIN` and `TEMPORAL_SQL_TOOL_BIN`, else in the cache.
 *
 * Throws, in one sentence, on how to get them.
 */
export async function findPrograms(env: Record<string, string | undefined> = process.env): Promise<Programs> {
  const cache = join(env.DRAWBRIDGE_CACHE ?? join(homedir(), '.cache', 'drawbridge'), `temporal-server-${VERSION}`);
  const programs = {
    server: env.TEMPORAL_SERVER_BIN || join(cache, BUILT_AS.server),
    sqlTool: env.TEMPORAL_SQL_TOOL_BIN || join(cache, BUILT_AS.sqlTool),
  };
  const found = await Promise.all(Object.values(programs).map(isFile));
  if (found.every(Boolean)) return programs;
  throw new Error(
    `The test of a Temporal cluster needs the Temporal server ${VERSION} and its SQL tool, which are not here: set TEMPORAL_SERVER_BIN and TEMPORAL_SQL_TOOL_BIN, or build them as docs/cluster.md says.`,
  );
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
