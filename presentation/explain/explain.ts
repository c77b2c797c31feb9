import type { Explained, Explanation } from '../../contract/explain.js';
import { fromRef } from '../../domain/access/resources.js';
import type { RecordedEvent } from '../../domain/case/events.js';
import type { PersonId } from '../../domain/case/roles.js';
import type { Instant } from '../../domain/time.js';
import { toMs } from '../../domain/time.js';
import { grantParts } from '../facts/names.js';
import type { PlaceSeen } from '../report/access.js';
import { wordsOf } from '../words/words.js';
import { groundsOf } from './grounds.js';
import { observationsOf, seenAt } from './observations.js';

type Asked = { person: PersonId; resource?: string; at: Instant };

/**
 * What somebody could reach at an instant, by what right and on whose word, from the trail alone: the looks before and after it, and what the grant of
 * that instant rested on. What was learnt later is used only to say what was seen next.
 */
export function explain(
  rows: RecordedEvent[],
  { person, resource, at }: Asked,
  zone: string,
  looks: readonly PlaceSeen[] = [],
): Explanation {
  const upTo = rows.filter((row) => toMs(row.at) <= toMs(at));
  const leases = new Set<string>();
  for (const { event } of rows)
    if ('lease' in event && typeof event.lease === 'string' && isOf(event.lease, { person, resource }))
      leases.add(event.lease);
  const places = [...leases].sort().map((lease) => place(lease, rows, upTo, { at, zone, looks }));
  return { person, at, zone, places };
}

function isOf(lease: string, { person, resource }: Pick<Asked, 'person' | 'resource'>): boolean {
  const of = grantParts(lease);
  return of.person === person && (resource === undefined || of.resource.toLowerCase() === resource.toLowerCase());
}

function place(
  lease: string,
  rows: RecordedEvent[],
  upTo: RecordedEvent[],
  { at, zone, looks }: { at: Instant; zone: string; looks: readonly PlaceSeen[] },
): Explained {
  const { resource } = grantParts(lease);
  const { right, ended } = rightOf(lease, upTo, zone);
  return {
    ...{ resource, provider: fromRef(resource).provider },
    ...seenAt(observationsOf(rows, lease, looks), at),
    ...(right !== undefined && { right }),
    ...(ended !== undefined && { ended }),
    grounds: right === undefined ? [] : groundsOf(right.restsOn, upTo, { zone }),
  };
}

/** The grant that was in force, since when without a break; or why none was. */
function rightOf(lease: string, upTo: RecordedEvent[], zone: string): Pick<Explained, 'right' | 'ended'> {
  let found: Pick<Explained, 'right' | 'ended'> = {};
  for (const { seq, at, event } of upTo) {
    if (!('lease' in event) || event.lease !== lease) continue;
    if (event.type === 'AccessGranted') {
      const { permission, notAfter, restsOn } = event;
      const since = found.right?.permission === permission ? found.right.since : at;
      found = { right: { since, seq, permission, restsOn, ...(notAfter !== undefined && { notAfter }) } };
    } else if (event.type === 'AccessEnded')
      found = { ended: { at, seq, cause: event.cause, detail: wordsOf(event.detail, { zone }) } };
    else if (event.type === 'AccessFoundWithoutGrant') found = { ended: { at, seq, cause: 'never-granted' } };
  }
  return found;
}
