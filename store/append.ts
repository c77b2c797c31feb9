import { takesAway } from '../domain/access/takesAway.js';
import type { RecordedEvent } from '../domain/case/events.js';
import type { CommandOutcome } from '../domain/case/receipt.js';
import type { Instant } from '../domain/time.js';
import { ChainChecker, isBreak, sealEntry, sha256Hex } from '../evidence/chain.js';
import { fold, planText, readState, type StateColumns, storedState } from '../evidence/fold.js';
import type { Head } from '../evidence/ledger.js';
import { keepTold, Renamed, register } from './carried.js';
import { commandRow } from './commands.js';
import type { Database, Tx } from './connect.js';
import type { AppendAnswer, AppendInput } from './contract.js';
import { keepPolicy } from './documents.js';
import { endTokens } from './endTokens.js';
import { type LastRow, lastRowOf } from './lastRow.js';
import { linksAfter } from './ledgerRows.js';
import { awaitOpenings } from './openings.js';
import { outcomeOf } from './outcome.js';
import type { Keyring } from './secrets.js';
import { requireStorable } from './text.js';
import { moveViews } from './viewRows.js';

/** Entries and bytes told in one answer *behind*; a run further behind is told again, well below Temporal's payload limit. */
const BEHIND_ROWS = 500;
const BEHIND_BYTES = 1_000_000;

type LockedCase = StateColumns & { head: Head };

/**
 * Adds the entries of one command, its outcome, the data that came with it, the folded state and the list rows, all or nothing.
 *
 * 1. The case row is locked first, so that one writer at a time decides which of the answers it is.
 * 2. A stored head that is not the ledger's last row, or not on the run's own line, is *tampered*.
 * 3. *Behind* goes before *known*: a run that lacks entries folds them before it learns anything else.
 * 4. Nothing is written unless the answer is *appended*; what came with the command only where it was not refused.
 */
export async function appendEntries(db: Database, keys: Keyring, input: AppendInput): Promise<AppendAnswer> {
  requireStorable({ commandId: input.commandId, runId: input.runId, entries: input.entries, outcome: input.outcome });
  const appended = db.transaction().execute(async (tx): Promise<AppendAnswer> => {
    const locked = await lockCase(tx, input.caseId);
    const { last, known, now } = await lastRowOf(tx, input);
    const wrong = await disagreement(tx, locked, last, input);
    if (wrong !== undefined) return { status: 'tampered', message: wrong };
    if (input.expected.seq < locked.head.seq) return behind(tx, input);
    if (known) return { status: 'known', outcome: known.outcome, sameRequest: known.requestHash === input.requestHash };
    return append(tx, keys, locked, input, now);
  });
  return appended.catch((error: unknown): AppendAnswer => {
    if (error instanceof Renamed) return { status: 'renamed', ids: error.ids };
    throw error;
  });
}

async function lockCase(tx: Tx, caseId: string): Promise<LockedCase> {
  const found = await lockedRow(tx, caseId);
  if (found !== undefined) return found;
  await tx
    .insertInto('cases')
    .values({ case_id: caseId, head_seq: 0, head_hash: '' })
    .onConflict((c) => c.doNothing())
    .execute();
  const made = await lockedRow(tx, caseId);
  if (made === undefined) throw new Error('The row of the case was there and is gone.');
  return made;
}

async function lockedRow(tx: Tx, caseId: string): Promise<LockedCase | undefined> {
  const row = await tx.selectFrom('cases').selectAll().where('case_id', '=', caseId).forUpdate().executeTakeFirst();
  if (row === undefined) return undefined;
  const { head_seq, head_hash, state, state_hash, plan } = row;
  return { head: { seq: head_seq, hash: head_hash }, state, state_hash, plan };
}

/** What is wrong between the run, the case row and the ledger; undefined when they are on one line. */
async function disagreement(
  tx: Tx,
  { head }: LockedCase,
  last: LastRow | undefined,
  { caseId, expected }: AppendInput,
): Promise<string | undefined> {
  if ((last?.seq ?? 0) !== head.seq || (last?.hash ?? '') !== head.hash)
    return `The case stands at entry ${head.seq}, the ledger's last entry is ${last?.seq ?? 0} or another one.`;
  if (last !== undefined && sha256Hex(last.content) !== last.hash)
    return `The content of entry ${last.seq} is not what was hashed.`;
  if (expected.seq > head.seq) return `The run knows entry ${expected.seq}, the ledger ends at entry ${head.seq}.`;
  const stored = expected.seq === head.seq ? head.hash : await hashAt(tx, caseId, expected.seq);
  return stored === expected.hash ? undefined : `Entry ${expected.seq} is not the one that the run knows.`;
}

