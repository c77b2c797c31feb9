import { createHash } from 'node:crypto';
import type { Actor, PersonId } from '../domain/case/roles.js';
import type { Database, Tx } from './connect.js';
import { addEntry, lockLog } from './custodyLog.js';
import { heldSession } from './heldSession.js';
import type { NewPasskey, PasskeyRow, Passkeys } from './passkeyContract.js';
import { newId } from './secrets.js';
import { databaseTime } from './times.js';

/** How many somebody may have. */
const PASSKEYS_MAX = 10;

const digestOf = (challenge: string): Buffer => createHash('sha256').update(challenge).digest();

/** Passkeys: a public key each. */
export const passkeys = (db: Database): Passkeys => ({
  async challenge({ challenge, personId, now, expiresAt }) {
    await db.deleteFrom('passkey_challenges').where('expires_at', '<', new Date(now)).execute();
    await db
      .insertInto('passkey_challenges')
      .values({ digest: digestOf(challenge), person_id: personId ?? null, expires_at: new Date(expiresAt) })
      .execute();
  },

  async redeem({ challenge, personId, now }) {
    const row = await db
      .deleteFrom('passkey_challenges')
      .where('digest', '=', digestOf(challenge))
      .returning(['person_id', 'expires_at'])
      .executeTakeFirst();
    return row !== undefined && row.person_id === (personId ?? null) && row.expires_at.getTime() > Date.parse(now);
  },

  add: (key) => db.transaction().execute((tx) => add(tx, key)),

  async find(credential) {
    const row = await db.selectFrom('passkeys').selectAll().where('credential', '=', credential).executeTakeFirst();
    if (row === undefined) return undefined;
    const { passkey_id: passkeyId, person_id: personId, public_key, counter } = row;
    return { passkeyId, credential, personId, publicKey: new Uint8Array(public_key), counter: Number(counter) };
  },

  async use(passkeyId, counter, now) {
    const { numUpdatedRows } = await db
      .updateTable('passkeys')
      .set({ counter, used_at: new Date(now) })
      .where('passkey_id', '=', passkeyId)
      // Of two answers with one count, the second is a copy.
      .where((w) => w.or([w('counter', '<', String(counter)), w.and([w('counter', '=', '0'), w.val(counter === 0)])]))
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  },

  async list(personId) {
    const rows = await db
      .selectFrom('passkeys')
      .selectAll()
      .where('person_id', '=', personId)
      .orderBy('made_at', 'desc')
      .execute();
    return rows.map(rowOf);
  },

  remove: (passkeyId, by) =>
    db.transaction().execute(async (tx) => {
      const removed = await tx
        .deleteFrom('passkeys')
        .where('passkey_id', '=', passkeyId)
        .where('person_id', '=', by.personId)
        .executeTakeFirst();
      if (removed.numDeletedRows === 0n) return false;
      await log(tx, by, 'PasskeyRemoved', passkeyId);
      return true;
    }),
});

async function add(tx: Tx, { by, sessionId, credential, publicKey, counter, device, now }: NewPasskey) {
  if ((await heldSession(tx, sessionId)) === undefined) return 'signed-out';
  const held = await tx.selectFrom('passkeys').select('passkey_id').where('person_id', '=', by.personId).execute();
  if (held.length >= PASSKEYS_MAX) return 'full';
  const passkeyId = newId('k');
  const made = await tx
    .insertInto('passkeys')
    .values({
      ...{ passkey_id: passkeyId, credential, person_id: by.personId, public_key: Buffer.from(publicKey) },
      ...{ counter, device, made_at: new Date(now) },
    })
    .onConflict((c) => c.doNothing())
    .returning('passkey_id')
    .executeTakeFirst();
  if (made === undefined) return 'taken';
  await log(tx, by, 'PasskeyAdded', passkeyId);
  return { passkeyId, device, madeAt: now };
}

async function log(tx: Tx, actor: Actor, type: 'PasskeyAdded' | 'PasskeyRemoved', passkey: string): Promise<void> {
  await lockLog(tx);
  const act = { actor, at: await databaseTime(tx), commandId: `${type}:${passkey}` };
  await addEntry(tx, act, { type, passkey, person: actor.personId });
}

/** Removes a person's keys with whatever else ends; no entry is written. */
export const endPasskeys = (tx: Tx, personId: PersonId) =>
  tx.deleteFrom('passkeys').where('person_id', '=', personId).execute();

type Stored = { passkey_id: string; device: string; made_at: Date; used_at: Date | null };

const rowOf = ({ passkey_id: passkeyId, device, made_at, used_at }: Stored): PasskeyRow => ({
  ...{ passkeyId, device, madeAt: made_at.toISOString() },
  ...(used_at !== null && { usedAt: used_at.toISOString() }),
});
