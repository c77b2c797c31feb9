import type { Account } from '../../port.js';
import { accountAnswer } from '../answers.js';
import { identifyAccount, unlessRefused } from '../found.js';
import type { Requests } from '../requests.js';

/** Whose the names and numbers are that GitHub ascribes things by; each is asked for once in a look. */
export type People = {
  /** Undefined where nobody goes by the login. */
  named(login: string): Promise<Account | undefined>;
  /** By its number where it has no name that can be seen. */
  numbered(id: number): Promise<Account>;
};

/** Most accounts that are asked for in one look. */
const MOST_ASKED = 100;

/** Asks GitHub who they are. */
export function createPeople(requests: Requests): People {
  const known = new Map<string, Account | undefined>();
  const once = async (key: string, ask: () => Promise<Account | undefined>) => {
    if (!known.has(key) && known.size < MOST_ASKED) {
      const found = await unlessRefused(ask);
      known.set(key, found === 'refused' ? undefined : found);
    }
    return known.get(key);
  };
  return {
    named: (login) => once(`@${login}`, () => identifyAccount(requests, login)),
    async numbered(id) {
      const found = await once(String(id), async () => {
        const account = await requests.find('GET /user/{account_id}', { account_id: id }, accountAnswer);
        return account?.id === id ? { id: String(id), name: account.login } : undefined;
      });
      return found ?? { id: String(id), name: String(id) };
    },
  };
}

/** An account that an answer names with its number. */
export const accountOf = ({ id, login }: { id: number; login: string }): Account => ({ id: String(id), name: login });
