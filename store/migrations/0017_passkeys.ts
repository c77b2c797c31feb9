import { type Kysely, sql } from 'kysely';
import { createAppRole, grant } from './appRole.js';

const STATEMENTS = [
  // A key of somebody of a vendor, on a device of theirs; nothing here is secret.
  sql`create table passkeys (
    passkey_id text primary key,
    credential text not null unique,
    person_id text not null references people,
    public_key bytea not null,
    counter bigint not null,
    device text not null,
    made_at timestamptz not null,
    used_at timestamptz
  )`,
  sql`create index passkeys_by_person on passkeys (person_id)`,
  // What a device was asked to sign, once; with a person, to add a key of theirs.
  sql`create table passkey_challenges (
    digest bytea primary key,
    person_id text,
    expires_at timestamptz not null
  )`,
  sql`create index passkey_challenges_by_end on passkey_challenges (expires_at)`,
];

/** Passkeys, and what devices are asked to sign. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await statement.execute(db);
  if (!(await createAppRole(db))) return;
  await grant(db, 'select, insert, update, delete', ['passkeys', 'passkey_challenges']);
}
