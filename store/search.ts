import { sql } from 'kysely';
import type { PersonId } from '../domain/case/roles.js';
import type { Database } from './connect.js';
import type { Search } from './contract.js';
import { holderOf, openTold, personKey, type ToldOf } from './personRows.js';
import { hasText, likePattern } from './searchText.js';
import type { Keyring } from './secrets.js';

/** Papers that are looked at for the best of them; a part that more of them hold is no good to search by. */
const LOOKED_AT = 500;
/** Open cases, the latest, among whose people names are searched. */
const CASES_MAX = 50;
/** People whose names are opened. */
const PEOPLE_MAX = 1_000;

const only = (column: string, caseId: string | undefined) =>
  caseId === undefined ? sql`true` : sql`${sql.ref(column)} = ${caseId}`;

/** Papers whose title holds the part, of the latest that do: those that begin with it first. */
export function papersQuery(part: string, limit: number, caseId?: string) {
  const pattern = likePattern(part);
  return sql<Search['papers'][number]>`
    select p.case_id as "caseId", (select c.title from case_rows c where c.case_id = p.case_id) as "caseTitle",
      p.paper_id as paper, p.title, p.kind, p.state
    from (select * from paper_rows
      where ${hasText('title', part)} and title ilike ${pattern} and ${only('case_id', caseId)}
      order by case_id desc, paper_id desc limit ${LOOKED_AT}) p
    order by p.title not ilike ${pattern.slice(1)}, p.title, p.case_id, p.paper_id limit ${limit}`;
}

/** Vendors whose name holds the part, by name. */
export const vendorsQuery = (part: string, limit: number, caseId?: string) =>
  sql<Search['vendors'][number]>`
    select max(vendor) as vendor from case_rows
    where ${hasText("title || ' ' || vendor", part)} and vendor ilike ${likePattern(part)} and ${only('case_id', caseId)}
    group by lower(vendor) order by lower(vendor) limit ${limit}`;

/** The cases among whose people a name is searched: those that were found, then the open ones that were opened last. */
async function casesOf(db: Database, found: string[], caseId: string | undefined): Promise<string[]> {
  if (caseId !== undefined) return [caseId];
  const { rows } = await sql<{ id: string }>`
    select case_id as id from case_rows where status = 'open'
    order by opened_at desc, case_id desc limit ${CASES_MAX}`.execute(db);
  return [...new Set([...found, ...rows.map(({ id }) => id)])];
}

type Candidate = ToldOf & { caseTitle: string; person_id: PersonId; sealed: Buffer; wrapped_key: Buffer };

/** What the first of these cases that knows them was told last of each person. */
async function candidates(db: Database, caseIds: string[], personId?: PersonId): Promise<Candidate[]> {
  const one = personId === undefined ? sql`true` : sql`p.person_id = ${personId}`;
  const { rows } = await sql<Candidate>`
    select distinct on (p.person_id) p.case_id as "caseId", p.person_id, p.person_id as "personId", p.details, p.seq, p.sealed, k.wrapped_key,
      (select r.title from case_rows r where r.case_id = p.case_id) as "caseTitle"
    from unnest(${caseIds}::text[]) with ordinality as of(case_id, place)
    join case_people p using (case_id) join person_keys k on k.person_id = p.person_id
    where ${one} order by p.person_id, of.place, p.seq desc limit ${PEOPLE_MAX}`.execute(db);
  return rows;
}

/** Cases that were told of a person, the latest opened first. */
async function casesTold(db: Database, personId: PersonId, caseId: string | undefined): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select case_id as id from case_people join case_rows using (case_id)
    where person_id = ${personId} and ${only('case_id', caseId)}
    order by opened_at desc, case_id desc limit 1`.execute(db);
  return rows.map(({ id }) => id);
}

/**
 * People by their whole address, or by a part of their name. Names are sealed person by person, so that no index finds them:
 * those of at most 1,000 people are opened, of the cases that were found and of the 50 open ones that were opened last.
 */
export async function searchPeople(
  db: Database,
  keys: Keyring,
  part: string,
  { caseIds, caseId, limit }: { caseIds: string[]; caseId?: string; limit: number },
): Promise<Search['people']> {
  if (part.includes('@')) {
    const holder = await holderOf(db, keys, { name: '', email: part });
    if (holder === undefined) return [];
    const personId = holder.person_id;
    return named(keys, await candidates(db, await casesTold(db, personId, caseId), personId));
  }
  const wanted = part.toLowerCase();
  const all = named(keys, await candidates(db, await casesOf(db, caseIds, caseId)));
  return all
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .sort((a, b) => a.name.localeCompare(b.name))
    .slice(0, limit);
}

const named = (keys: Keyring, rows: Candidate[]): Search['people'] =>
  rows.flatMap(({ sealed, wrapped_key, person_id, caseTitle, ...of }) => {
    const key = personKey(keys, { person_id, wrapped_key });
    return key === undefined
      ? []
      : [{ personId: person_id, caseId: of.caseId, caseTitle, name: openTold(key, of, sealed).name }];
  });
