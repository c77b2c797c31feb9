import type { Explained, Observation } from '../../contract/explain.js';
import type { RecordedEvent } from '../../domain/case/events.js';
import { type Instant, toMs } from '../../domain/time.js';
import { grantParts } from '../facts/names.js';
import type { PlaceSeen } from '../report/access.js';

/** Everything that was ever seen of a grant at its provider, in order; an attempt that failed has seen nothing. */
export function observationsOf(rows: RecordedEvent[], lease: string, looks: readonly PlaceSeen[] = []): Observation[] {
  const all: Observation[] = [];
  /** When somebody said that they had changed it by hand, since the look before. */
  let attested: Instant | undefined;
  for (const { seq, at, event } of rows) {
    if (!('lease' in event) || event.lease !== lease) continue;
    if (event.type === 'ManualChangeAttested') attested = at;
    else if (event.type === 'AccessObserved') {
      const { seen, permission, ways, acted, asBefore } = event;
      const last = all.at(-1);
      if (asBefore !== undefined && last !== undefined) all.push(stillSo(last, seq, asBefore));
      const changedAt = acted ? at : attested;
      attested = undefined;
      all.push({
        ...{ seq, at, seen },
        ...(permission !== undefined && { permission }),
        ...(ways !== undefined && { ways }),
        ...(changedAt !== undefined && { changedAt }),
      });
    }
    // The list of a place's accounts names them, where no look of its own did.
    else if (event.type === 'AccessFoundWithoutGrant') all.push({ seq, at, seen: 'present' });
    else if (event.type === 'AccessFoundAfterEnd' && all.at(-1)?.at !== at)
      all.push({ seq, at, seen: event.seen ?? 'present' });
  }
  const last = all.at(-1);
  const { lookedAt } = looks.find(({ resource }) => resource === grantParts(lease).resource) ?? {};
  return last !== undefined && lookedAt !== undefined && lookedAt > last.at
    ? [...all, stillSo(last, last.seq, lookedAt)]
    : all;
}

/** A look that found it as it was: it stands in no entry of its own. */
const stillSo = ({ changedAt: _c, ...last }: Observation, seq: number, at: Instant): Observation => ({
  ...last,
  seq,
  at,
});

type Seen = Pick<Explained, 'state' | 'since' | 'nobodyLooked' | 'before' | 'after'>;

const isIn = ({ seen }: Observation): boolean => seen === 'present';

/**
 * What the looks around an instant say of it.
 *
 * 1. Two looks that saw the same say that it was so between them, as far as anybody looked.
 * 2. Two that differ say so only where the change was ours, or somebody's who said when; otherwise nobody saw it.
 * 3. Nothing is said of a time before the first look, but that we changed it then.
 */
export function seenAt(all: Observation[], at: Instant): Seen {
  const next = all.findIndex((one) => toMs(one.at) > toMs(at));
  const index = next < 0 ? all.length : next;
  const [before, after] = [all[index - 1], all[index]];
  const looks = { ...(before && { before }), ...(after && { after }) };
  if (before === undefined) {
    if (after?.changedAt === undefined) return { state: 'never-seen', ...looks };
    const was = isIn(after) ? 'absent' : 'present';
    return { state: toMs(at) >= toMs(after.changedAt) && isIn(after) ? 'present' : was, ...looks };
  }
  const nobodyLooked = { from: before.at, ...(after && { until: after.at }) };
  const said = { since: sinceOf(all.slice(0, index)), nobodyLooked, ...looks };
  const state = before.seen === 'unknown' ? 'never-seen' : before.seen;
  if (after === undefined || (after.seen === before.seen && !wasBackBetween(before, after))) return { state, ...said };
  if (after.changedAt === undefined || wasBackBetween(before, after))
    return { state: 'unseen', nobodyLooked, ...looks };
  if (toMs(at) < toMs(after.changedAt)) return { state, ...said };
  return { state: after.seen === 'unknown' ? 'unseen' : after.seen, since: after.changedAt, nobodyLooked, ...looks };
}

/** True where something had to be closed that the look before had not seen. */
const wasBackBetween = (before: Observation, after: Observation): boolean =>
  before.seen === 'absent' && after.seen === 'absent' && after.changedAt !== undefined;

/** The first of the looks in a row that saw the same as the last. */
function sinceOf(looks: Observation[]): Instant | undefined {
  const last = looks.at(-1);
  let first = last;
  for (const one of [...looks].reverse()) {
    if (one.seen !== last?.seen) break;
    first = one;
  }
  return first?.changedAt ?? first?.at;
}
