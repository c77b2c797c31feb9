import type { z } from 'zod';
import type { outsideAccount, outsideChange } from '../../contract/parts.js';
import { isFoundThere } from '../../domain/access/accounts.js';
import type { CaseState } from '../../domain/case/state.js';

/** Accounts on repositories that are not there by a grant: whose they are, or that it is asked. For the client alone. */
export const accountViews = (state: CaseState): z.infer<typeof outsideAccount>[] =>
  Object.values(state.accounts ?? {}).map((account) => ({ ...account, foundThere: isFoundThere(state, account) }));

/** What was changed by hand at the provider, until somebody decides that it is put right. For the client alone. */
export const outsideChangeViews = ({ outsideChanges = {} }: CaseState): z.infer<typeof outsideChange>[] =>
  Object.entries(outsideChanges).map(([lease, change]) => ({ lease, ...change }));
