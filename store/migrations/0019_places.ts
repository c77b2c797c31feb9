import { type Kysely, sql } from 'kysely';
import { createAppRole, grant } from './appRole.js';

const LISTS = [
  // Places that cases look after, and what each wants there: by numbers of the provider, so that cases meet whatever names they use.
  sql`create table place_rows (
    case_id text not null references cases,
    resource text not null,
    provider text not null,
    place_id text not null,
    name text not null,
    every_hours double precision not null,
    since timestamptz not null,
    primary key (case_id, resource)
  )`,
  sql`create index place_rows_by_place on place_rows (provider, place_id)`,
  sql`create table want_rows (
    case_id text not null references cases,
    lease text not null,
    person_id text not null,
    provider text not null,
    place_id text not null,
    details text not null,
    permission text not null,
    until timestamptz,
    primary key (case_id, lease)
  )`,
  sql`create index want_rows_by_place on want_rows (provider, place_id)`,
  sql`insert into lists_to_fill select case_id from cases where head_seq > 0 on conflict do nothing`,
];

// Unknown accounts are found by the number that their provider keeps for them, once it was seen.
const NUMBERS = sql`alter table people add column account_id_mac bytea unique`;

/** The last look at each place; that nothing has changed since an entry of a ledger is its date. */
const LOOKS = sql`create table place_looks (
  provider text not null,
  place_id text not null,
  looked_at timestamptz,
  failing_since timestamptz,
  code text,
  accounts integer,
  rest text,
  read_at timestamptz,
  unseen text[] not null default '{}',
  primary key (provider, place_id)
)`;

/** What all cases want at a place, and when it was looked at. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...LISTS, LOOKS, NUMBERS]) await statement.execute(db);
  if (!(await createAppRole(db))) return;
  await grant(db, 'select, insert, update, delete', ['place_rows', 'want_rows', 'place_looks']);
}
