import type { Head } from '../../../evidence/ledger.js';
import type { Store } from '../../../store/contract.js';
import type { Book } from '../domain/book.js';
import { START } from './appending.js';

type Entries = Parameters<Store['ledger']['appendEntries']>[0]['entries'];

/** Appends one command's entries to the case of a book. */
export async function appendTo(
  store: Store,
  caseId: string,
  expected: Head,
  { commandId, at, entries }: { commandId: string; at: string; entries: Entries },
): Promise<Head> {
  const answer = await store.ledger.appendEntries({
    ...{ caseId, runId: 'run', expected, commandId, requestHash: commandId, at, entries },
    outcome: { status: 'recorded', events: [], notes: [] },
  });
  if (answer.status !== 'appended') throw new Error(answer.status);
  return answer.head;
}

/** Puts a case into the ledger as the book has played it, command by command; answers its head. */
export async function recordBook(store: Store, caseId: string, { rows }: Book): Promise<Head> {
  let head = START;
  for (let from = 0; from < rows.length; ) {
    const { commandId = '', at = '' } = rows[from] ?? {};
    const batch = rows
      .slice(from)
      .filter((_row, i, rest) => rest.slice(0, i + 1).every((r) => r.commandId === commandId));
    const entries = batch.map(({ actor, event }) => ({ actor, event }));
    head = await appendTo(store, caseId, head, { commandId, at, entries });
    from += batch.length;
  }
  return head;
}
