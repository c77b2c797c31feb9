import { type Kysely, sql } from 'kysely';
import { createAppRole, grant } from './appRole.js';

/** When somebody looked at an approval last, and before that; ids and times of the case alone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table looks (
    person_id text not null,
    case_id text not null,
    approval text not null,
    looked_at timestamptz not null,
    before_at timestamptz,
    primary key (person_id, case_id, approval)
  )`.execute(db);
  if (await createAppRole(db)) await grant(db, 'select, insert, update', ['looks']);
}
