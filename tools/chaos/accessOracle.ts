import { type Committed, type Turn, turnsOf } from './entitled.js';
import type { Change } from './provider.js';

/** What access is judged by, beside the ledger. */
export type AccessEvidence = {
  /** Accounts of people by id. */
  accounts: Map<string, string>;
  changes: Change[];
  /** When PostgreSQL was stopped at once, milliseconds since the epoch. */
  databaseStops: number[];
  collaborators(repository: string): Promise<string[]>;
};

type Find = (kind: string, what: string) => void;

/** Judges who was let in and when, and who is in at the end. */
export async function judgeAccess(
  repository: string,
  rows: Committed[],
  evidence: AccessEvidence,
  find: Find,
): Promise<void> {
  const { accounts, changes, collaborators } = evidence;
  const turns = turnsOf(rows);
  for (const change of changes.filter((one) => one.repository === repository && one.is === 'opened')) {
    const own = turns.filter(({ person }) => accounts.get(person) === change.login);
    const fault = faultOf(change, own, evidence.databaseStops);
    if (fault !== undefined) find(fault, `${repository} ${change.login} at ${new Date(change.at).toISOString()}`);
  }
  const finally_ = new Map(turns.map(({ person, entitled }) => [accounts.get(person) ?? person, entitled]));
  const wanted = [...finally_].flatMap(([login, entitled]) => (entitled ? [login] : [])).sort();
  const held = (await collaborators(repository)).sort();
  for (const login of held) if (!wanted.includes(login)) find('access held without papers', `${repository} ${login}`);
  for (const login of wanted) if (!held.includes(login)) find('access wanted and not held', `${repository} ${login}`);
}

/** The sender asks the database whether the record is held, and sends at once: a stop so long before the arrival may lie between the two. */
const ASKED_BEFORE_MS = 1_000;

/**
 * What is wrong with an opening, by ADR 11.
 *
 * 1. None arrives after the record of what ends the access.
 * 2. None takes effect after it while its sender waits for the answer: until then the sender holds that record back. One who gave up or was killed
 *    holds nothing, and what its request still does is found and taken away by the closing; a database that is stopped holds nothing either.
 */
function faultOf({ at, doneAt, awaited }: Change, turns: Turn[], databaseStops: number[]): string | undefined {
  if (turns.findLast((turn) => turn.at <= at)?.entitled !== true) return 'access opened without papers';
  const wasHeld = awaited && !databaseStops.some((stop) => stop >= at - ASKED_BEFORE_MS && stop <= doneAt);
  const ended = turns.some((turn) => !turn.entitled && turn.at > at && turn.at <= doneAt);
  return wasHeld && ended ? 'access that took effect after its end was recorded' : undefined;
}
