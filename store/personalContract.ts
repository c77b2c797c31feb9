import type { PersonId, Role } from '../domain/case/roles.js';
import type { Instant } from '../domain/time.js';
import type { Session, SessionGrant } from './signInContract.js';

/** What a personal token may do: read, or act as well. */
export type TokenScope = 'read' | 'act';

/** What a personal token stands for: a person, with the roles that they had when they made it and still have. */
export type PersonalToken = { tokenId: string; personId: PersonId; scope: TokenScope } & Pick<
  Session,
  'side' | 'grants'
>;

/** A personal token as its person sees it listed. */
export type PersonalTokenRow = {
  tokenId: string;
  name: string;
  scope: TokenScope;
  grants: SessionGrant[];
  madeAt: Instant;
  expiresAt: Instant;
  /** Kept to the minute. */
  usedAt?: Instant;
};

/** A token that somebody makes for themselves, with what the session that they make it in holds at that moment. */
export type NewPersonalToken = {
  sessionId: string;
  name: string;
  scope: TokenScope;
  now: Instant;
  expiresAt: Instant;
};

/** Why no token was made: the person has as many as one may, or the session has just ended. */
export type NotMade = 'full' | 'signed-out';
type MadeToken = { token: string; tokenId: string; grants: SessionGrant[] };

/** Tokens that people make for themselves. Who made and ended one is an entry of the log of custody. */
export interface PersonalTokens {
  /** `token` is shown once; only its SHA-256 is kept. */
  make(token: NewPersonalToken): Promise<MadeToken | NotMade>;
  /** A person's tokens that still work, the latest first. */
  list(personId: PersonId, now: Instant): Promise<PersonalTokenRow[]>;
  /** Ends one of a person's own; false where there is none that works. */
  end(tokenId: string, personId: PersonId): Promise<boolean>;
  /** Takes from a person's tokens, sessions and calendar what is none of these roles: they have no others on the client's side any more. */
  narrow(personId: PersonId, roles: readonly Role[]): Promise<void>;
}

/** A command line that asks to be let in, as it is shown to whoever is asked. */
export type DeviceAsking = {
  device: string;
  /** Address of the network that it asked from. */
  address: string;
  scope: TokenScope;
  askedAt: Instant;
  expiresAt: Instant;
};

/** What a command line is told that asks whether it was let in; every code that is none is `expired`. */
export type DeviceAnswer =
  | { status: 'pending' | 'slow-down'; pauseSeconds: number }
  | { status: 'refused' | 'expired' }
  | { status: 'allowed'; token: string; tokenId: string; personId: PersonId; scope: TokenScope; expiresAt: Instant };

/** Signing in by a second device (RFC 8628). */
export interface DeviceSignIns {
  /** `deviceCode` is for whoever asks, `userCode` for a person to type. */
  ask(asking: DeviceAsking & { pauseSeconds: number }): Promise<{ deviceCode: string; userCode: string }>;
  /** What waits under a code that somebody types, in whatever case and spacing. */
  find(userCode: string, now: Instant): Promise<DeviceAsking | undefined>;
  /** Lets it in, once: the token is made, and nobody's until the command line fetches it. */
  allow(userCode: string, token: Omit<NewPersonalToken, 'name' | 'scope'>): Promise<'allowed' | 'unknown' | NotMade>;
  /** Turns it away; false where nothing waits under the code. */
  refuse(userCode: string, now: Instant): Promise<boolean>;
  /** Answers the command line; the token once. */
  poll(deviceCode: string, now: Instant): Promise<DeviceAnswer>;
}
