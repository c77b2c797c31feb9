/** Who and where: an account at the provider and the resource it would reach. */
export type AccessTarget = {
  /** The resource as the provider names it, for GitHub `owner/name`. */
  resource: string;
  /** The account as the provider names it, for GitHub the login. */
  account: string;
};

/** What a separate reading request saw at the provider. */
export type Observed = {
  state: 'present' | 'invited' | 'absent';
  /** The provider's own word for the permission held, for GitHub `pull`, `push`, `admin`; only when not absent. */
  permission?: string;
};

/** An account found on a resource by listing it. */
export type FoundAccount = {
  account: string;
  permission: string;
  state: 'present' | 'invited';
  /** It is the provider's own: the one that Drawbridge's token belongs to. */
  own?: true;
};

/** Sends what gives access while it is allowed, and until it is answered; throws, and sends nothing, when it is not allowed any more. */
export type WhileAllowed = <T>(send: () => Promise<T>) => Promise<T>;

/**
 * One system where access is held. Every method is safe to repeat.
 *
 * Throws {@link ProviderError} and nothing else.
 */
export interface AccessProvider {
  readonly kind: 'github';
  /** Reads what the target holds now; never answers from memory. */
  observe(target: AccessTarget): Promise<Observed>;
  /**
   * Asks the provider to give the permission; what came of it is learnt by {@link observe}.
   *
   * Each request that gives something is sent within `whileAllowed`, once nothing but the sending is left to do.
   */
  open(target: AccessTarget, permission: string, whileAllowed: WhileAllowed): Promise<void>;
  /** Asks the provider to take every access away, open invitations included; what came of it is learnt by {@link observe}. */
  close(target: AccessTarget): Promise<void>;
  /** Lists every account on a resource, open invitations included. */
  list(resource: string): Promise<FoundAccount[]>;
}

/** Why a provider did not answer as asked; `code` is one of the stable error codes. */
export class ProviderError extends Error {
  constructor(
    readonly code:
      | 'ProviderUnavailable'
      | 'ProviderRateLimited'
      | 'ProviderRefused'
      | 'ProviderAnswerUnreadable'
      | 'OpeningTooLate',
    message: string,
    /** Milliseconds after which a repeat may succeed, when the provider said so. */
    readonly retryAfterMs?: number,
  ) {
    super(message);
    this.name = 'ProviderError';
  }
}
