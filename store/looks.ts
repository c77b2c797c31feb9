import { sql } from 'kysely';
import type { Instant } from '../domain/time.js';
import type { Database } from './connect.js';
import type { Store } from './contract.js';

/** Looks that follow each other within so many minutes are one: what changed stays marked while somebody reads. */
const SITTING_MINUTES = 30;

/** When people looked at approvals, by ids alone; kept so that a page can say what has changed since. */
export const looks = (db: Database): Store['looks'] => ({
  async look({ personId, caseId, approval }, at) {
    const { rows } = await sql<{ before: Date | null }>`
      insert into looks as l (person_id, case_id, approval, looked_at) values (${personId}, ${caseId}, ${approval}, ${at})
      on conflict (person_id, case_id, approval) do update set
        before_at = case when excluded.looked_at > l.looked_at + make_interval(mins => ${SITTING_MINUTES})
          then l.looked_at else l.before_at end,
        looked_at = greatest(l.looked_at, excluded.looked_at)
      returning before_at as before`.execute(db);
    const before: Instant | undefined = rows[0]?.before?.toISOString();
    return before;
  },
});
