import { type Kysely, sql } from 'kysely';
import { createAppRole, grant } from './appRole.js';

const STATEMENTS = [
  // A token that a person has made for themselves has a scope, and as a session does roles of its own instead of one.
  sql`alter table tokens
    alter column role drop not null,
    add column scope text check (scope in ('read', 'act')),
    add column made_at timestamptz,
    add column seen_at timestamptz`,
  sql`alter table tokens
    add check ((scope is null) = (role is not null)),
    add check ((scope is null) = (made_at is null))`,
  sql`create table token_grants (
    token_id text not null references tokens on delete cascade,
    place integer not null,
    role text not null,
    case_id text,
    primary key (token_id, place)
  )`,
  sql`create index token_grants_by_case on token_grants (case_id) where case_id is not null`,
  // A command line that asks to be let in, until somebody who is signed in has said yes; of its codes, hashes alone.
  sql`create table device_sign_ins (
    device_digest bytea primary key,
    user_mac bytea not null unique,
    scope text not null check (scope in ('read', 'act')),
    device text not null,
    address text not null,
    asked_at timestamptz not null,
    expires_at timestamptz not null,
    polled_at timestamptz,
    pause_seconds integer not null,
    answer text check (answer in ('allowed', 'refused'))
  )`,
  sql`create index device_sign_ins_by_end on device_sign_ins (expires_at)`,
];

/** Tokens that people make for themselves, and command lines that ask for one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await statement.execute(db);
  if (!(await createAppRole(db))) return;
  await grant(db, 'select, insert, update, delete', ['token_grants', 'device_sign_ins']);
}
