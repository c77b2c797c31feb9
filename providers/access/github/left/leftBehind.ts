import { inOrder, mayBe } from '../../leftBehind.js';
import type { LeftBehindAsked, LeftBehindFound, LeftBehindKind, Place } from '../../port.js';
import { readRepository } from '../found.js';
import type { Requests } from '../requests.js';
import { readBranches, readRulesets } from './bypasses.js';
import type { Look, Part } from './part.js';
import { createPeople } from './people.js';
import { readApps, readForks, readHooks, readKeys, readReviewers, readRunners } from './things.js';

const PARTS: readonly [LeftBehindKind, (look: Look) => Promise<Part>][] = [
  ['app', readApps],
  ['branch-bypass', readBranches],
  ['branch-bypass', readRulesets],
  ['deploy-key', readKeys],
  ['environment-reviewer', readReviewers],
  ['fork', readForks],
  ['runner', readRunners],
  ['webhook', readHooks],
];

/**
 * Lists what stays on a repository when people have left it, one kind after the other.
 *
 * 1. A kind that the token is not let see, or not all of, is named: nothing is said to be absent that was not looked at.
 * 2. What GitHub does not date or ascribe is never left out, whosesoever and since whenever is asked for.
 * 3. Of a hook's address no more than the host is kept; of a key only its title.
 */
export async function readLeftBehind(
  requests: Requests,
  place: Place,
  asked: LeftBehindAsked = {},
): Promise<LeftBehindFound> {
  const repository = await readRepository(requests, place);
  if (repository === undefined) return { gone: true };
  const look: Look = { requests, repository, people: createPeople(requests) };
  const parts: (Part & { kind: LeftBehindKind })[] = [];
  for (const [kind, read] of PARTS) parts.push({ kind, ...(await read(look)) });
  const unseen = parts.filter(({ whole }) => !whole).map(({ kind }) => kind);
  return {
    found: inOrder(parts.flatMap(({ found }) => found).filter(mayBe(asked))),
    unseen: [...new Set(unseen)],
  };
}
