import type { Story, StoryEntry, StoryQuery } from '../contract/story.js';
import type { Role } from '../domain/case/roles.js';
import type { CaseState } from '../domain/case/state.js';
import { endOfDay, startOfDay } from '../domain/clocks/businessTime.js';
import type { Instant } from '../domain/time.js';
import { sightOf } from '../presentation/facts/sight.js';
import { isAskedFor, type StoryFilter, seenEntryOf } from '../presentation/facts/story.js';
import type { Store } from '../store/contract.js';
import { peopleOf } from './people.js';

/** Entries read at once. */
const BATCH = 500;
/** Most entries looked at for one page, so that a filter that matches nothing ends. */
const LOOKED_AT_MAX = 5_000;

const isDay = (moment: string): boolean => moment.length === 10;

/** The filter with days as instants of the client's calendar, and the person by id. */
async function filterOf(store: Store, state: CaseState, query: StoryQuery): Promise<StoryFilter> {
  const { from, to, control, resource, kind } = query;
  const { client } = state.calendars;
  const at = (moment: string | undefined, of: typeof startOfDay): Instant | undefined =>
    moment !== undefined && isDay(moment) ? of(client, moment) : moment;
  return {
    control,
    resource,
    kind,
    from: at(from, startOfDay),
    before: at(to, endOfDay),
    person: query.person === undefined ? undefined : await peopleOf(store, state)(query.person, 'person'),
  };
}

/** One page of the story: entries after a number that the filter asks for, and where to go on. Throws `UnknownPerson`. */
export async function storyPage(
  store: Store,
  state: CaseState,
  query: StoryQuery,
  role: Role,
): Promise<Omit<Story, 'names'>> {
  const { zone = state.intake.client.timeZone, limit } = query;
  const filter = await filterOf(store, state, query);
  const entries: StoryEntry[] = [];
  let after = query.afterSeq;
  for (let lookedAt = 0; lookedAt < LOOKED_AT_MAX; lookedAt += BATCH) {
    const rows = await store.ledger.readEntries(state.caseId, { afterSeq: after, limit: BATCH });
    for (const row of rows) {
      after = row.seq;
      const entry = seenEntryOf(row, { zone }, sightOf(role, state, row));
      if (entry !== undefined && isAskedFor(entry, filter)) entries.push(entry);
      if (entries.length === limit) return { entries, nextAfterSeq: after, zone };
    }
    if (rows.length < BATCH) return { entries, zone };
  }
  return { entries, nextAfterSeq: after, zone };
}
