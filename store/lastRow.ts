import { sql } from 'kysely';
import type { CommandOutcome } from '../domain/case/receipt.js';
import type { Head } from '../evidence/ledger.js';
import { parseOutcome } from './commands.js';
import type { Tx } from './connect.js';

/** A case's last ledger row. */
export type LastRow = Head & { content: string };

type Found = {
  seq: number | null;
  hash: string | null;
  content: string | null;
  request_hash: string | null;
  outcome: string | null;
};

/**
 * A case's last ledger row, and the outcome of a command id where it has one.
 *
 * One statement for both, of its own behind the lock of the case: a subquery of the locking one would not see what an earlier holder wrote.
 */
export async function lastRowOf(
  tx: Tx,
  { caseId, commandId }: { caseId: string; commandId: string },
): Promise<{ last?: LastRow; known?: { requestHash: string; outcome: CommandOutcome } }> {
  const { rows } = await sql<Found>`
    select last.seq, last.hash, last.content, known.request_hash, known.outcome
    from (select 1) as one
    left join lateral (
      select seq, hash, content from ledger where case_id = ${caseId} order by seq desc limit 1
    ) as last on true
    left join commands as known on known.case_id = ${caseId} and known.command_id = ${commandId}`.execute(tx);
  const { seq = null, hash = null, content = null, request_hash = null, outcome = null } = rows[0] ?? {};
  return {
    ...(seq !== null && hash !== null && content !== null && { last: { seq, hash, content } }),
    ...(request_hash !== null &&
      outcome !== null && { known: { requestHash: request_hash, outcome: parseOutcome(outcome) } }),
  };
}
