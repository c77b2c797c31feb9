import type { StopReach } from '../../domain/access/stop.js';
import { placeText } from '../words/places.js';
import type { Narrators } from './fact.js';
import { personText } from './names.js';

/** Whose access a stop closes in a case, in words. */
export function reachText(reach: StopReach): string {
  switch (reach.scope) {
    case 'person':
      return `all access of ${personText(reach.person)}`;
    case 'case':
      return 'all access of the vendor';
    case 'resource':
      return `all access to ${placeText(reach.resource)}`;
    default: {
      const never: never = reach;
      return never;
    }
  }
}

/** Facts of stops that were made for many cases at once. */
export const STOP_FACTS: Narrators<'AccessStopped' | 'StopLifted'> = {
  AccessStopped: (fact) => ({
    kind: 'access',
    mark: 'bad',
    text: `Stopped: ${reachText(fact)}`,
    why: fact.reason,
    about: { people: fact.scope === 'person' ? [fact.person] : [] },
  }),
  StopLifted: (fact) => ({
    kind: 'access',
    mark: 'good',
    text: `Stop lifted: ${reachText(fact)}`,
    why: fact.reason,
    about: { people: fact.scope === 'person' ? [fact.person] : [] },
  }),
};
