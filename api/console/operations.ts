import type { OperationsPage } from '../../contract/operations.js';
import type { ApiParts } from '../parts.js';
import { holds } from '../readiness.js';
import { sessionTimes } from '../signIn/parts.js';

/** Rows of what is in trouble; whoever has more mends the cause first. */
const ROWS_MAX = 50;

/** How the installation runs at this moment. */
export async function operationsOf({
  store,
  client,
  readiness,
  policy,
  config,
  clock,
}: ApiParts): Promise<OperationsPage> {
  const at = clock();
  const { idleMs } = sessionTimes(config.signIn);
  const [database, temporal, migrations, figures, letters, rows, listed] = await Promise.all([
    holds(() => store.ping()),
    holds(() => client.ping()),
    holds(async () => readiness?.migrated()),
    store.operations.figures({ now: at, idleMs }),
    store.operations.letters(at, ROWS_MAX),
    store.operations.slowGrants(at, ROWS_MAX),
    store.custody.policies(),
  ]);
  const { pool, slowGrants, openSessions, ...told } = figures;
  const { name, version, hash } = policy.own;
  return {
    at,
    parts: { database, temporal, migrations, accepting: readiness?.stopping() !== true },
    ...told,
    database: pool,
    letters,
    slowGrants: { count: slowGrants, rows },
    sessions: { open: openSessions },
    policy: { name, version, hash, listed: listed.filter(({ delisted }) => delisted === undefined).length },
  };
}
