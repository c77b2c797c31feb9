import { type ClientRole, SYSTEM } from '../domain/case/roles.js';
import { DAY_MS, fromMs } from '../domain/time.js';
import { openStore } from '../store/openStore.js';
import { databaseUrlOf, masterKeyOf } from './config.js';

/** A token that was just issued; `token` is not kept anywhere. */
export type FirstToken = { token: string; tokenId: string; personId: string; expiresAt: string };

/** For whom, for what, and why it is not claimed by a letter. */
export type BreakGlass = { name: string; email: string; days: number; role: ClientRole | 'operator'; reason: string };

/**
 * Issues a token straight into the database: an operator's first one, which no API can give, or any of the client's while
 * nobody can be written to. Settings come from the environment. The log of custody says that it was not claimed, and why.
 *
 * Whoever has the database's address and the master key may do everything anyway. Throws `ConfigError`.
 */
export async function issueAtDatabase(
  { name, email, days, role, reason }: BreakGlass,
  env: Record<string, string | undefined> = process.env,
): Promise<FirstToken> {
  const store = openStore(databaseUrlOf(env), {
    masterKey: masterKeyOf(env),
    applicationName: 'drawbridge token bootstrap',
  });
  try {
    const personId = await store.people.ensure({ name, email });
    const expiresAt = fromMs(Date.now() + days * DAY_MS);
    const whose = { by: SYSTEM, personId, role, expiresAt, label: 'at the database' };
    return { ...(await store.tokens.issue({ ...whose, withoutClaim: reason })), personId, expiresAt };
  } finally {
    await store.close();
  }
}
