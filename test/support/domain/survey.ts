import { isOvertaken } from '../../../domain/access/lease.js';
import { isNews } from '../../../domain/access/placeLook.js';
import { nextLookAt, placeRows } from '../../../domain/access/placeRows.js';
import { loginsOn, surveyNews } from '../../../domain/access/survey.js';
import type { EffectOutcome, LookedAt } from '../../../domain/case/effects.js';
import type { PersonId } from '../../../domain/case/roles.js';
import type { CaseState } from '../../../domain/case/state.js';
import type { Instant } from '../../../domain/time.js';

type There = {
  provider: ReadonlySet<string>;
  lapsed: ReadonlySet<string>;
  seen(lease: string): 'present' | 'invited' | 'absent';
};

/** What a look at a place finds that the case is to be told, as the worker tells it; the login of somebody rejected is that of a stranger, under another id. */
export function lookAt(
  state: CaseState,
  resource: string,
  { provider, lapsed, seen }: There,
  now: Instant,
  asked: boolean,
): EffectOutcome | undefined {
  const changed = Object.values(state.leases).flatMap((lease): LookedAt[] => {
    if (lease.resource !== resource || isOvertaken(lease, 'look')) return [];
    const found = seen(lease.id);
    const held = found === 'absent' ? {} : { permission: lease.permission };
    if (!isNews(lease, { seen: found, ...held })) return [];
    const { id, attempts, wantSince } = lease;
    const more = lapsed.has(id) ? { lapsedInvitation: true as const } : {};
    return [{ lease: id, seen: found, ...held, ...more, providerRequests: 1, since: { attempts, wantSince } }];
  });
  const logins = loginsOn(state, resource);
  const idOf = (id: PersonId): PersonId =>
    state.people[id]?.status === 'rejected' && logins[id] === undefined ? `login-of-${id}` : id;
  const permissions = Object.fromEntries(
    [...provider]
      .filter((lease) => lease.endsWith(`/${resource}`) && state.leases[lease] === undefined)
      .map((lease) => [idOf(lease.slice(0, lease.indexOf('/'))), 'push']),
  );
  const unknownAccounts = surveyNews(state, { resource, permissions }, now, asked);
  return changed.length === 0 && unknownAccounts === undefined
    ? undefined
    : { kind: 'place-looked', resource, seen: changed, ...(unknownAccounts && { unknownAccounts }) };
}

/** The place that is looked at next, and when; `looked`: when each was looked at last, or first looked after. */
export function nextLook(
  state: CaseState,
  looked: Map<string, Instant>,
  now: Instant,
): { at: Instant; resource: string } | undefined {
  if (state.status === 'new') return undefined;
  const looks = placeRows(state).map((row) => {
    const after = looked.get(row.resource) ?? now;
    looked.set(row.resource, after);
    return { at: nextLookAt(row, after), resource: row.resource };
  });
  return looks.sort((a, b) => (a.at < b.at ? -1 : 1))[0];
}
