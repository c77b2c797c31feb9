import type { Database } from './connect.js';
import { WrongMasterKey } from './errors.js';
import type { Keyring } from './secrets.js';

/**
 * Answers once the master key is known to be the one that this database was filled with; throws `WrongMasterKey` else.
 *
 * With another key nobody would be found by address, and everybody would be created a second time.
 */
export function masterKeyCheck(db: Database, keys: Keyring): () => Promise<void> {
  let passed = false;
  const mac = keys.mac('check', 'master key');
  return async () => {
    if (passed) return;
    await db
      .insertInto('master_key_check')
      .values({ mac })
      .onConflict((c) => c.doNothing())
      .execute();
    const kept = await db.selectFrom('master_key_check').select('mac').executeTakeFirstOrThrow();
    if (!kept.mac.equals(mac))
      throw new WrongMasterKey('The master key is not the one that this database was filled with.');
    passed = true;
  };
}
