import type { CaseEvent, RecordedEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { own, put } from '../record.js';
import { type Instant, MINUTE_MS, notAfter, plusMs } from '../time.js';
import { itemKey, type LeftAnswer, type LeftItem, type LeftStanding, type LeftThing } from './leftBehind.js';
import { isToBeChecked } from './standing.js';

type LeftFact = Extract<CaseEvent, { type: 'LeftBehindListed' | 'LeftBehindFailed' | 'LeftBehindAnswered' }>;
type Listed = Extract<LeftFact, { type: 'LeftBehindListed' }>;

const NONE: LeftStanding = { attempts: 0, unseen: [], items: {} };

/** Folds what stays of ended access: what was listed, that nobody could look, and what was said of each thing. */
export function evolveLeftBehind(state: CaseState, event: LeftFact, { at, actor }: RecordedEvent): CaseState {
  const before = own(state.leftBehind, event.lease) ?? NONE;
  switch (event.type) {
    case 'LeftBehindListed':
      return shared(withStanding(state, event.lease, listed(state, before, event, at)), event.lease);
    case 'LeftBehindFailed': {
      const { nextAttemptAt: _n, gaveUpAt: _g, ...kept } = before;
      const { nextAttemptAt } = event;
      const next = nextAttemptAt === undefined ? givenUp(before, at) : { nextAttemptAt };
      const failures = (before.failures ?? 0) + 1;
      return withStanding(state, event.lease, { ...kept, attempts: before.attempts + 1, failures, ...next });
    }
    case 'LeftBehindAnswered': {
      const { type: _t, lease, item, ...said } = event;
      const asked = own(before.items, item);
      if (asked === undefined) return state;
      const answer: LeftAnswer = { ...said, by: actor.personId, at };
      // One look checks all that was said to be removed within minutes.
      const checked = said.is === 'removed' && {
        nextAttemptAt: plusMs(at, state.plan.numbers.effectRetryMinutes * MINUTE_MS),
      };
      const items = put(before.items, item, { ...asked, answer });
      const { failures: _f, gaveUpAt: _g, ...kept } = before;
      return shared(withStanding(state, lease, { ...(checked ? kept : before), items, ...checked }), lease);
    }
    default: {
      const never: never = event;
      return never;
    }
  }
}

/** Whatever was there before, nobody can look any more. */
const givenUp = ({ items }: LeftStanding, at: Instant) => ({
  gaveUpAt: at,
  unseen: ['all' as const],
  items: Object.fromEntries(
    Object.entries(items).map(([key, item]) => [
      key,
      item.seen === 'gone' ? item : { ...item, seen: 'unseen' as const, seenAt: at },
    ]),
  ),
});

/** A case that begins to close has all of it listed once more. */
export const listedAnew = (state: CaseState, at: Instant): Pick<CaseState, 'leftBehind'> =>
  state.leftBehind === undefined
    ? {}
    : {
        leftBehind: Object.fromEntries(
          Object.entries(state.leftBehind).map(([id, { failures: _f, gaveUpAt: _g, ...standing }]) => [
            id,
            { ...standing, nextAttemptAt: at },
          ]),
        ),
      };

const withStanding = (state: CaseState, lease: string, standing: LeftStanding): CaseState => ({
  ...state,
  leftBehind: put(state.leftBehind ?? {}, lease, standing),
});

function listed(state: CaseState, before: LeftStanding, event: Listed, at: Instant): LeftStanding {
  const { attempts, nextAttemptAt: asked } = before;
  // A look that was under way when something was said to be removed says nothing of that.
  const isEarly = asked !== undefined && !notAfter(asked, at);
  const found = new Map(event.found.map((thing) => [itemKey(thing), thing]));
  const items: Record<string, LeftItem> = {};
  for (const [key, item] of Object.entries(before.items)) if (!found.has(key)) items[key] = missed(item, event, at);
  for (const [key, thing] of found) {
    const known = own(before.items, key) ?? saidElsewhere(state, event.lease, key, thing);
    items[key] = known !== undefined && isEarly && isToBeChecked(known) ? known : seen(known, thing, event, at);
  }
  return {
    listedAt: at,
    attempts: attempts + 1,
    ...(isEarly && { nextAttemptAt: asked }),
    unseen: event.unseen,
    items,
  };
}

/** What is not found is gone, unless nobody could look. */
function missed(item: LeftItem, { unseen }: Listed, at: Instant): LeftItem {
  const isUnseen = unseen.some((part) => part === item.kind || part === 'place' || part === 'more' || part === 'all');
  return item.seen === 'gone' ? item : { ...item, seen: isUnseen ? 'unseen' : 'gone', seenAt: at };
}

/** What is there: asked of where it is new, came back or was changed since, and again where it is said to be removed. */
function seen(known: LeftItem | undefined, thing: LeftThing, { answerBy = '' }: Listed, at: Instant): LeftItem {
  const there = { seen: 'there' as const, seenAt: at };
  if (known === undefined || known.seen === 'gone' || known.at !== thing.at)
    return { ...thing, since: at, answerBy, ...there };
  const isAskedAgain = known.answer?.is === 'removed' && isToBeChecked(known);
  return { ...known, ...there, ...(isAskedAgain && { answerBy }) };
}

const othersAt = ({ leases, leftBehind = {} }: CaseState, lease: string): [string, LeftStanding][] =>
  Object.entries(leftBehind).filter(
    ([id]) => id !== lease && own(leases, id)?.resource === own(leases, lease)?.resource,
  );

/** What nobody is named for is one thing for all who may have brought it: it is asked of once. */
function saidElsewhere(state: CaseState, lease: string, key: string, { at, by }: LeftThing): LeftItem | undefined {
  if (by !== undefined) return undefined;
  const known = othersAt(state, lease).flatMap(([, { items }]) => own(items, key) ?? []);
  return known.find((one) => one.by === undefined && one.at === at && one.seen !== 'gone');
}

/** What is learnt or said of such a thing stands with everybody of whom it was listed. */
function shared(state: CaseState, lease: string): CaseState {
  const { items } = own(state.leftBehind, lease) ?? NONE;
  let next = state;
  for (const [id, standing] of othersAt(state, lease)) {
    const same = Object.entries(standing.items).flatMap(([key, item]) => {
      const here = own(items, key);
      return here === undefined || here.by !== undefined ? [] : [[key, { ...here, since: item.since }] as const];
    });
    if (same.length > 0)
      next = withStanding(next, id, { ...standing, items: { ...standing.items, ...Object.fromEntries(same) } });
  }
  return next;
}
