import { type Kysely, sql } from 'kysely';
import { createAppRole, grant } from './appRole.js';

const appendOnly = (table: string) =>
  sql`create trigger append_only before update or delete or truncate on ${sql.table(table)}
    for each statement execute function refuse_change()`;

const STATEMENTS = [
  // What was stopped for all cases at once; `subject_key`: a vendor's name or a resource in small letters, a person's id as it is.
  sql`create table stops (
    stop_id text primary key,
    scope text not null check (scope in ('person', 'vendor', 'resource')),
    subject text not null,
    subject_key text not null,
    reason text not null,
    person_id text not null,
    role text not null,
    stopped_at timestamptz not null
  )`,
  sql`create index stops_by_subject on stops (scope, subject_key)`,
  sql`create index stops_by_time on stops (stopped_at desc, stop_id desc)`,
  // Once lifted a stop is over; whoever stops again makes another one.
  sql`create table stop_lifts (
    stop_id text primary key references stops,
    reason text not null,
    person_id text not null,
    role text not null,
    lifted_at timestamptz not null
  )`,
  appendOnly('stops'),
  appendOnly('stop_lifts'),
  // Which cases were told of a stop, and who can reach a place whatever its case.
  sql`create index commands_of_stops on commands (command_id) where command_id like 'stop:%'`,
  sql`create index access_rows_by_place on access_rows (lower(resource))`,
];

/** Stops of a person, a vendor or a place in all cases, and their lifting. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await statement.execute(db);
  if (await createAppRole(db)) await grant(db, 'select, insert', ['stops', 'stop_lifts']);
}
