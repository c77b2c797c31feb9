import { type Kysely, sql } from 'kysely';
import { createAppRole, grant } from './appRole.js';

const STATEMENTS = [
  // Who read what, by ids alone; within an hour the same reading is one line.
  sql`create table reads (
    read_id bigint generated always as identity primary key,
    person_id text not null,
    role text not null,
    kind text not null,
    case_id text not null,
    thing text not null,
    hour timestamptz not null,
    read_at timestamptz not null,
    unique (person_id, role, kind, case_id, thing, hour)
  )`,
  sql`create index reads_by_time on reads (read_at desc, read_id desc)`,
  sql`create index reads_by_case on reads (case_id, read_at desc, read_id desc)`,
  sql`create index reads_by_person on reads (person_id, read_at desc, read_id desc)`,
];

/** What people of the client's read of the record. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await statement.execute(db);
  if (await createAppRole(db)) await grant(db, 'select, insert, delete', ['reads']);
}
