import { type Kysely, sql } from 'kysely';
import { createAppRole, grant } from './appRole.js';

const STATEMENTS = [
  // The case that recorded a person first: its corrections reach the person outside of cases too.
  sql`alter table people add column first_case text`,
  // What a case was told of a person: name, address, login and zone as that case has them, and nobody else's.
  sql`create table case_people (
    case_id text not null references cases,
    person_id text not null references people,
    details text not null,
    seq integer not null,
    account_macs bytea[] not null,
    sealed bytea not null,
    primary key (case_id, person_id, details)
  )`,
  sql`create index case_people_by_person on case_people (person_id)`,
  sql`create index case_people_by_account on case_people using gin (account_macs)`,
];

/** People as each case knows them, written with the entry that records them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await statement.execute(db);
  if (!(await createAppRole(db))) return;
  await grant(db, 'select, insert, delete', ['case_people']);
}
