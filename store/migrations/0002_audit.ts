import { type Kysely, sql } from 'kysely';
import { createAppRole, grant } from './appRole.js';

/**
 * The case's time of an entry, read from its hashed text: in canonical JSON only `actor`, two ids, stands before `at`.
 * A text that is no entry has none, and can be stored by whoever tampers: verification says so, not an index.
 */
const AT = sql.raw(`substring(content from '"at":"([^"]{24})"')`);

const FACTS = sql.raw(
  ['AccessGranted', 'ApprovalEscalated', 'ApprovalRejected', 'ControlWaived', 'DecisionRefused']
    .concat(['RedFlagRaised', 'TaskBecameLate', 'MeetingMissed', 'IncidentDutyLate', 'ReplacementSlaBreached'])
    .map((fact) => `'${fact}'`)
    .join(', '),
);

const STATEMENTS = [
  sql`create index ledger_populations on ledger ((${AT}) collate "C", case_id collate "C", seq)
    where event_type in (${FACTS})`,
  sql`create index case_rows_by_vendor on case_rows (lower(vendor), case_id)`,
  // What is done about cases and people after their ledgers have ended: holds, erasures. One chain for the installation.
  sql`create table custody (
    seq integer primary key check (seq > 0),
    kind text not null,
    subject text not null,
    command_id text not null unique,
    content text not null,
    prev_hash text not null,
    hash text not null,
    recorded_at timestamptz not null default clock_timestamp()
  )`,
  sql`create index custody_by_subject on custody (subject, seq)`,
  sql`create trigger append_only before update or delete or truncate on custody
    for each statement execute function refuse_change()`,
];

/** Populations for an auditor, the vendor's record, and the log of holds and erasures. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await statement.execute(db);
  if (!(await createAppRole(db))) return;
  await grant(db, 'select, insert', ['custody']);
  // The text of a paper about an erased person goes once no case has to keep it.
  await grant(db, 'delete', ['documents']);
}
