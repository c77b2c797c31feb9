import type { PersonId } from '../case/roles.js';
import type { CaseState, PendingLetter, Undelivered } from '../case/state.js';
import { own, put, without } from '../record.js';
import { DAY_MS, HOUR_MS, type Instant, notAfter, plusMs } from '../time.js';

type Held = Undelivered['letters'][number];

/** "Not now" for this long: somebody has to look at the address. */
const DEFERRED_MS = 24 * HOUR_MS;
/** "Not now" for this long is "no"; the longest that RFC 5321, 4.5.4.1, has a sender wait. */
const GIVE_UP_MS = 5 * DAY_MS;
/** News older than this is not sent to a corrected address: the case tells it by then. */
const NEWS_MS = 14 * DAY_MS;

/** Failures that are the address's: it refuses, or is none. Data that were erased have no address to mend. */
const OF_ADDRESS: readonly string[] = ['MailRefused', 'RecipientUnknown'];

/** True once a mail server has said "not now" to a letter for as long as a sender waits. */
export const isGivenUp = ({ deferredSince }: PendingLetter, now: Instant): boolean =>
  deferredSince !== undefined && notAfter(plusMs(deferredSince, GIVE_UP_MS), now);

/** Whether a letter would still tell its reader something: a task of it is open and theirs, or its news is fresh. */
const matters = (state: CaseState, { to, letter, refusedAt }: Held, now: Instant): boolean =>
  letter.template === 'tasks'
    ? letter.tasks.some(({ task }) => own(state.tasks, task)?.assignees.includes(to))
    : !notAfter(plusMs(refusedAt, NEWS_MS), now);

/** True when a later letter asks for all that an earlier one does. */
const covers = (later: PendingLetter, earlier: Held): boolean =>
  later.letter.template === 'tasks' &&
  earlier.letter.template === 'tasks' &&
  earlier.letter.tasks.every(({ task }) => 'tasks' in later.letter && later.letter.tasks.some((t) => t.task === task));

/** Keeps a letter that was refused for good, with those before it that it does not make superfluous. */
export function holdBack(state: CaseState, letter: PendingLetter, code: string, at: Instant): CaseState {
  if (!OF_ADDRESS.includes(code) || letter.lastTry === true) return state;
  const { to } = letter;
  const { since, letters } = own(state.undelivered, to) ?? { since: letter.deferredSince ?? at, letters: [] };
  const { nextAttemptAt: _next, deferredSince: _since, ...held } = letter;
  const before = letters.filter((one) => matters(state, one, at) && !covers(letter, one));
  const undelivered = put(state.undelivered ?? {}, to, { since, letters: [...before, { ...held, refusedAt: at }] });
  return { ...state, undelivered };
}

/**
 * Puts the letters that somebody's address refused back among those to send, as they were: nobody has got them. Those
 * that no longer matter are dropped, and what waited for "not now" to pass goes to another address at once.
 */
export function sendAgain(
  state: CaseState,
  person: PersonId,
  at: Instant,
  because: 'address-corrected' | 'address-took-another',
): CaseState {
  const corrected = because === 'address-corrected';
  const held = own(state.undelivered, person)?.letters ?? [];
  if (held.length === 0 && !corrected) return state;
  const again = held
    .filter((one) => matters(state, one, at))
    .map(({ refusedAt: _at, lastTry: _last, ...one }) => ({
      ...one,
      ...(corrected ? {} : { lastTry: true as const }),
    }));
  const waiting = Object.values(state.letters)
    .filter((one) => corrected && one.to === person && one.deferredSince !== undefined)
    .map(({ deferredSince: _since, ...one }) => one);
  const letters = [...waiting, ...again].map((one): [string, PendingLetter] => [
    one.letterId,
    { ...one, attempts: one.attempts + 1, nextAttemptAt: at },
  ]);
  return { ...withoutHeld(state, person), letters: { ...state.letters, ...Object.fromEntries(letters) } };
}

function withoutHeld({ undelivered = {}, ...state }: CaseState, person: PersonId): CaseState {
  const others = without(undelivered, person);
  return Object.keys(others).length === 0 ? state : { ...state, undelivered: others };
}

/** Whose address does not take letters, and since when; those among them for whom that is a matter of time alone are left out. */
export function refusingSince(state: CaseState, now: Instant): Map<PersonId, Instant> {
  const refused = Object.entries(state.undelivered ?? {}).map(([person, { since }]) => [person, since] as const);
  const deferred = Object.values(state.letters).flatMap(({ to, deferredSince }) =>
    deferredSince !== undefined && notAfter(plusMs(deferredSince, DEFERRED_MS), now)
      ? [[to, deferredSince] as const]
      : [],
  );
  return new Map([...deferred, ...refused]);
}

/** Instants at which an address that says "not now" is one to look at. */
export const deferralInstants = ({ letters }: CaseState): Instant[] =>
  Object.values(letters).flatMap(({ deferredSince }) =>
    deferredSince === undefined ? [] : [plusMs(deferredSince, DEFERRED_MS)],
  );
