import type { Role } from '../../domain/case/roles.js';

/** The OpenID provider of the client's people. */
export type ProviderConfig = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** The claim of the ID token that says what somebody is; dots lead into objects. Default `roles`. */
  rolesClaim?: string;
  /** What each of its values stands for. */
  roles: Record<string, readonly Role[]>;
};

/** How people sign in with a browser. */
export type SignInConfig = {
  /** Left out: the client's people cannot. */
  provider?: ProviderConfig;
  /** Time without a request after which a session ends, milliseconds; default 30 minutes. */
  idleMs?: number;
  /** Time after which it ends in any case, milliseconds; default 10 hours. */
  lengthMs?: number;
  /** Age of a sign-in above which deciding and signing want a new one, milliseconds; default 60 minutes. */
  againMs?: number;
  /** How long a personal token may work, days; default 90. */
  tokenDays?: number;
};

const MINUTE_MS = 60_000;

/** The times of sessions and personal tokens, with what holds where nothing is said. */
export const sessionTimes = ({ idleMs, lengthMs, againMs, tokenDays }: SignInConfig = {}) => ({
  idleMs: idleMs ?? 30 * MINUTE_MS,
  lengthMs: lengthMs ?? 600 * MINUTE_MS,
  againMs: againMs ?? 60 * MINUTE_MS,
  tokenDays: tokenDays ?? 90,
});
