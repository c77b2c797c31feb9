import type { Actor, PersonId } from '../domain/case/roles.js';
import type { Instant } from '../domain/time.js';

/** A key on a device of somebody's, as it is found when it signs. */
export type Passkey = {
  passkeyId: string;
  /** Id under which the device knows it, base64url. */
  credential: string;
  personId: PersonId;
  publicKey: Uint8Array<ArrayBuffer>;
  /** How often it has signed; a device that does not count says 0. */
  counter: number;
};

/** A passkey as its person sees it listed. */
export type PasskeyRow = { passkeyId: string; device: string; madeAt: Instant; usedAt?: Instant };

/** A key that a device has just made for somebody. */
export type NewPasskey = Omit<Passkey, 'passkeyId' | 'personId'> & {
  by: Actor;
  /** The session that it is added in. */
  sessionId: string;
  device: string;
  now: Instant;
};

/** Passkeys (WebAuthn), and what devices are asked to sign. Who added and removed one is an entry of the log of custody. */
export interface Passkeys {
  /** Notes what a device is asked to sign; with `personId`, to add a key of theirs. */
  challenge(of: { challenge: string; personId?: PersonId; now: Instant; expiresAt: Instant }): Promise<void>;
  /** Takes the note away, once; false where there is none for this person, or for nobody yet, that is not too old. */
  redeem(of: { challenge: string; personId?: PersonId; now: Instant }): Promise<boolean>;
  /** Keeps a key; `taken` where one of this id is known, `full` where its person has as many as one may, `signed-out` where the session has just ended. */
  add(key: NewPasskey): Promise<PasskeyRow | 'taken' | 'full' | 'signed-out'>;
  find(credential: string): Promise<Passkey | undefined>;
  /** Notes that a key has signed; false where it has been removed, or has signed with this counter before. */
  use(passkeyId: string, counter: number, now: Instant): Promise<boolean>;
  /** A person's keys, the latest first. */
  list(personId: PersonId): Promise<PasskeyRow[]>;
  /** Removes one of a person's own; false where there is none. */
  remove(passkeyId: string, by: Actor): Promise<boolean>;
}
