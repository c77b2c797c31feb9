import { type Account, ProviderError } from '../port.js';
import { accountAnswer } from './answers.js';
import { unlessRefused } from './found.js';
import { numberOf } from './names.js';
import type { Requests } from './requests.js';

/** The number of the account that the token belongs to; undefined for an installation of an App, which is nobody on a repository. */
export type Own = () => Promise<number | undefined>;

/** Asks once: a token never comes to another account. */
export function createOwn(requests: Requests): Own {
  let known: { id: number | undefined } | undefined;
  return async () => {
    if (known !== undefined) return known.id;
    if ((await requests.installation()) !== undefined) known = { id: undefined };
    if (known !== undefined) return known.id;
    const found = await unlessRefused(() => requests.find('GET /user', {}, accountAnswer));
    known = { id: found === 'refused' ? undefined : found?.id };
    return known.id;
  };
}

/** Refuses the token's own account: Drawbridge would change the role that it works with, or put itself out. */
export async function requireOther(own: Own, account: Account): Promise<void> {
  if ((await own()) !== numberOf(account)) return;
  const message = 'This is the account of Drawbridge’s own token. Its access is not changed.';
  throw new ProviderError('ProviderRefused', message);
}
