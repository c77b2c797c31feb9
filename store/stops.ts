import { type RawBuilder, sql } from 'kysely';
import { STOP_SCOPES } from '../domain/access/stop.js';
import type { Database, Tx } from './connect.js';
import { pageSize, readCursor, writeCursor } from './cursors.js';
import type { Page } from './page.js';
import { roleOf } from './roles.js';
import type { Opening, StopRow, StopSubject, Stops } from './stopsContract.js';

const LIST = 'stops';

/** The command id under which a case is told of a stop; no key of a request holds a colon, so nobody can use it up before. */
export const stopCommandId = (stop: string): string => `stop:${stop}`;

/** By which a subject is found: names of vendors and places are the same in any case. */
const keyOf = ({ scope, subject }: StopSubject): RawBuilder<string> =>
  scope === 'person' ? sql`${subject}` : sql`lower(${subject})`;

/** Stops over all cases. */
export const stops = (db: Database): Stops => ({
  async put({ stop, scope, subject, reason, by, at }) {
    await db
      .insertInto('stops')
      .values({
        ...{ stop_id: stop, scope, subject, subject_key: keyOf({ scope, subject }), reason },
        ...{ person_id: by.personId, role: by.role, stopped_at: new Date(at) },
      })
      .onConflict((c) => c.doNothing())
      .execute();
    return required(db, stop);
  },

  async lift(stop, { by, reason, at }) {
    await db
      .insertInto('stop_lifts')
      .values({ stop_id: stop, reason, person_id: by.personId, role: by.role, lifted_at: new Date(at) })
      .onConflict((c) => c.doNothing())
      .execute();
    return required(db, stop);
  },

  find: (stop) => findStop(db, stop),

  async list({ standing, cursor, limit }): Promise<Page<StopRow>> {
    const size = pageSize(limit);
    const after = cursor === undefined ? undefined : readCursor(LIST, cursor, 1);
    const beyond = after && sql`and (s.stopped_at, s.stop_id) < (${after.at}, ${after.keys[0]})`;
    const { rows } = await sql<Stored>`
      ${STORED} where ${standing ? sql`l.stop_id is null` : sql`true`} ${beyond ?? sql``}
      order by s.stopped_at desc, s.stop_id desc limit ${size + 1}`.execute(db);
    const page = rows.slice(0, size).map(rowOf);
    const last = page.at(-1);
    if (rows.length <= size || last === undefined) return { rows: page };
    return { rows: page, nextCursor: writeCursor(LIST, [last.at, last.stop]) };
  },

  async casesOf(stop) {
    const { rows } = await sql<{ id: string }>`
      select distinct r.case_id as id from case_rows r
      where r.status = 'open' and r.case_id in (
        ${concerned(stop.scope, keyOf(stop))}
        union select case_id from commands where command_id like 'stop:%' and command_id = ${stopCommandId(stop.stop)})
      order by id`.execute(db);
    return rows.map(({ id }) => id);
  },

  async untold(limit) {
    const each = STOP_SCOPES.map(
      (scope) => sql`select s.stop_id, c.case_id from stops s
        join lateral (${concerned(scope, sql`s.subject_key`)}) c on true
        where s.scope = ${sql.lit(scope)} and not exists (select from stop_lifts l where l.stop_id = s.stop_id)`,
    );
    const { rows } = await sql<Stored & { case_id: string }>`
      ${STORED_WITH_CASE} join (${sql.join(each, sql` union `)}) u on u.stop_id = s.stop_id
      join case_rows r on r.case_id = u.case_id and r.status = 'open'
      where not exists (
        select from commands c where c.case_id = u.case_id and c.command_id = 'stop:' || s.stop_id)
      order by s.stopped_at, s.stop_id, u.case_id limit ${limit}`.execute(db);
    return rows.map(({ case_id: caseId, ...row }) => ({ caseId, stop: rowOf(row) }));
  },
});

/** A stop that keeps an access from being opened, whether or not its case was told; read by whoever is about to open it. */
export async function stopOn(tx: Tx, { person, vendor, places }: Opening): Promise<StopRow | undefined> {
  const keys = places.map((subject) => keyOf({ scope: 'resource', subject }));
  const { rows } = await sql<Stored>`
    ${STORED} where l.stop_id is null and (
      (s.scope = 'person' and s.subject_key = ${person})
      or (s.scope = 'vendor' and s.subject_key = ${keyOf({ scope: 'vendor', subject: vendor })})
      or (s.scope = 'resource' and s.subject_key in (${sql.join(keys)})))
    order by s.stopped_at limit 1`.execute(tx);
  return rows.map(rowOf)[0];
}

/** The cases that a subject is part of, open or not. */
function concerned(scope: StopSubject['scope'], key: RawBuilder<unknown>): RawBuilder<unknown> {
  switch (scope) {
    case 'person':
      return sql`select case_id from case_people where person_id = ${key}
        union select case_id from access_rows where person_id = ${key}`;
    case 'vendor':
      return sql`select case_id from case_rows where lower(vendor) = ${key}`;
    case 'resource':
      return sql`select case_id from access_rows where lower(resource) = ${key}`;
    default: {
      const never: never = scope;
      return never;
    }
  }
}

type Stored = {
  stop_id: string;
  scope: string;
  subject: string;
  reason: string;
  person_id: string;
  role: string;
  stopped_at: Date;
  lifted_by: string | null;
  lifted_role: string | null;
  lifted_reason: string | null;
  lifted_at: Date | null;
};

const COLUMNS = sql`s.stop_id, s.scope, s.subject, s.reason, s.person_id, s.role, s.stopped_at,
  l.person_id as lifted_by, l.role as lifted_role, l.reason as lifted_reason, l.lifted_at`;
const STORED = sql`select ${COLUMNS} from stops s left join stop_lifts l on l.stop_id = s.stop_id`;
const STORED_WITH_CASE = sql`select ${COLUMNS}, u.case_id from stops s left join stop_lifts l on l.stop_id = s.stop_id`;

async function findStop(db: Database, stop: string): Promise<StopRow | undefined> {
  const { rows } = await sql<Stored>`${STORED} where s.stop_id = ${stop}`.execute(db);
  return rows.map(rowOf)[0];
}

async function required(db: Database, stop: string): Promise<StopRow> {
  const found = await findStop(db, stop);
  if (found === undefined) throw new Error('A stop that was just kept is not there.');
  return found;
}

function rowOf(row: Stored): StopRow {
  const scope = STOP_SCOPES.find((one) => one === row.scope);
  if (scope === undefined) throw new TypeError(`The database names the unknown scope "${row.scope}".`);
  const { stop_id: stop, subject, reason, person_id: personId, role, stopped_at } = row;
  const kept = { stop, scope, subject, reason, by: { personId, role: roleOf(role) }, at: stopped_at.toISOString() };
  const { lifted_by, lifted_role, lifted_reason, lifted_at } = row;
  if (lifted_by === null || lifted_role === null || lifted_reason === null || lifted_at === null) return kept;
  const by = { personId: lifted_by, role: roleOf(lifted_role) };
  return { ...kept, lifted: { by, reason: lifted_reason, at: lifted_at.toISOString() } };
}
