import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import type { PersonId } from '../domain/case/roles.js';
import { SYSTEM } from '../domain/case/roles.js';
import type { Instant } from '../domain/time.js';
import type { Database } from './connect.js';
import { addEntry, lockLog } from './custodyLog.js';
import { identityMac } from './identities.js';
import { type Keyring, newId } from './secrets.js';
import type { Identity, SignIns } from './signInContract.js';
import { databaseTime } from './times.js';

/** Digits of a code: with few tries and ten minutes, enough; and short enough to be typed from a letter. */
const DIGITS = 8;
/** Wrong tries after which a code is none any more. */
const WRONG_MAX = 5;

const digestOf = (...parts: string[]): Buffer => createHash('sha256').update(parts.join('\n')).digest();

/** What leads to a session: the way to the provider and back, accounts there, and codes by mail. */
export const signIns = (db: Database, keys: Keyring): SignIns => ({
  async begin({ secret, returnTo, again, now, expiresAt }) {
    // Whoever never came back leaves a row.
    await db.deleteFrom('sign_in_starts').where('expires_at', '<', new Date(now)).execute();
    await db
      .insertInto('sign_in_starts')
      .values({ digest: digestOf(secret), return_to: returnTo, again, expires_at: new Date(expiresAt) })
      .execute();
  },

  async take(secret, now) {
    const row = await db
      .deleteFrom('sign_in_starts')
      .where('digest', '=', digestOf(secret))
      .returning(['return_to', 'again', 'expires_at'])
      .executeTakeFirst();
    if (row === undefined || row.expires_at.getTime() <= Date.parse(now)) return undefined;
    return { returnTo: row.return_to, again: row.again };
  },

  async personOf(identity) {
    const row = await db
      .selectFrom('identities')
      .select('person_id')
      .where('identity', '=', identityMac(keys, identity))
      .executeTakeFirst();
    return row?.person_id;
  },

  link: (identity, personId, now) => link(db, keys, { identity, personId, now }),

  async offerCode({ personId, browser, now, expiresAt }) {
    const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
    const row = {
      ...{ browser: digestOf(browser), digest: digestOf(browser, code), wrong: 0 },
      expires_at: new Date(expiresAt),
    };
    await db.deleteFrom('sign_in_codes').where('expires_at', '<', new Date(now)).execute();
    await db
      .insertInto('sign_in_codes')
      .values({ person_id: personId, ...row })
      .onConflict((c) => c.column('person_id').doUpdateSet(row))
      .execute();
    return code;
  },

  redeemCode: ({ browser, code, now }) =>
    db.transaction().execute(async (tx) => {
      // Held until the end: of many who redeem at once, the second finds no row any more.
      const row = await tx
        .selectFrom('sign_in_codes')
        .selectAll()
        .where('browser', '=', digestOf(browser))
        .forUpdate()
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const isIt = timingSafeEqual(row.digest, digestOf(browser, code)) && row.expires_at.getTime() > Date.parse(now);
      const its = row.person_id;
      if (isIt || row.wrong + 1 >= WRONG_MAX)
        await tx.deleteFrom('sign_in_codes').where('person_id', '=', its).execute();
      else
        await tx
          .updateTable('sign_in_codes')
          .set({ wrong: row.wrong + 1 })
          .where('person_id', '=', its)
          .execute();
      return isIt ? its : undefined;
    }),
});

type Link = { identity: Identity; personId: PersonId; now: Instant };

const link = (db: Database, keys: Keyring, { identity, personId, now }: Link) =>
  db.transaction().execute(async (tx): Promise<'linked' | 'taken'> => {
    const mac = identityMac(keys, identity);
    const { issuer } = identity;
    const made = await tx
      .insertInto('identities')
      .values({ identity: mac, issuer, person_id: personId, linked_at: new Date(now) })
      .onConflict((c) => c.doNothing())
      .returning('person_id')
      .executeTakeFirst();
    if (made === undefined) {
      const held = await tx.selectFrom('identities').select('person_id').where('identity', '=', mac).executeTakeFirst();
      return held?.person_id === personId ? 'linked' : 'taken';
    }
    await lockLog(tx);
    const act = { actor: SYSTEM, at: await databaseTime(tx), commandId: newId('link') };
    await addEntry(tx, act, { type: 'IdentityLinked', person: personId, issuer });
    return 'linked';
  });
