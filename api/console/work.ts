import type { ComingUp, WorkPage, WorkRow } from '../../contract/console/work.js';
import { isErrorCode } from '../../domain/case/errors.js';
import type { PersonId } from '../../domain/case/roles.js';
import { VENDOR_ROLES } from '../../domain/case/roles.js';
import type { CaseState } from '../../domain/case/state.js';
import type { TaskRow } from '../../domain/decider/views.js';
import { peopleOfCase } from '../../domain/people/named.js';
import type { Actors } from '../../presentation/console/actors.js';
import { comingUp } from '../../presentation/console/comingUp.js';
import { byUrgency, type WorkRowById, workInCase, workUnread } from '../../presentation/console/work.js';
import { taskLink } from '../../presentation/letters/draft.js';
import type { InRole, TaskFilter } from '../../store/contract.js';
import { caseNow } from '../caseClock.js';
import { personIdsIn, withNamesOf } from '../names.js';
import type { ApiParts } from '../parts.js';
import { seeCase } from '../visibility.js';

/** Open cases that are looked through for what will come, the newest, and how much of it is told. */
const CASES_LOOKED_AT = 20;
const COMING_MAX = 5;

/** One’s own tasks: of the vendor’s people in their case alone. */
function ownTasks({ role, personId, caseId }: InRole): TaskFilter {
  const isVendor = VENDOR_ROLES.some((one) => one === role);
  if (isVendor) return { assignee: personId, caseId: caseId ?? '', roles: VENDOR_ROLES };
  return { assignee: personId, ...(caseId !== undefined && { caseId }) };
}

/** Own tasks among which the one of a letter is looked for, at most this many. */
const LINKED_MAX = 1_000;

/** The task that a letter links to, where it is still open and one's own. */
async function linkedTask({ store }: ApiParts, identity: InRole, link: string): Promise<{ rows: TaskRow[] }> {
  let cursor: string | undefined;
  for (let seen = 0; seen < LINKED_MAX; ) {
    const page = await store.cases.tasks(ownTasks(identity), { limit: 200, ...(cursor !== undefined && { cursor }) });
    const rows = page.rows.filter(({ caseId, taskId }) => taskLink(caseId, taskId) === link);
    if (rows.length > 0 || page.nextCursor === undefined) return { rows };
    seen += page.rows.length;
    cursor = page.nextCursor;
  }
  return { rows: [] };
}

/** The case where it can be read now; one that cannot must not hide the work of all others. */
async function readable(parts: ApiParts, identity: InRole, caseId: string): Promise<CaseState | undefined> {
  try {
    return (await seeCase(parts.store, identity, caseId)).state;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (isErrorCode(code) && (code === 'CaseQuarantined' || code === 'CaseNotFound')) return undefined;
    throw error;
  }
}

type Found = { rows: WorkRowById[]; people: PersonId[] };

async function workOf(parts: ApiParts, identity: InRole, rows: TaskRow[]): Promise<Found> {
  const byCase = new Map<string, TaskRow[]>();
  for (const row of rows) byCase.set(row.caseId, [...(byCase.get(row.caseId) ?? []), row]);
  const found: Found = { rows: [], people: [] };
  // One after the other: a page holds one state at a time.
  for (const [caseId, ofCase] of byCase) {
    const state = await readable(parts, identity, caseId);
    const made = state === undefined ? ofCase.map(workUnread) : workInCase(state, ofCase, await caseNow(parts, state));
    found.rows.push(...made);
    const named = state === undefined ? new Set<PersonId>() : peopleOfCase(state);
    // An id that somebody typed into a text tells nobody's name.
    found.people.push(...personIdsIn(made).filter((id) => named.has(id)));
  }
  return found;
}

/** What will be asked of somebody, over the cases that they have a part in. */
async function comingTo(
  parts: ApiParts,
  identity: InRole,
  actors: Actors,
): Promise<{ next: ComingUp[]; people: PersonId[] }> {
  const { caseId } = identity;
  const open = { status: 'open' } as const;
  const ids =
    caseId !== undefined
      ? [caseId]
      : (await parts.store.cases.list(open, { limit: CASES_LOOKED_AT })).rows.map((row) => row.caseId);
  const coming: ComingUp[] = [];
  const people: PersonId[] = [];
  for (const id of ids) {
    const state = await readable(parts, identity, id);
    if (state === undefined) continue;
    const now = await caseNow(parts, state);
    const mine = actors.flatMap((actor) => comingUp(state, actor, now));
    coming.push(...mine);
    people.push(...personIdsIn(mine).filter((one) => peopleOfCase(state).has(one)));
  }
  // A round of access is one, in however many roles somebody answers for it.
  const once = new Map(coming.map((one) => [`${one.caseId} ${one.what} ${one.at}`, one]));
  const next = [...once.values()].sort((a, b) => Date.parse(a.at) - Date.parse(b.at)).slice(0, COMING_MAX);
  return { next, people };
}

const named = ({ others, ...row }: WorkRowById, names: Record<PersonId, string>): WorkRow => ({
  ...row,
  others: others.flatMap((id) => names[id] ?? []),
});

/** A page of what waits for somebody, or what will; at most `limit` cases are read for it, or {@link CASES_LOOKED_AT}. */
export async function workPageOf(
  parts: ApiParts,
  identity: InRole,
  actors: Actors,
  { link, ...page }: { cursor?: string; limit: number; link?: string },
): Promise<WorkPage> {
  const { store } = parts;
  const { rows, ...rest } = await (link === undefined
    ? store.cases.tasks(ownTasks(identity), page)
    : linkedTask(parts, identity, link));
  if (rows.length === 0 && page.cursor === undefined && link === undefined) {
    const { next, people } = await comingTo(parts, identity, actors);
    return withNamesOf(store, people, { rows: [], next }, identity.caseId);
  }
  const work = await workOf(parts, identity, rows);
  const told = await withNamesOf(store, work.people, { ...rest, rows: byUrgency(work.rows) }, identity.caseId);
  return { ...told, rows: told.rows.map((row) => named(row, told.names)) };
}

/** What waits for somebody and is due, the nearest first, at most `limit`, with the names of those of whom it speaks. */
export async function dueWork(parts: ApiParts, identity: InRole, limit: number) {
  const { rows } = await parts.store.cases.tasks(ownTasks(identity), { limit });
  const { rows: due, people } = await workOf(
    parts,
    identity,
    rows.filter((row) => row.due !== undefined),
  );
  return withNamesOf(parts.store, people, { rows: due }, identity.caseId);
}
