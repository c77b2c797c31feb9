import type { PersonId } from '../domain/case/roles.js';
import type { CaseState } from '../domain/case/state.js';
import { initialState } from '../domain/decider/evolve.js';
import { type Break, beyond, ChainChecker, isBreak } from '../evidence/chain.js';
import { foldOn, readState, type StateColumns, storedState } from '../evidence/fold.js';
import type { VerifyAnswer } from '../evidence/ledger.js';
import { requireCase } from './cases.js';
import { CommandsCheck } from './commandsCheck.js';
import type { Database } from './connect.js';
import { lastRow, streamLinks } from './ledgerRows.js';
import { differingPeople, differingTold, mentionedIn } from './peopleCheck.js';
import type { Keyring } from './secrets.js';
import { differingViews } from './viewRows.js';

/**
 * Walks a case's chain batch by batch, and compares the stored state with the fold, the lists with the state, what is kept of
 * commands with what they recorded, and the rows of the people whom the chain names with what was written of them; memory does not grow with the ledger.
 */
export async function verifyCase(db: Database, keys: Keyring, caseId: string): Promise<VerifyAnswer> {
  const { head, ...columns } = await requireCase(db, caseId);
  const chain = new ChainChecker(caseId);
  const commands = new CommandsCheck(db, keys, caseId);
  const people = { mentioned: new Set<PersonId>(), actors: new Set<PersonId>() };
  let folded: CaseState | undefined = initialState(caseId);
  for await (const rows of streamLinks(db, caseId, head.seq)) {
    for (const row of rows) {
      const entry = chain.next(row);
      if (isBreak(entry)) return broken(caseId, entry);
      folded = foldOn(folded, entry);
      commands.take(entry, row);
      for (const id of mentionedIn(row.content)) people.mentioned.add(id);
      if (people.mentioned.has(entry.actor.personId)) people.actors.add(entry.actor.personId);
    }
    await commands.compare();
  }
  const end = chain.end(head) ?? (await aside(db, caseId));
  if (!Array.isArray(end)) return broken(caseId, end);
  const state = matches(folded, { caseId, ...columns }) ? [] : ['cases'];
  const differing = [
    ...state,
    ...end,
    ...(await commands.differing()),
    ...(await differingPeople(db, keys, people)),
    ...(await differingTold(db, keys, caseId, folded?.people ?? {})),
  ];
  const stateMatches = differing.length === 0;
  return { ok: true, caseId, rows: head.seq, head, stateMatches, ...(!stateMatches && { differing }) };
}

const broken = (caseId: string, found: Break): VerifyAnswer => ({ ok: false, caseId, ...found });

function matches(folded: CaseState | undefined, stored: StateColumns & { caseId: string }): boolean {
  if (folded === undefined || stored.state === null) return false;
  return storedState(folded).hash === stored.state_hash && readState(stored.caseId, stored) !== undefined;
}

/**
 * The lists that differ from the state, all read at one moment with the head; or a row that stands behind the head, which no append
 * has written.
 */
async function aside(db: Database, caseId: string): Promise<Break | string[]> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const { head, ...columns } = await requireCase(tx, caseId);
      const last = beyond(head, await lastRow(tx, caseId));
      if (last !== undefined) return last;
      const state = columns.state === null ? undefined : readState(caseId, columns);
      return state === undefined ? [] : await differingViews(tx, state);
    });
}
