import { type Kysely, sql } from 'kysely';
import { createAppRole, grant } from './appRole.js';

const STATEMENTS = [
  // Who somebody is at an OpenID provider: issuer and subject, as a keyed hash.
  sql`create table identities (
    identity bytea primary key,
    issuer text not null,
    person_id text not null references people,
    linked_at timestamptz not null,
    unique (person_id, issuer)
  )`,
  // A sign-in in a browser; of its secret, and of the provider's id of the session, only the SHA-256.
  sql`create table sessions (
    session_id text primary key,
    digest bytea not null unique,
    person_id text not null references people,
    side text not null check (side in ('client', 'vendor')),
    identity bytea,
    provider_session bytea,
    device text not null,
    signed_in_at timestamptz not null,
    started_at timestamptz not null,
    seen_at timestamptz not null,
    ends_at timestamptz not null,
    ended_at timestamptz
  )`,
  sql`create index sessions_by_person on sessions (person_id) where ended_at is null`,
  sql`create index sessions_by_identity on sessions (identity) where ended_at is null`,
  sql`create index sessions_by_provider on sessions (provider_session) where ended_at is null`,
  sql`create index sessions_by_end on sessions (ends_at)`,
  sql`create table session_grants (
    session_id text not null references sessions on delete cascade,
    place integer not null,
    role text not null,
    case_id text,
    primary key (session_id, place)
  )`,
  sql`create index session_grants_by_case on session_grants (case_id) where case_id is not null`,
  // A browser that was sent to the provider, until it is back.
  sql`create table sign_in_starts (
    digest bytea primary key,
    return_to text not null,
    again boolean not null,
    expires_at timestamptz not null
  )`,
  sql`create index sign_in_starts_by_end on sign_in_starts (expires_at)`,
  // A code that was sent to a person; it counts in the browser that asked for it.
  sql`create table sign_in_codes (
    person_id text primary key references people,
    browser bytea not null unique,
    digest bytea not null,
    wrong integer not null default 0,
    expires_at timestamptz not null
  )`,
];

/** Sessions of browsers, with what leads to one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await statement.execute(db);
  if (!(await createAppRole(db))) return;
  await grant(db, 'select, insert, update, delete', [
    ...['identities', 'sessions', 'session_grants', 'sign_in_starts', 'sign_in_codes'],
  ]);
}
