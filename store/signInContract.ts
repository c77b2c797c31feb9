import type { SignedOutBy } from '../domain/audit/custody.js';
import type { Actor, PersonId, Role } from '../domain/case/roles.js';
import type { Instant } from '../domain/time.js';

/** A role that a session holds; with `caseId` in that case alone. */
export type SessionGrant = { role: Role; caseId?: string };

/** Who somebody is at an OpenID provider. */
export type Identity = { issuer: string; subject: string };

/** A session that is open. */
export type Session = {
  sessionId: string;
  personId: PersonId;
  side: 'client' | 'vendor';
  grants: SessionGrant[];
  /** When the person last proved who they are. */
  signedInAt: Instant;
  seenAt: Instant;
  endsAt: Instant;
};

/** A session as its person sees it listed. */
export type SessionRow = Omit<Session, 'grants' | 'side' | 'personId'> & { device: string; startedAt: Instant };

/** A sign-in that went well. */
export type NewSession = Pick<Session, 'personId' | 'side' | 'grants' | 'signedInAt' | 'endsAt'> & {
  now: Instant;
  device: string;
  /** At a provider; left out: by a code. `providerSession`: the provider's own id of it, where it gave one. */
  identity?: Identity & { providerSession?: string };
  /** How, where it was not at a provider; default by a code. */
  how?: 'code' | 'passkey';
  /** Secret of the session that the browser had until now: it ends. */
  replaces?: string;
};

/** When a session counts as open: now, and how long it may idle, milliseconds. */
export type Openness = { now: Instant; idleMs: number };

/** Sessions of browsers. Who signed in and out is an entry of the log of custody. */
export interface Sessions {
  /** Starts one; `secret` is shown once, only its SHA-256 is kept. */
  start(session: NewSession): Promise<{ secret: string; sessionId: string }>;
  /** The open session of this secret, which counts as seen. */
  verify(secret: string, open: Openness): Promise<Session | undefined>;
  /** {@link verify}, without being seen: for what a browser does by itself. */
  peek(secret: string, open: Openness): Promise<Session | undefined>;
  /** A person's open sessions, the latest seen first. */
  list(personId: PersonId, open: Openness): Promise<SessionRow[]>;
  /** Ends one of a person's sessions; false where there is none that is open. */
  end(sessionId: string, personId: PersonId, how: SignedOutBy): Promise<boolean>;
  /** Ends every session of a person and frees their accounts at providers: the next one is asked by address who it is. */
  endAll(personId: PersonId, by: Actor): Promise<SignedOutEverywhere>;
  /** Ends the sessions of an account at a provider, or of one of the provider's own sessions; answers how many. */
  endAtProvider(of: { issuer: string; subject?: string; providerSession?: string }): Promise<number>;
}

/** What ended with signing somebody out everywhere. */
export type SignedOutEverywhere = { sessions: number; accounts: number };

/** Why an account of a provider is nobody's here: the person has another account there. */
export type LinkRefusal = 'taken';

/** What leads to a session. */
export interface SignIns {
  /** Notes that a browser with this secret was sent to the provider. */
  begin(start: { secret: string; returnTo: string; again: boolean; now: Instant; expiresAt: Instant }): Promise<void>;
  /** Takes the note away, once; undefined where there is none or it is too old. */
  take(secret: string, now: Instant): Promise<{ returnTo: string; again: boolean } | undefined>;
  /** The person of an account at a provider. */
  personOf(identity: Identity): Promise<PersonId | undefined>;
  /** Makes an account this person's; `taken` where they have another one at the provider, or it is somebody else's. */
  link(identity: Identity, personId: PersonId, now: Instant): Promise<'linked' | LinkRefusal>;
  /** Makes a code for a person, which counts in the browser with this secret; it ends an earlier one. */
  offerCode(code: { personId: PersonId; browser: string; now: Instant; expiresAt: Instant }): Promise<string>;
  /** Takes a code, once; undefined alike for a code that is wrong, used, late or of another browser. */
  redeemCode(code: { browser: string; code: string; now: Instant }): Promise<PersonId | undefined>;
}

/** A feed as its person sees it: since when, until when, and when a calendar read it last, to the hour. */
export type CalendarFeed = { madeAt: Instant; endsAt: Instant; readAt?: Instant };

/** Addresses under which calendars read people's deadlines: at most one a person. */
export interface CalendarFeeds {
  /** Makes a person's feed, and ends the one before; `secret` is shown once, only its SHA-256 is kept. */
  make(feed: { personId: PersonId; role: Role; now: Instant; endsAt: Instant }): Promise<{ secret: string }>;
  of(personId: PersonId, now: Instant): Promise<CalendarFeed | undefined>;
  /** Whose deadlines are read with this secret; undefined alike for one that is unknown, ended or too old. */
  read(secret: string, now: Instant): Promise<{ personId: PersonId; role: Role } | undefined>;
  /** False where there was none. */
  end(personId: PersonId): Promise<boolean>;
}
