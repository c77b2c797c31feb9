import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { canonicalJson } from '../../domain/hash.js';

type Row = { case_id: string; state: string };

/** The plan in a column of its own: it stands still, and is not written again with every fact. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table cases add column plan text`.execute(db);
  for (let after = ''; ; ) {
    const { rows } = await sql<Row>`
      select case_id, state from cases where state is not null and case_id > ${after} order by case_id limit 100`.execute(
      db,
    );
    for (const row of rows) await setApart(db, row);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.case_id;
  }
}

async function setApart(db: Kysely<unknown>, { case_id, state }: Row): Promise<void> {
  const whole: Record<string, unknown> = JSON.parse(state);
  const plan = canonicalJson(whole.plan);
  const text = canonicalJson({ ...whole, plan: sha256(plan) });
  await sql`update cases set state = ${text}, state_hash = ${sha256(text)}, plan = ${plan} where case_id = ${case_id}`.execute(
    db,
  );
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
