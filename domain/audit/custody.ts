import type { Plan } from '../case/plan.js';
import type { Actor, PersonId, Role } from '../case/roles.js';
import type { Instant } from '../time.js';

/**
 * Facts about cases, people and policies that outlive the cases' own ledgers, kept in one log of the installation.
 * A closed case takes no commands any more, and nobody but its own run ever adds to its chain.
 */
export type CustodyFact =
  | { type: 'LegalHoldPlaced'; caseId: string; reason: string }
  | { type: 'LegalHoldReleased'; caseId: string; hold: string; reason: string }
  /**
   * Who may act as whom: `caseId` where the token reaches one case alone; `claimUntil` where it is nobody's until its
   * person has claimed it; `withoutClaim` says why it was shown to somebody else instead.
   */
  | {
      type: 'TokenIssued';
      token: string;
      person: PersonId;
      role: Role;
      caseId?: string;
      expiresAt: Instant;
      claimUntil?: Instant;
      withoutClaim?: string;
    }
  /** What became of the letter that brings a person the code; `code` where the mail server did not take it. */
  | { type: 'TokenLetterSent'; token: string; person: PersonId; accepted: boolean; code?: string }
  | { type: 'TokenClaimed'; token: string; person: PersonId }
  /** A person made a token for themselves; with `how` a device, for a command line that has to fetch it. */
  | {
      type: 'PersonalTokenMade';
      token: string;
      person: PersonId;
      scope: 'read' | 'act';
      roles: Role[];
      caseIds?: string[];
      expiresAt: Instant;
      how: 'browser' | 'device';
    }
  | { type: 'TokenRevoked'; token: string; person: PersonId }
  /** A key on a device of somebody of a vendor, with which they sign in from now on. */
  | { type: 'PasskeyAdded' | 'PasskeyRemoved'; passkey: string; person: PersonId }
  /** An account at an OpenID provider is this person's from now on. */
  | { type: 'IdentityLinked'; person: PersonId; issuer: string }
  /** Somebody signed in with a browser: with these roles, or in these cases alone. */
  | {
      type: 'SignedIn';
      session: string;
      person: PersonId;
      roles: Role[];
      caseIds?: string[];
      how: 'provider' | 'code' | 'passkey';
    }
  /** A session was ended before its time; one that idles out or ends with a person's part leaves no entry. */
  | { type: 'SignedOut'; session: string; person: PersonId; how: SignedOutBy }
  /** An operator signed somebody out everywhere; their account at the provider is asked who it is again. */
  | { type: 'PersonSignedOut'; person: PersonId; sessions: number; accounts: number }
  /** Cases may be opened under this policy, until it is taken off the list. */
  | { type: 'PolicyListed'; policy: Plan['policy']; reason: string }
  | { type: 'PolicyDelisted'; policy: Plan['policy']; reason: string }
  | {
      type: 'PersonErased';
      person: PersonId;
      reason: string;
      /** False when the key was gone before and only texts were deleted that no case has to keep any more. */
      keyDestroyed: boolean;
      entriesKept: number;
      /** Hashes of the texts about the person that were deleted, and of those that stay. */
      textsDeleted: string[];
      textsKept: string[];
    };

/** What ended a session: its person, its person from another one, or the OpenID provider. */
export type SignedOutBy = 'themselves' | 'another-session' | 'provider';

/** An entry of the log as it is read. */
export type CustodyEntry = { seq: number; at: Instant; actor: Actor; commandId: string; fact: CustodyFact };

/** A legal hold that is not released; its id is `hold-` and the number of the entry that placed it. */
export type Hold = { hold: string; caseId: string; reason: string; placedAt: Instant; placedBy: PersonId };

/** The holds that stand after these entries, oldest first. */
export function openHolds(entries: readonly CustodyEntry[]): Hold[] {
  const holds = new Map<string, Hold>();
  for (const { seq, at, actor, fact } of entries) {
    if (fact.type === 'LegalHoldReleased') holds.delete(fact.hold);
    if (fact.type !== 'LegalHoldPlaced') continue;
    const hold = `hold-${seq}`;
    holds.set(hold, { hold, caseId: fact.caseId, reason: fact.reason, placedAt: at, placedBy: actor.personId });
  }
  return [...holds.values()];
}
