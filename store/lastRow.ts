import { sql } from 'kysely';
import type { CommandOutcome } from '../domain/case/receipt.js';
import type { Instant } from '../domain/time.js';
import type { Head } from '../evidence/ledger.js';
import { parseOutcome } from './commands.js';
import type { Tx } from './connect.js';
import { NOW } from './times.js';

/** A case's last ledger row. */
export type LastRow = Head & { content: string };

type Found = {
  seq: number | null;
  hash: string | null;
  content: string | null;
  request_hash: string | null;
  outcome: string | null;
  now: Instant;
};

/**
 * A case's last ledger row, the outcome of a command id where it has one, and what time it is for the database, UTC to the millisecond.
 *
 * One statement for both, of its own behind the lock of the case: a subquery of the locking one would not see what an earlier holder wrote.
 */
export async function lastRowOf(
  tx: Tx,
  { caseId, commandId }: { caseId: string; commandId: string },
): Promise<{ last?: LastRow; known?: { requestHash: string; outcome: CommandOutcome }; now: Instant }> {
  const { rows } = await sql<Found>`
    select last.seq, last.hash, last.content, known.request_hash, known.outcome,
      ${NOW} as now
    from (select 1) as one
    left join lateral (
      select seq, hash, content from ledger where case_id = ${caseId} order by seq desc limit 1
    ) as last on true
    left join commands as known on known.case_id = ${caseId} and known.command_id = ${commandId}`.execute(tx);
  const [found] = rows;
  if (found === undefined) throw new Error('One row was asked for and none came.');
  const { seq, hash, content, request_hash, outcome, now } = found;
  return {
    now,
    ...(seq !== null && hash !== null && content !== null && { last: { seq, hash, content } }),
    ...(request_hash !== null &&
      outcome !== null && { known: { requestHash: request_hash, outcome: parseOutcome(outcome) } }),
  };
}
