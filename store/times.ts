import { sql } from 'kysely';
import type { Instant } from '../domain/time.js';
import type { Tx } from './connect.js';

/** A time as text that no setting of the session changes, UTC to the microsecond. */
export const inMicros = (column: string) =>
  sql<string>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** What time it is for the database, UTC to the millisecond: as it is hashed and stored. */
export const NOW = sql<Instant>`to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** {@link NOW}, asked by itself. */
export async function databaseTime(tx: Tx): Promise<Instant> {
  const { rows } = await sql<{ now: Instant }>`select ${NOW} as now`.execute(tx);
  const [found] = rows;
  if (found === undefined) throw new Error('One row was asked for and none came.');
  return found.now;
}

/** Those of some columns of times that are not null, as instants. */
export const given = <K extends string>(columns: Record<K, Date | null>): Partial<Record<K, Instant>> => {
  const found: Partial<Record<K, Instant>> = {};
  for (const name in columns) {
    const at = columns[name];
    if (at !== null) found[name] = at.toISOString();
  }
  return found;
};
