import { sql } from 'kysely';
import type { CustodyEntry, CustodyFact } from '../domain/audit/custody.js';
import { canonicalText, NO_HEAD, sha256Hex } from '../evidence/chain.js';
import type { Head } from '../evidence/ledger.js';
import type { Database, Tx } from './connect.js';
import type { CustodyAct, CustodyRow } from './custodyContract.js';
import { StoreError } from './errors.js';
import { requireStorable } from './text.js';

/** One writer at a time: the log is one chain. The number is the lock's name in this database. */
const LOCK = 4_242_001;

/** Takes the log for this transaction; what is read of it afterwards stays true until the transaction ends. */
export const lockLog = async (tx: Tx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
};

type Row = { content: string; prev_hash: string; hash: string };

const subjectOf = (fact: CustodyFact): string => (fact.type === 'PersonErased' ? fact.person : fact.caseId);

/** Reads a stored entry; it was written by {@link addEntry} only, and {@link verifyLog} compares its hash. */
const entryOf = ({ content, prev_hash, hash }: Row): CustodyRow => {
  const { seq, at, actor, commandId, fact }: CustodyEntry = JSON.parse(content);
  return { seq, at, actor, commandId, fact, prevHash: prev_hash, hash };
};

const rows = (db: Database | Tx) => db.selectFrom('custody').select(['content', 'prev_hash', 'hash']).orderBy('seq');

/** Entries about these cases or people, oldest first; all of the two kinds of holds where no subject is given. */
export async function entriesOn(db: Database | Tx, subjects?: string[]): Promise<CustodyRow[]> {
  let query = rows(db).where('kind', 'in', ['LegalHoldPlaced', 'LegalHoldReleased']);
  if (subjects !== undefined) query = query.where('subject', '=', sql<string>`any(${subjects})`);
  return (await query.execute()).map(entryOf);
}

/** Entries after a number, at most `limit`. */
export const entriesAfter = async (db: Database, afterSeq: number, limit: number): Promise<CustodyRow[]> =>
  (await rows(db).where('seq', '>', afterSeq).limit(limit).execute()).map(entryOf);

/** What this command id was recorded as; `CommandIdReused` when it was said of something else or by somebody else. */
export async function recordedAs(
  tx: Tx,
  { commandId, actor }: CustodyAct,
  isSame: (fact: CustodyFact) => boolean,
): Promise<CustodyRow | undefined> {
  const found = await rows(tx).where('command_id', '=', commandId).executeTakeFirst();
  const entry = found && entryOf(found);
  if (entry !== undefined && (entry.actor.personId !== actor.personId || !isSame(entry.fact)))
    throw new StoreError(
      'CommandIdReused',
      'This idempotency key was already used for a different request. Use a new key.',
    );
  return entry;
}

/** Adds one entry; the log must be locked. */
export async function addEntry(tx: Tx, { at, actor, commandId }: CustodyAct, fact: CustodyFact): Promise<CustodyRow> {
  requireStorable(fact);
  const last = await tx
    .selectFrom('custody')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { seq: lastSeq, hash: prevHash } = last ?? NO_HEAD;
  const seq = lastSeq + 1;
  const content = canonicalText({ seq, at, actor, commandId, fact, prevHash });
  const row = { seq, kind: fact.type, subject: subjectOf(fact), command_id: commandId, content, prev_hash: prevHash };
  const hash = sha256Hex(content);
  await tx
    .insertInto('custody')
    .values({ ...row, hash })
    .execute();
  return { seq, at, actor, commandId, fact, prevHash, hash };
}

const BATCH = 500;

/** Walks the chain of the log; answers the first number at which it does not hold. */
export async function verifyLog(db: Database): Promise<{ ok: true; head: Head } | { ok: false; brokenSeq: number }> {
  let head = NO_HEAD;
  for (;;) {
    const batch = await db
      .selectFrom('custody')
      .select(['seq', 'content', 'prev_hash', 'hash'])
      .where('seq', '>', head.seq)
      .orderBy('seq')
      .limit(BATCH)
      .execute();
    for (const row of batch) {
      const says = `"prevHash":${JSON.stringify(head.hash)},"seq":${row.seq}}`;
      const follows = row.seq === head.seq + 1 && row.prev_hash === head.hash && row.content.endsWith(says);
      if (!follows || sha256Hex(row.content) !== row.hash) return { ok: false, brokenSeq: head.seq + 1 };
      head = { seq: row.seq, hash: row.hash };
    }
    if (batch.length < BATCH) return { ok: true, head };
  }
}
