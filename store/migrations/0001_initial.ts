import { type Kysely, sql } from 'kysely';
import { createAppRole, grant } from './appRole.js';

const LEDGER = [
  sql`create table cases (
    case_id text primary key,
    head_seq integer not null default 0,
    head_hash text not null default '',
    state text,
    state_hash text
  )`,
  sql`create table ledger (
    case_id text not null references cases,
    seq integer not null check (seq > 0),
    run_id text not null,
    command_id text not null,
    event_type text not null,
    content text not null,
    prev_hash text not null,
    hash text not null,
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (case_id, seq)
  )`,
  sql`create table commands (
    case_id text not null references cases,
    command_id text not null,
    request_hash text not null,
    outcome text not null,
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (case_id, command_id)
  )`,
  sql`create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'table % is append-only', tg_table_name using errcode = 'insufficient_privilege';
    end $$`,
  sql`create trigger append_only before update or delete or truncate on ledger
    for each statement execute function refuse_change()`,
  sql`create trigger append_only before update or delete or truncate on commands
    for each statement execute function refuse_change()`,
];

const VIEWS = [
  sql`create table case_rows (
    case_id text primary key references cases,
    title text not null,
    vendor text not null,
    status text not null,
    stage text not null,
    model text not null,
    start_date text not null,
    open_tasks integer not null,
    late_tasks integer not null,
    turn text not null,
    next_due timestamptz,
    opened_at timestamptz not null
  )`,
  sql`create index case_rows_by_opening on case_rows (opened_at desc, case_id desc)`,
  sql`create table task_rows (
    case_id text not null references cases,
    task_id text not null,
    assignee text not null,
    what text not null,
    role text not null,
    due timestamptz,
    late boolean not null,
    opened_at timestamptz not null,
    primary key (case_id, task_id, assignee)
  )`,
  sql`create index task_rows_by_due on task_rows (coalesce(due, 'infinity'), case_id, task_id, assignee)`,
  sql`create index task_rows_by_assignee on task_rows (assignee, coalesce(due, 'infinity'), case_id, task_id)`,
];

const PEOPLE = [
  sql`create table master_key_check (singleton boolean primary key default true check (singleton), mac bytea not null)`,
  sql`create table people (
    person_id text primary key,
    email_mac bytea unique,
    account_mac bytea unique,
    sealed bytea,
    erased_at timestamptz
  )`,
  sql`create table person_keys (person_id text primary key references people, wrapped_key bytea not null)`,
  sql`create table tokens (
    token_id text primary key,
    digest bytea not null unique,
    person_id text not null,
    role text not null,
    case_id text,
    label text not null,
    expires_at timestamptz not null,
    revoked_at timestamptz
  )`,
  sql`create index tokens_by_person on tokens (person_id)`,
  sql`create table documents (
    sha256 text primary key,
    media_type text not null,
    wrapped_key bytea not null,
    sealed_name bytea not null,
    sealed_bytes bytea not null
  )`,
  sql`create table letters (
    mail_id text primary key,
    sha256 text not null,
    persons text[] not null,
    sealed bytea not null
  )`,
  sql`create table mail_journal (
    mail_id text primary key,
    status text not null check (status in ('sending', 'accepted', 'failed')),
    message_id text,
    answer text,
    attempts integer not null default 1,
    changed_at timestamptz not null default clock_timestamp()
  )`,
];

/** The ledger, the views, the people and what hangs on them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...LEDGER, ...VIEWS, ...PEOPLE]) await statement.execute(db);
  if (!(await createAppRole(db))) return;
  await grant(db, 'select, insert', ['ledger', 'commands', 'master_key_check', 'documents']);
  await grant(db, 'select, insert, update', ['cases', 'people', 'tokens', 'letters', 'mail_journal']);
  await grant(db, 'select, insert, update, delete', ['case_rows', 'task_rows', 'person_keys']);
}
