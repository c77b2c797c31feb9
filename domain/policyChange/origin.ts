/**
 * Whose a policy was when a case came under it: recorded with the case, so that it is proven by its ledger alone.
 *
 * `own`: the policy of the installation itself. `listed`: on the operator's list; the entry of the log of custody that put it there, by number
 * and hash. `foreign`: neither of the two.
 */
export type PolicyOrigin = { kind: 'own' } | { kind: 'listed'; entry: number; entryHash: string } | { kind: 'foreign' };

/** What a case may be opened under; any other policy is approved in a case that is open. */
export type OwnOrigin = Exclude<PolicyOrigin, { kind: 'foreign' }>;
