import { type Kysely, sql } from 'kysely';

/** Indexes by which an operator sees the last success of mail and provider, and which letters are in trouble. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index mail_journal_by_status on mail_journal (status, changed_at desc)`.execute(db);
  await sql`create index ledger_of_provider on ledger (event_type, recorded_at desc)
    where event_type in ('AccessObserved', 'ResourceSurveyed', 'AccessFailed', 'SurveyFailed')`.execute(db);
}
