import type { PersonId, Role } from '../case/roles.js';
import type { Said } from '../say.js';
import type { Instant } from '../time.js';

/** What a control says of its evidence at an instant. */
export type Assessment =
  /** Established; `until` is the first instant at which that may no longer be so, `restsOn` what it rests on, for the trail. */
  | { status: 'met'; restsOn: string[]; until?: Instant }
  /**
   * Something is still missing; `turn` is the role that has to act. A re-look is due at `until`. `disagrees`: another answer says otherwise, which
   * is no lapse. `metBut`: it is missing for these people alone.
   */
  | { status: 'open'; missing: Said[]; turn: Role; until?: Instant; disagrees?: true; metBut?: MetBut }
  /** Supplied and not good enough. */
  | { status: 'refused'; reasons: Said[]; turn: Role };

/** What a control that lacks something for some people says of everybody else. */
export type MetBut = { people: PersonId[]; restsOn: string[]; until?: Instant };
