import { sql } from 'kysely';
import type { CustodyEntry, CustodyFact } from '../domain/audit/custody.js';
import type { Instant } from '../domain/time.js';
import { canonicalText, micros, NO_HEAD, sha256Hex } from '../evidence/chain.js';
import type { Head } from '../evidence/ledger.js';
import type { Database, Tx } from './connect.js';
import type { CustodyAct, CustodyRow } from './custodyContract.js';
import { StoreError } from './errors.js';
import { requireStorable } from './text.js';
import { databaseTime, inMicros } from './times.js';

/** One writer at a time: the log is one chain. The number is the lock's name in this database. */
const LOCK = 4_242_001;

/** Takes the log for this transaction; what is read of it afterwards stays true until the transaction ends. */
export const lockLog = async (tx: Tx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
};

type Row = { content: string; prev_hash: string; hash: string };

function subjectOf(fact: CustodyFact): string {
  if ('person' in fact) return fact.person;
  return 'policy' in fact ? fact.policy.hash : fact.caseId;
}

/** What the hash of an entry covers. */
type Hashed = CustodyEntry & { recordedAt: Instant; prevHash: string };

/** The text was written by {@link addEntry}, or is compared with its hash first. */
const parse = (content: string): Hashed => JSON.parse(content);

/** When a stored entry was made, for whoever asked for it. */
export const atOf = (content: string): Instant => parse(content).at;

/** Reads a stored entry; it was written by {@link addEntry} only, and {@link verifyLog} compares its hash. */
const entryOf = ({ content, prev_hash, hash }: Row): CustodyRow => {
  const { seq, at, actor, commandId, fact } = parse(content);
  return { seq, at, actor, commandId, fact, prevHash: prev_hash, hash };
};

const rows = (db: Database | Tx) => db.selectFrom('custody').select(['content', 'prev_hash', 'hash']).orderBy('seq');

/** Entries about these cases or people, oldest first; all of the two kinds of holds where no subject is given. */
export async function entriesOn(db: Database | Tx, subjects?: string[]): Promise<CustodyRow[]> {
  let query = rows(db).where('kind', 'in', ['LegalHoldPlaced', 'LegalHoldReleased']);
  if (subjects !== undefined) query = query.where('subject', '=', sql<string>`any(${subjects})`);
  return (await query.execute()).map(entryOf);
}

/** Entries of the operator's list of policies, oldest first; about one policy where its hash is given. */
export async function entriesOnPolicies(db: Database | Tx, hash?: string): Promise<CustodyRow[]> {
  let query = rows(db).where('kind', 'in', ['PolicyListed', 'PolicyDelisted']);
  if (hash !== undefined) query = query.where('subject', '=', hash);
  return (await query.execute()).map(entryOf);
}

/** Entries about one case or person, of every kind. */
export const entriesAbout = async (db: Database, subject: string): Promise<CustodyRow[]> =>
  (await rows(db).where('subject', '=', subject).execute()).map(entryOf);

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

/** Runs `work` in a transaction that has the log for itself. */
export const alone = <T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (tx) => {
    await lockLog(tx);
    return work(tx);
  });

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
  const recordedAt = await databaseTime(tx);
  const content = canonicalText({ seq, at, actor, commandId, fact, recordedAt, prevHash });
  const row = { seq, kind: fact.type, subject: subjectOf(fact), command_id: commandId, content, prev_hash: prevHash };
  const hash = sha256Hex(content);
  await tx
    .insertInto('custody')
    .values({ ...row, hash, recorded_at: recordedAt })
    .execute();
  return { seq, at, actor, commandId, fact, prevHash, hash };
}

type Whole = Row & { seq: number; kind: string; subject: string; command_id: string; recorded: string };

/** Whether a row follows on `head`, and each of its columns is what its hashed text says. */
function says(row: Whole, head: Head): boolean {
  try {
    const { seq, commandId, fact, recordedAt, prevHash } = parse(row.content);
    const said = [head.seq + 1, seq, head.hash, prevHash, fact.type, subjectOf(fact), commandId, micros(recordedAt)];
    const stored = [
      row.seq,
      row.seq,
      row.prev_hash,
      row.prev_hash,
      row.kind,
      row.subject,
      row.command_id,
      row.recorded,
    ];
    return said.every((one, i) => one === stored[i]);
  } catch {
    // A text that somebody else wrote and hashed need not be an entry.
    return false;
  }
}

const BATCH = 500;

/** Walks the chain of the log; answers the first number at which it does not hold. */
export async function verifyLog(db: Database): Promise<{ ok: true; head: Head } | { ok: false; brokenSeq: number }> {
  let head = NO_HEAD;
  for (;;) {
    const batch = await db
      .selectFrom('custody')
      .selectAll()
      .select(inMicros('recorded_at').as('recorded'))
      .where('seq', '>', head.seq)
      .orderBy('seq')
      .limit(BATCH)
      .execute();
    for (const row of batch) {
      const holds = sha256Hex(row.content) === row.hash && says(row, head);
      if (!holds) return { ok: false, brokenSeq: head.seq + 1 };
      head = { seq: row.seq, hash: row.hash };
    }
    if (batch.length < BATCH) return { ok: true, head };
  }
}
