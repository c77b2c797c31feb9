import type { PersonId } from '../case/roles.js';
import { contentHash } from '../hash.js';
import type { Instant } from '../time.js';

/** One way in which an account comes in at a provider; `through` names the team, group or role. */
export type WayIn = { by: 'direct' | 'invitation' | 'team' | 'organisation' | 'other'; through?: string };

/** What is left of an account's access for other cases: which, and the most that any of them grants. */
export type HeldForOthers = { cases: string[]; permission: string };

/** One person's access to one resource. */
export type Lease = {
  /** `<person>/<provider>:<id>`. */
  id: string;
  person: PersonId;
  resource: string;
  permission: string;
  /** What was told of the person when it was granted: its login is the one that has it. */
  account?: string;
  /** What the record wants at the provider. */
  want: 'present' | 'absent';
  /** Since when it is wanted so: the record's time of the grant or of the end. */
  wantSince: Instant;
  /** When it was granted first: nobody came in by it before. Absent where it was never granted. */
  firstGrantedAt?: Instant;
  /** Fingerprint of the references that it rests on; the references themselves stand in the ledger with its grant. */
  basis: string;
  /** Ends of the waivers among them. */
  waiversEnd?: Instant[];
  /** First instant at which it must not be opened any more: the earliest lapse of what it rests on. */
  notAfter?: Instant;
  /** Why it ended, by the name of the cause. */
  cause?: LeaseCause;
  /** What was last read back at the provider; `others`: what is there is granted by other cases, and nothing of this one's is left. */
  seen: 'unknown' | 'present' | 'invited' | 'absent' | 'others';
  seenAt?: Instant;
  /** Set where it was last seen present when the record came to want it otherwise, until an attempt of that kind has been made: what is gone then was removed by hand. */
  wasThere?: true;
  /** The permission that it was then seen with, in the provider's word. */
  held?: string;
  /** What other cases grant beyond this one, as it was last seen. */
  others?: HeldForOthers;
  /** The end at which the provider closes by itself, as it was last seen: a second lock. Null where it never does, absent where it has none. */
  until?: Instant | null;
  /** The ways that let in all the same when a closing was last read back. */
  keptBy?: WayIn[];
  /** Since when an invitation waits to be accepted. */
  invitedSince?: Instant;
  /** Invitations in a row that came to nothing, since it is wanted so. */
  invitationsEnded?: number;
  /** First time that absence was read back after the end. */
  absentAt?: Instant;
  /** Hours after `absentAt` at which absence was proven again, out of 1, 24, 168. */
  proofs: number[];
  /** Attempts ever made; tells their effects apart and nothing else. */
  attempts: number;
  /** Attempts in a row that failed, or asked for the granted permission in vain; the next one waits for them. None: absent. */
  failures?: number;
  /** What the last attempt was for, since the record wants what it wants now; none yet: absent. */
  lastIntent?: AccessIntent;
  nextAttemptAt?: Instant;
  lastError?: string;
  /** What the provider gave as its reason, where it refuses. */
  lastReason?: string;
  /** For manual access: what its administrator attested and nobody has verified yet. */
  attested?: { is: 'opened' | 'closed'; by: PersonId };
  everOpened: boolean;
  /** Set when nobody confirmed it in time (AR-1). */
  unconfirmed?: true;
};

/** What an attempt at the provider is for. */
export type AccessIntent = 'open' | 'close' | 'look';

/** True of an attempt that says nothing about the closing that is owed: it was for something else, and may have begun before the end. */
export const isOvertaken = (lease: Lease, intent: AccessIntent): boolean =>
  lease.want === 'absent' && lease.absentAt === undefined && intent !== 'close';

/** True where access that is granted is there with another permission than the granted one. */
export const holdsOther = ({ want, held, permission }: Lease): boolean =>
  want === 'present' && held !== undefined && held !== permission;

/** True where the provider would close what is granted at another time than its papers do. */
export const endsElsewhere = ({ want, until, notAfter }: Lease): boolean =>
  want === 'present' && until !== undefined && notAfter !== undefined && until !== notAfter;

/** True where access that has ended is kept open by ways that no closing takes away, as by a team: only a person at the provider can. */
export const isKeptOpen = ({ want, absentAt, keptBy = [] }: Lease): boolean =>
  want === 'absent' &&
  absentAt === undefined &&
  keptBy.length > 0 &&
  keptBy.every(({ by }) => by !== 'direct' && by !== 'invitation');

/** Why a lease ended. */
export const LEASE_CAUSES = [
  'paper-lapsed',
  'control-lapsed',
  'waiver-ended',
  'approval-voided',
  'red-flag',
  'person-left',
  'person-not-accepted',
  'account-changed',
  'account-gone',
  'account-missing',
  'place-gone',
  'suspended',
  'stopped',
  'time-box-ended',
  'need-ended',
  'case-paused',
  'outside-region',
  'not-recertified',
  'never-granted',
  'removed-outside',
  'case-closed',
] as const;
export type LeaseCause = (typeof LEASE_CAUSES)[number];

/** Fingerprint of what a grant rests on: the first twelve digits of the SHA-256 over its sorted references, which stand in the ledger. */
export const basisOf = (restsOn: string[]): string => contentHash(restsOn).slice(0, 12);
