import { type RawBuilder, sql } from 'kysely';
import { ACCESS_STATUSES } from '../domain/access/accessRows.js';
import type { Instant } from '../domain/time.js';
import type { Database, PoolGauges } from './connect.js';
import { tallyAddresses, tallyCases } from './operating.js';
import type { Figures, LastSeen, Operations, SlowGrant, TroubledLetter } from './operationsContract.js';

/** Age from which a letter whose sending began and has no end is in doubt, milliseconds. */
const DOUBT_MS = 10 * 60_000;
/** Age from which a grant under way is slow, milliseconds: by then somebody has a task. */
const SLOW_MS = 60 * 60_000;

const before = (now: Instant, ms: number): Date => new Date(Date.parse(now) - ms);

/** What an operator reads of the installation. */
export const operations = (db: Database, pool: () => PoolGauges): Operations => ({
  async figures({ now, idleMs }): Promise<Figures> {
    const [cases, addresses, mail, provider, counts] = await Promise.all([
      tallyCases(db),
      tallyAddresses(db),
      lastOfMail(db),
      lastOfProvider(db),
      countsOf(db, now, idleMs),
    ]);
    const { failed, inDoubt, slowGrants, openSessions, valid, unclaimed } = counts;
    const figures = { slowGrants, openSessions, tokens: { valid, unclaimed } };
    return { cases, addresses, pool: pool(), mail: { ...mail, failed, inDoubt }, provider, ...figures };
  },

  async letters(now, limit) {
    const { rows } = await sql<StoredLetter>`
      select split_part(m.mail_id, '/', 1) as "caseId", r.title, m.status, m.attempts, m.changed_at as "changedAt", m.answer
      from mail_journal m left join case_rows r on r.case_id = split_part(m.mail_id, '/', 1)
      where m.status = 'failed' or (m.status = 'sending' and m.changed_at < ${before(now, DOUBT_MS)})
      order by m.changed_at, m.mail_id limit ${limit}`.execute(db);
    return rows.map(letterOf);
  },

  async slowGrants(now, limit) {
    const rows = await db
      .selectFrom('access_rows')
      .innerJoin('case_rows', 'case_rows.case_id', 'access_rows.case_id')
      .select(['access_rows.case_id', 'case_rows.title', 'resource', 'access_rows.status', 'since'])
      .where('access_rows.status', 'in', ['opening', 'closing'])
      .where('since', '<', before(now, SLOW_MS))
      .orderBy('since')
      .limit(limit)
      .execute();
    return rows.flatMap(({ case_id: caseId, title: caseTitle, resource, status, since }): SlowGrant[] => {
      const known = ACCESS_STATUSES.find((one) => one === status);
      return known === undefined ? [] : [{ caseId, caseTitle, resource, status: known, since: since.toISOString() }];
    });
  },
});

type StoredLetter = {
  caseId: string;
  title: string | null;
  status: 'failed' | 'sending';
  attempts: number;
  changedAt: Date;
  answer: string | null;
};

const letterOf = ({ caseId, title, status, attempts, changedAt, answer }: StoredLetter): TroubledLetter => ({
  ...{ caseId, attempts, changedAt: changedAt.toISOString() },
  status: status === 'failed' ? 'failed' : 'in-doubt',
  ...(title !== null && { caseTitle: title }),
  ...(answer !== null && { answer }),
});

type Counts = Record<'failed' | 'inDoubt' | 'slowGrants' | 'openSessions' | 'valid' | 'unclaimed', number>;

async function countsOf(db: Database, now: Instant, idleMs: number): Promise<Counts> {
  const { rows } = await sql<Counts>`select
    (select count(*) from mail_journal where status = 'failed') as failed,
    (select count(*) from mail_journal where status = 'sending' and changed_at < ${before(now, DOUBT_MS)}) as "inDoubt",
    (select count(*) from access_rows where status in ('opening', 'closing') and since < ${before(now, SLOW_MS)})
      as "slowGrants",
    (select count(*) from sessions where ended_at is null and ends_at > ${now} and seen_at > ${before(now, idleMs)})
      as "openSessions",
    (select count(*) from tokens where revoked_at is null and expires_at > ${now} and digest is not null) as valid,
    (select count(*) from tokens where revoked_at is null and claim_until > ${now}) as unclaimed`.execute(db);
  const [counts] = rows;
  if (counts === undefined) throw new Error('Nothing was counted.');
  return counts;
}

async function lastOfMail(db: Database): Promise<LastSeen> {
  const last = (status: 'accepted' | 'failed') =>
    db
      .selectFrom('mail_journal')
      .select(['changed_at', 'answer'])
      .where('status', '=', status)
      .orderBy('changed_at', 'desc')
      .limit(1)
      .executeTakeFirst();
  const [success, failure] = await Promise.all([last('accepted'), last('failed')]);
  return {
    ...(success !== undefined && { successAt: success.changed_at.toISOString() }),
    ...(failure !== undefined && {
      failure: { at: failure.changed_at.toISOString(), ...(failure.answer !== null && { answer: failure.answer }) },
    }),
  };
}

/** Facts that say that the provider has answered, and that it has not. */
const ANSWERED = ['AccessObserved', 'ResourceSurveyed'];
/** A look that changed nothing stands in no ledger. */
const LOOKED = sql`(select looked_at as at, null as code from place_looks where looked_at is not null order by looked_at desc limit 1)`;
const FAILED = ['AccessFailed', 'SurveyFailed'];

type Told = { at: Date; code: string | null };

async function lastOfProvider(db: Database): Promise<LastSeen> {
  // Each kind by itself and in the statement itself: so the partial index answers, however many entries there are.
  const last = async (types: string[], ...more: RawBuilder<unknown>[]): Promise<Told | undefined> => {
    const each = types.map(
      (type) => sql`(select recorded_at as at, substring(content from '"code":"([A-Za-z]{1,60})"') as code from ledger
        where event_type = ${sql.lit(type)} order by recorded_at desc limit 1)`,
    );
    const { rows } =
      await sql<Told>`${sql.join([...each, ...more], sql` union all `)} order by at desc limit 1`.execute(db);
    return rows[0];
  };
  const [success, failure] = await Promise.all([last(ANSWERED, LOOKED), last(FAILED)]);
  return {
    ...(success !== undefined && { successAt: success.at.toISOString() }),
    ...(failure !== undefined && {
      failure: { at: failure.at.toISOString(), ...(failure.code !== null && { code: failure.code }) },
    }),
  };
}
