import { type Kysely, sql } from 'kysely';
import { createAppRole, grant } from './appRole.js';

/** Addresses under which people's calendars read their deadlines, one a person; of the secret only the SHA-256. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table calendar_feeds (
    person_id text primary key references people,
    digest bytea not null unique,
    role text not null,
    made_at timestamptz not null,
    ends_at timestamptz not null,
    read_at timestamptz
  )`.execute(db);
  if (await createAppRole(db)) await grant(db, 'select, insert, update, delete', ['calendar_feeds']);
}
