import type { StoryEntry, StoryQuery } from '../../contract/story.js';
import { type Instant, toMs } from '../../domain/time.js';
import type { LedgerRow } from '../../evidence/ledger.js';
import type { Reader } from '../words/fill.js';
import { narrate } from './narrate.js';
import type { Sight } from './sight.js';

/** What a reader of the story asks for; every filter that is given has to hold. */
export type StoryFilter = Pick<StoryQuery, 'person' | 'control' | 'resource' | 'kind'> & {
  from?: Instant;
  /** First instant that is no longer asked for. */
  before?: Instant;
};

/** An entry of the ledger in words. */
export const entryOf = ({ seq, at, actor, event, hash }: LedgerRow, reader: Reader): StoryEntry => ({
  seq,
  at,
  by: actor.personId,
  role: actor.role,
  fact: event.type,
  ...narrate(event, reader),
  hash,
});

/** As much of an entry as its reader sees; undefined for nothing. */
export function seenEntryOf(row: LedgerRow, reader: Reader, sight: Sight): StoryEntry | undefined {
  if (sight === 'none') return undefined;
  const { why, ...line } = entryOf(row, reader);
  return sight === 'line' || why === undefined ? line : { ...line, why };
}

/** Whether an entry is what the filter asks for. */
export function isAskedFor({ at, by, kind, about }: StoryEntry, filter: StoryFilter): boolean {
  const { person, control, resource, from, before } = filter;
  return (
    (person === undefined || by === person || about.people?.includes(person) === true) &&
    (control === undefined || about.control === control) &&
    (resource === undefined || about.resources?.includes(resource) === true) &&
    (filter.kind === undefined || kind === filter.kind) &&
    (from === undefined || toMs(at) >= toMs(from)) &&
    (before === undefined || toMs(at) < toMs(before))
  );
}
