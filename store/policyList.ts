import { policyListOf } from '../domain/audit/policyList.js';
import type { Database } from './connect.js';
import type { Custody } from './custodyContract.js';
import { addEntry, alone, entriesOnPolicies, recordedAs } from './custodyLog.js';
import { StoreError } from './errors.js';

/** The operator's list of policies: what the log of custody says of them. */
export const policyList = (db: Database): Pick<Custody, 'listPolicy' | 'delistPolicy' | 'policies'> => ({
  listPolicy: (act, { policy, reason }) =>
    alone(db, async (tx) => {
      const known = await recordedAs(
        tx,
        act,
        (f) => f.type === 'PolicyListed' && f.policy.hash === policy.hash && f.reason === reason,
      );
      if (known !== undefined) return known;
      const [before] = policyListOf(await entriesOnPolicies(tx, policy.hash));
      if (before !== undefined && before.delisted === undefined)
        throw new StoreError('DuplicateId', 'This policy is on the list already.');
      return addEntry(tx, act, { type: 'PolicyListed', policy, reason });
    }),

  delistPolicy: (act, { hash, reason }) =>
    alone(db, async (tx) => {
      const known = await recordedAs(
        tx,
        act,
        (f) => f.type === 'PolicyDelisted' && f.policy.hash === hash && f.reason === reason,
      );
      if (known !== undefined) return known;
      const [before] = policyListOf(await entriesOnPolicies(tx, hash));
      if (before === undefined || before.delisted !== undefined)
        throw new StoreError('UnknownPolicy', 'No policy on the list has this hash.');
      return addEntry(tx, act, { type: 'PolicyDelisted', policy: before.policy, reason });
    }),

  policies: async (hash) => policyListOf(await entriesOnPolicies(db, hash)),
});
