import { SYSTEM } from '../domain/case/roles.js';
import { DAY_MS, fromMs } from '../domain/time.js';
import { openStore } from '../store/openStore.js';
import { databaseUrlOf, masterKeyOf } from './config.js';

/** A token that was just issued; `token` is not kept anywhere. */
export type FirstToken = { token: string; tokenId: string; personId: string; expiresAt: string };

/**
 * Issues an operator's token straight into the database: the first one, which no API can give. Settings come from the environment.
 *
 * Whoever has the database's address and the master key may do everything anyway. Throws `ConfigError`.
 */
export async function issueOperatorToken(
  person: { name: string; email: string; days: number },
  env: Record<string, string | undefined> = process.env,
): Promise<FirstToken> {
  const store = openStore(databaseUrlOf(env), {
    masterKey: masterKeyOf(env),
    applicationName: 'drawbridge token bootstrap',
  });
  try {
    const personId = await store.people.ensure({ name: person.name, email: person.email });
    const expiresAt = fromMs(Date.now() + person.days * DAY_MS);
    const issued = await store.tokens.issue({
      by: SYSTEM,
      personId,
      role: 'operator',
      expiresAt,
      label: 'first operator',
    });
    return { ...issued, personId, expiresAt };
  } finally {
    await store.close();
  }
}