async function hashAt(tx: Tx, caseId: string, seq: number): Promise<string | undefined> {
  if (seq === 0) return '';
  const query = tx.selectFrom('ledger').select('hash').where('case_id', '=', caseId).where('seq', '=', seq);
  return (await query.executeTakeFirst())?.hash;
}

async function behind(tx: Tx, { caseId, expected }: AppendInput): Promise<AppendAnswer> {
  const chain = new ChainChecker(caseId, expected);
  const entries: RecordedEvent[] = [];
  let bytes = 0;
  for (const row of await linksAfter(tx, caseId, expected.seq, BEHIND_ROWS)) {
    bytes += Buffer.byteLength(row.content);
    if (entries.length > 0 && bytes > BEHIND_BYTES) break;
    const entry = chain.next(row);
    if (isBreak(entry)) return { status: 'tampered', message: entry.message };
    entries.push(entry);
  }
  return { status: 'behind', entries, head: chain.reached };
}

async function append(
  tx: Tx,
  keys: Keyring,
  locked: LockedCase,
  input: AppendInput,
  recordedAt: Instant,
): Promise<AppendAnswer> {
  const before = readState(input.caseId, locked);
  if (before === undefined)
    return { status: 'tampered', message: 'The stored state of the case is not what was hashed.' };
  const { rows, entries, head } = chainOn(locked.head, input, recordedAt);
  const outcome: CommandOutcome = outcomeOf(input, head);
  if (rows.length === 0) {
    await tx
      .insertInto('commands')
      .values(commandRow(keys, input, outcome, recordedAt))
      .execute();
    return { status: 'appended', head, outcome };
  }
  const recorded = outcome.status === 'recorded';
  const people = recorded ? await register(tx, keys, input.caseId, input.people ?? []) : [];
  if (recorded && input.policy !== undefined)
    await keepPolicy(tx, keys, { caseId: input.caseId, by: input.entries[0]?.actor.personId ?? '' }, input.policy);
  const after = fold(before, entries);
  const { text, hash } = storedState(after);
  const opened = locked.state === null ? undefined : before;
  const plan = planText(opened, after);
  const changed = { head_seq: head.seq, head_hash: head.hash, state: text, state_hash: hash };
  // One statement, since each costs a way to the server and back while the case is locked.
  await tx
    .with('entries', (q) => q.insertInto('ledger').values(rows))
    .with('kept', (q) => q.insertInto('commands').values(commandRow(keys, input, outcome, recordedAt)))
    .updateTable('cases')
    .set({ ...changed, ...(plan !== undefined && { plan }) })
    .where('case_id', '=', input.caseId)
    .execute();
  await keepTold(tx, keys, { caseId: input.caseId, seq: head.seq, state: after }, people);
  await endTokens(tx, after, entries);
  await moveViews(tx, opened, after);
  // Last, since it may wait for a provider: whoever opens reads a state from before, and has finished before this is on the record.
  if (takesAway(before, after)) await awaitOpenings(tx, input.caseId);
  return { status: 'appended', head, outcome };
}

/** The rows to insert, each sealed on the one before. */
function chainOn(from: Head, { caseId, runId, commandId, at, entries }: AppendInput, recordedAt: Instant) {
  let head = from;
  const recorded: RecordedEvent[] = [];
  const rows = entries.map(({ actor, event }) => {
    const entry = { seq: head.seq + 1, at, actor, commandId, event };
    const { content, hash } = sealEntry({ ...entry, caseId, runId, recordedAt, prevHash: head.hash });
    const row = {
      case_id: caseId,
      seq: entry.seq,
      run_id: runId,
      command_id: commandId,
      event_type: event.type,
      content,
    };
    const sealed = { ...row, prev_hash: head.hash, hash, recorded_at: recordedAt };
    recorded.push(entry);
    head = { seq: entry.seq, hash };
    return sealed;
  });
  return { rows, entries: recorded, head };
}
