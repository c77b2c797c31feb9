import type { Effect } from '../case/effects.js';
import type { CaseState } from '../case/state.js';
import { own } from '../record.js';
import type { Instant } from '../time.js';
import { accountStanding } from './identify.js';
import { isManual, refOf } from './resources.js';

/** A name that a provider is to be asked for, and since when. */
type Asked = { at: Instant; effect: Effect };

/** Names of places and accounts that no provider has found yet: they are asked for once they are given, and again while they are not found. */
export function identifications(state: CaseState): Asked[] {
  if (state.status !== 'open') return [];
  const places = state.intake.resources.map(refOf).flatMap((resource): Asked[] => {
    const standing = own(state.places, resource);
    if (isManual(resource) || standing?.is === 'known' || standing?.is === 'gone') return [];
    const { attempts = 0, nextAttemptAt: at = state.openedAt } = standing ?? {};
    return [{ at, effect: { id: `identify:${resource}:${attempts}`, kind: 'identify-place', resource } }];
  });
  const accounts = Object.values(state.people).flatMap((person): Asked[] => {
    const { id, details, status } = person;
    const standing = accountStanding(person);
    if (details === undefined || (status !== 'proposed' && status !== 'accepted')) return [];
    if (standing?.is === 'known' || standing?.is === 'gone') return [];
    const { attempts = 0, nextAttemptAt: at = state.openedAt } = standing ?? {};
    const effect = {
      id: `identify:${id}:${details}:${attempts}`,
      kind: 'identify-account' as const,
      person: id,
      details,
    };
    return [{ at, effect }];
  });
  return [...places, ...accounts];
}
