import { sql } from 'kysely';
import type { PersonId } from '../domain/case/roles.js';
import type { Database } from './connect.js';
import type { Mention } from './custodyContract.js';

/** Cases whose entries are looked through by one statement, so that none runs into its time limit. */
const CASES = 25;

type Found = { caseId: string; seq: number; hash: string; event: string; byId: boolean };

/**
 * Every ledger entry that names a person: by id, or in free text by one of `words` (name, address, account; any case).
 * There is no index for this: it reads the ledgers of all cases, a few at a time.
 */
export async function* mentions(db: Database, person: PersonId, words: string[]): AsyncGenerator<Mention> {
  const lower = words.map((word) => JSON.stringify(word.toLowerCase()).slice(1, -1));
  for (let after = ''; ; ) {
    const { rows: some } = await sql<{ id: string }>`
      select case_id as id from cases where case_id > ${after} order by case_id limit ${CASES}`.execute(db);
    const last = some.at(-1);
    if (last === undefined) return;
    const { rows } = await sql<Found>`
      select case_id as "caseId", seq, hash, event_type as event, strpos(content, ${person}) > 0 as "byId" from ledger
      where case_id > ${after} and case_id <= ${last.id}
        and (strpos(content, ${person}) > 0
          or exists (select from unnest(${lower}::text[]) word where strpos(lower(content), word) > 0))
      order by case_id, seq`.execute(db);
    for (const { byId, ...place } of rows) yield { ...place, named: byId ? 'by-id' : 'in-text' };
    after = last.id;
  }
}

/** Cases whose state cites a text by its hash. */
export async function casesCiting(db: Database, textHash: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select case_id as id from cases where strpos(state, ${textHash}) > 0 order by case_id`.execute(db);
  return rows.map((row) => row.id);
}
