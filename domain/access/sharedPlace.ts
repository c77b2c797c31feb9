import { type Instant, notAfter } from '../time.js';

/** Another grant to the same account at the same place: of another case, or to whom the account has moved in the same one. */
export type OtherWant = {
  caseId: string;
  lease: string;
  permission: string;
  /** Which of the things told of its person has the account. */
  details?: string;
  /** First instant at which it is no longer granted, as things stand. */
  until?: Instant;
};

/** What is still granted at an instant: what has lapsed keeps nobody in, also where its own case has not recorded that yet. */
export const stillWanted = (others: readonly OtherWant[], now: Instant): OtherWant[] =>
  others.filter(({ until }) => until === undefined || !notAfter(until, now));

/** What a look found of an account, as far as it matters here. */
type Held = { state: 'present' | 'invited' | 'absent'; permission?: string };

/** How much a permission gives, of what its provider has; a word that is none of them gives least. */
export type RankOf = (permission: string) => number;

/** The one among what other cases grant that gives most; the first of several. */
export const mostOf = (others: readonly OtherWant[], rank: RankOf): OtherWant | undefined =>
  others.reduce<OtherWant | undefined>(
    (most, one) => (most === undefined || rank(one.permission) > rank(most.permission) ? one : most),
    undefined,
  );

/** What is to be done at a provider for one case. `give`: a permission, for this case or for the other one that grants it. */
export type Move = { do: 'nothing' } | { do: 'withdraw' } | { do: 'give'; permission: string; other?: OtherWant };

const NOTHING: Move = { do: 'nothing' };

/**
 * The closing of what one case granted: it takes away only what no other case grants (design, decision 25). What is left is the most that
 * any of them does.
 */
export function closingMove(held: Held, others: readonly OtherWant[], rank: RankOf): Move {
  if (held.state === 'absent') return NOTHING;
  const most = mostOf(others, rank);
  if (most === undefined) return { do: 'withdraw' };
  return rank(held.permission ?? '') > rank(most.permission)
    ? { do: 'give', permission: most.permission, other: most }
    : NOTHING;
}

/** The opening of what one case grants, where an account holds the most that any case does. What others grant beyond it they open themselves. */
export function openingMove(held: Held, permission: string, others: readonly OtherWant[], rank: RankOf): Move {
  const own: Move = { do: 'give', permission };
  if (held.state === 'absent') return own;
  if (held.permission === permission) return NOTHING;
  const most = mostOf(others, rank);
  const found = rank(held.permission ?? '');
  if (found < rank(permission)) return own;
  if (most === undefined || rank(most.permission) <= rank(permission)) return own;
  return found > rank(most.permission) ? { do: 'give', permission: most.permission, other: most } : NOTHING;
}

/**
 * What is given back to another case: it came to grant more while something was taken away without knowing of it, and may have seen its access
 * there before that.
 */
export function givenBack(held: Held, others: readonly OtherWant[], rank: RankOf): Move {
  const most = mostOf(others, rank);
  const found = held.state === 'absent' ? -1 : rank(held.permission ?? '');
  return most !== undefined && found < rank(most.permission)
    ? { do: 'give', permission: most.permission, other: most }
    : NOTHING;
}

/** What others grant of that which was found, beyond what this case does; undefined where it is this case's alone. */
export function heldForOthers(
  held: Held,
  permission: string | undefined,
  others: readonly OtherWant[],
  rank: RankOf,
): OtherWant | undefined {
  const most = mostOf(others, rank);
  if (held.state === 'absent' || most === undefined) return undefined;
  const found = rank(held.permission ?? '');
  const isMore = permission === undefined || found > rank(permission);
  return isMore && found <= rank(most.permission) ? most : undefined;
}
