import { type Kysely, sql } from 'kysely';
import { APP_ROLE } from '../session.js';
import { createAppRole } from './appRole.js';

const STATEMENTS = [
  sql`alter table documents rename to documents_before`,
  sql`create table documents (
    case_id text not null,
    sha256 text not null,
    uploaded_by text not null,
    uploaded_at timestamptz not null default clock_timestamp(),
    named boolean not null default false,
    size integer not null,
    media_type text not null,
    wrapped_key bytea not null,
    sealed_name bytea not null,
    sealed_bytes bytea not null,
    primary key (case_id, sha256, uploaded_by)
  )`,
  sql`create index documents_by_uploader on documents (uploaded_by, uploaded_at)`,
  sql`create index documents_unnamed on documents (uploaded_at) where not named`,
  // Each goes to every case that cites it; who uploaded it was not kept.
  sql`insert into documents (case_id, sha256, uploaded_by, size, media_type, wrapped_key, sealed_name, sealed_bytes)
    select case_id, sha256, '', length(sealed_bytes), media_type, wrapped_key, sealed_name, sealed_bytes
    from documents_before join cases on strpos(state, sha256) > 0 or strpos(plan, sha256) > 0`,
  sql`drop table documents_before`,
];

/** A document belongs to a case and to whoever uploaded it there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await statement.execute(db);
  if (!(await createAppRole(db))) return;
  await sql`grant select, insert, update (named), delete on documents to ${sql.raw(APP_ROLE)}`.execute(db);
}
