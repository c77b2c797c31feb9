import { type Kysely, sql } from 'kysely';
import type { Database } from './connect.js';
import { ReadOnlyDatabase } from './errors.js';
import { migrations } from './migrations/index.js';

/** How many cases stand at one place, with their tasks. */
export type CaseTally = { status: string; stage: string; cases: number; openTasks: number; lateTasks: number };

/** Cases and their tasks by status and stage, from the list rows; closed cases are one line a stage as well. */
export async function tallyCases(db: Database): Promise<CaseTally[]> {
  const rows = await db
    .selectFrom('case_rows')
    .select(({ fn }) => [
      'status',
      'stage',
      fn.countAll<number>().as('cases'),
      fn.sum<number>('open_tasks').as('open_tasks'),
      fn.sum<number>('late_tasks').as('late_tasks'),
    ])
    .groupBy(['status', 'stage'])
    .orderBy('status')
    .orderBy('stage')
    .execute();
  return rows.map(({ status, stage, cases, open_tasks, late_tasks }) => ({
    status,
    stage,
    cases: Number(cases),
    openTasks: Number(open_tasks),
    lateTasks: Number(late_tasks),
  }));
}

/** Addresses that refuse letters, over all cases: those whom somebody is asked by letter to correct, and those where nobody is reached. */
export type AddressTally = { asked: number; nobodyReached: number };

/** Counted from the tasks about them, each once however many are asked. */
export async function tallyAddresses(db: Database): Promise<AddressTally> {
  const rows = await db
    .selectFrom('task_rows')
    .select(['case_id', 'task_id'])
    .distinct()
    .where('task_id', 'like', 'address:%')
    .execute();
  const nobodyReached = rows.filter(({ task_id }) => task_id.startsWith('address:nobody:')).length;
  return { asked: rows.length - nobodyReached, nobodyReached };
}

/**
 * Names of the migrations that this version needs and the database has not got, in order.
 *
 * A database that is ahead has none: migrations go first, and the version before them has to go on working meanwhile.
 */
export async function pendingMigrations<T>(db: Kysely<T>): Promise<string[]> {
  const found = await sql<{ found: boolean }>`select to_regclass('kysely_migration') is not null as found`.execute(db);
  const applied =
    found.rows[0]?.found === true
      ? await sql<{ name: string }>`select name from kysely_migration`.execute(db).then(({ rows }) => rows)
      : [];
  const names = new Set(applied.map(({ name }) => name));
  return Object.keys(migrations).filter((name) => !names.has(name));
}

/** Answers when the database does and takes writes; throws {@link ReadOnlyDatabase} when it does not, as after a failover to whoever still asks the old one. */
export async function requireWritable(db: Database): Promise<void> {
  const { rows } = await sql<{ set: string }>`select current_setting('transaction_read_only') as set`.execute(db);
  if (rows[0]?.set !== 'off') throw new ReadOnlyDatabase('The database takes no writes.');
}
