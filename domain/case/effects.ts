import type { AccessIntent, HeldForOthers, WayIn } from '../access/lease.js';
import type { KnownPlace } from '../access/standing.js';
import type { Calendar } from '../clocks/calendar.js';
import type { LeftThing, UnseenPart } from '../leftBehind/leftBehind.js';
import type { Said } from '../say.js';
import type { Day, Instant } from '../time.js';
import type { CarriedPerson } from './carried.js';
import type { EngagementModel, Intake } from './intake.js';
import type { Plan } from './plan.js';
import type { PersonId } from './roles.js';
import type { PendingLetter } from './state.js';

/** Something to do in the world, derived from the state alone; the id is stable per attempt. */
export type Effect =
  | { id: string; kind: 'send-mail'; letter: Pick<PendingLetter, 'letterId' | 'to' | 'letter'> }
  | {
      id: string;
      kind: 'converge-access';
      lease: string;
      person: PersonId;
      resource: string;
      permission: string;
      intent: 'open' | 'close' | 'look';
      /** How many attempts were recorded before this one. */
      attempts: number;
      /** It was there when it was last seen: where it is gone it was removed by hand, and is not opened. */
      wasThere?: true;
      /** Which of the things told of the person has the login and the number of its account. */
      account?: string;
      /** By its id, whatever it is called by now. */
      place: KnownPlace;
      /** The case's time at which this was decided. */
      decidedAt: Instant;
      /** Opening is refused from this instant on. */
      notAfter?: Instant;
    }
  /** Looks at a place at once, beside the looks that are made there by themselves. */
  | { id: string; kind: 'look-at-place'; resource: string; place: KnownPlace }
  /** Asks a provider for the place of that name. */
  | { id: string; kind: 'identify-place'; resource: string }
  /** Asks each provider for the account there that was told of a person. */
  | { id: string; kind: 'identify-account'; person: PersonId; details: string }
  /** Lists what stays on a place of somebody whose access there has ended. */
  | {
      id: string;
      kind: 'list-left-behind';
      lease: string;
      person: PersonId;
      resource: string;
      /** Which of the things told of the person has the number of its account. */
      account?: string;
      place: KnownPlace;
      /** What was there before is nobody's to explain; left out where that is not known. */
      since?: Instant;
    }
  | { id: string; kind: 'load-calendars'; client: CalendarRequest; vendor: CalendarRequest }
  | {
      id: string;
      kind: 'recompile-plan';
      model: EngagementModel;
      intake?: Intake;
      /** SHA-256 of the policy's text; left out: the present policy of the case. */
      policy?: string;
    };

/** `daysOff`: days of the party's own on which it does not work, beside the holidays of its region. */
export type CalendarRequest = { timeZone: string; holidays: string; from: Day; days: number; daysOff?: Day[] };

/** What a look at a place found that concerns the case and is not as the case knew it. */
export type PlaceLooked = {
  kind: 'place-looked';
  resource: string;
  /** Accesses that are not as they were seen last. */
  seen: LookedAt[];
  /** Accounts there that the case does not expect, where they are others than before or it had asked. */
  unknownAccounts?: PersonId[];
  /** What each of them holds, in the provider's word. */
  permissions?: Record<PersonId, string>;
  /** Names that changed, and accounts that were not known before. */
  people?: CarriedPerson[];
};

/** What a look saw of one access; it says nothing of one that was attempted or wanted otherwise since. */
export type LookedAt = Omit<
  Extract<EffectOutcome, { kind: 'access-seen' }>,
  'kind' | 'intent' | 'attempts' | 'acted' | 'people'
> & {
  since: { attempts: number; wantSince: Instant };
  /** When the place was looked at before, and it was still as the record has it. */
  asBefore?: Instant;
};

/** What became of an effect: always a fact, never an exception. */
export type EffectOutcome =
  | { kind: 'mail-accepted'; letterId: string; messageId: string; textHash: string; resent: boolean }
  | { kind: 'mail-failed'; letterId: string; code: string; message: string; retryable: boolean }
  | {
      kind: 'access-seen';
      lease: string;
      intent: AccessIntent;
      /** Of an attempt: how many were recorded before it. One that comes after a later attempt says nothing any more. */
      attempts?: number;
      seen: 'present' | 'invited' | 'absent' | 'others';
      permission?: string;
      /** What other cases grant of it, beyond this one. */
      others?: HeldForOthers;
      /** The end at which the provider closes by itself, null where it never does; left out where it has none. */
      until?: Instant | null;
      acted: boolean;
      providerRequests: number;
      /** After a closing: the ways that let in all the same. */
      ways?: WayIn[];
      /** Invitations that lapsed without being accepted are there. */
      lapsedInvitation?: true;
      /** What is no more, so that nobody comes in by it: what was seen is `absent`. */
      gone?: 'account' | 'place';
      /** The place, where it goes by another name now. */
      place?: KnownPlace;
      /** What is told of the person from now on, where the account goes by another name now. */
      details?: string;
      people?: CarriedPerson[];
    }
  | {
      kind: 'access-failed';
      lease: string;
      intent: AccessIntent;
      attempts?: number;
      code: string;
      message: string;
      retryAfterMs?: number;
    }
  | PlaceLooked
  /** `asked`: by the case, which asks again. */
  | { kind: 'survey-failed'; resource: string; code: string; message: string; asked?: true }
  | { kind: 'place-identified'; resource: string; place: KnownPlace }
  | { kind: 'place-unknown'; resource: string }
  /** `details`: what is told of the person from now on, with the numbers; the same as before where no account was told. */
  | {
      kind: 'account-identified';
      person: PersonId;
      of: string;
      details: string;
      /** At which the person has an account. */
      providers: string[];
      people?: CarriedPerson[];
    }
  /** `providers`: those that have no such account. */
  | { kind: 'account-unknown'; person: PersonId; of: string; providers: string[] }
  | {
      kind: 'identify-failed';
      resource?: string;
      person?: PersonId;
      code: string;
      message: string;
      retryAfterMs?: number;
    }
  | { kind: 'left-behind-listed'; lease: string; found: LeftThing[]; unseen: UnseenPart[] }
  | { kind: 'left-behind-failed'; lease: string; code: string; message: string; retryAfterMs?: number }
  | { kind: 'calendars-loaded'; client: Calendar; vendor: Calendar }
  | { kind: 'calendars-failed'; said: Said }
  | { kind: 'plan-compiled'; plan: Plan }
  | { kind: 'plan-failed'; said: Said };
