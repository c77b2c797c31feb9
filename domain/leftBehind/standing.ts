import type { Lease } from '../access/lease.js';
import { isManual } from '../access/resources.js';
import type { CaseState } from '../case/state.js';
import { own } from '../record.js';
import { type Said, say } from '../say.js';
import { type Instant, latest, notAfter } from '../time.js';
import { itemKey, type LeftItem, type LeftStanding, type LeftThing } from './leftBehind.js';

/** An access that somebody had, ended, and read back as absent since. */
export type Ended = Lease & { absentAt: Instant };

/** Every access after whose end something may stay; what people open by hand no system can list. */
export const endedAccess = ({ leases }: Pick<CaseState, 'leases'>): Ended[] =>
  Object.values(leases).flatMap(({ absentAt, ...lease }): Ended[] =>
    lease.want === 'absent' && lease.everOpened && absentAt !== undefined && !isManual(lease.resource)
      ? [{ ...lease, absentAt }]
      : [],
  );

/** When what stays of an ended access is to be listed; undefined while nothing asks for it. */
export function listingDue({ absentAt }: Ended, standing: LeftStanding | undefined): Instant | undefined {
  if (standing?.nextAttemptAt !== undefined) return standing.nextAttemptAt;
  return hasLooked(absentAt, latest([standing?.listedAt, standing?.gaveUpAt])) ? undefined : absentAt;
}

const hasLooked = (absentAt: Instant, at: Instant | undefined): boolean => at !== undefined && notAfter(absentAt, at);

/** True until what stays of an ended access was listed once after its end, or that was tried often enough. */
export const isUnlisted = ({ absentAt }: Ended, standing: LeftStanding | undefined): boolean =>
  !hasLooked(absentAt, latest([standing?.listedAt, standing?.gaveUpAt]));

/** True while something is said to be removed and no listing has looked since. */
export const isToBeChecked = ({ answer, seenAt }: LeftItem): boolean =>
  answer?.is === 'removed' && notAfter(seenAt, answer.at);

/** True of what is said to be removed and was there when it was looked at since. */
export const isStillThere = (item: LeftItem): boolean =>
  item.answer?.is === 'removed' && item.seen === 'there' && !isToBeChecked(item);

/** True while somebody has to say something of it. */
export const isAsked = (item: LeftItem): boolean =>
  item.seen !== 'gone' && (item.answer === undefined || isStillThere(item));

/** True where a thing that is there is asked of anew: it is new, came back, was changed since, or is said to be removed. */
export const isNewQuestion = (known: LeftItem | undefined, { at }: LeftThing): boolean =>
  known === undefined || known.seen === 'gone' || known.at !== at || isToBeChecked(known);

/** True of what needs nothing more: it is gone, it stays with somebody, or nobody can look whether it was removed. */
export const isSettled = (item: LeftItem): boolean => !isAsked(item) && (item.seen === 'gone' || !isToBeChecked(item));

/** What stays of an ended access, by the grant. */
export const standingOf = ({ leftBehind }: CaseState, { id }: Pick<Lease, 'id'>): LeftStanding | undefined =>
  own(leftBehind, id);

/** Things of an ended access, in the order in which they were listed. */
export const itemsOf = (state: CaseState, lease: Pick<Lease, 'id'>): LeftItem[] =>
  Object.values(standingOf(state, lease)?.items ?? {});

/** What stays of all that has ended; a thing that was listed of several people at one place once. */
export function thingsLeft(state: CaseState): LeftItem[] {
  const all = endedAccess(state).flatMap((lease) =>
    itemsOf(state, lease).map((item) => [`${lease.resource} ${itemKey(item)}`, item] as const),
  );
  return [...new Map(all).values()];
}

/** Of each ended access what nobody could look at, for whoever says that all is back or gone. */
export const unseenSaid = (state: CaseState): Said[] =>
  endedAccess(state).flatMap((lease): Said[] => {
    const { unseen: parts = [] } = standingOf(state, lease) ?? {};
    const { person, resource } = lease;
    return parts.length === 0 ? [] : [say('left.unseen', { person, resource, parts })];
  });
