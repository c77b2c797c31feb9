import { randomBytes, randomInt } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Instant } from '../domain/time.js';
import type { Database, Tx } from './connect.js';
import type { DeviceAnswer, DeviceAsking, DeviceSignIns } from './personalContract.js';
import { addPersonalToken, scopeOf } from './personalTokens.js';
import { roleOf } from './roles.js';
import type { Keyring } from './secrets.js';
import type { Tables } from './tables.js';
import { requireStorable } from './text.js';
import { digestOf, logToken, newToken } from './tokenSecrets.js';

const DEVICE_FORM = /^dbd_[A-Za-z0-9_-]{43}$/;
/** No vowels, so that no word comes about; none that is taken for another: 8 of 20 are 34 bits (RFC 8628, 6.1). */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';
const LENGTH = 8;
/** By how much whoever asks too often has to ask more slowly, seconds (RFC 8628, 3.5). */
const SLOWER_SECONDS = 5;
/** What a network takes off a pause is no hurry, milliseconds. */
const SLACK_MS = 500;

const newUserCode = (): string =>
  Array.from({ length: LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');

/** A code as somebody typed it, as it was made. */
const plain = (code: string): string => code.toUpperCase().replaceAll(/[^A-Z]/g, '');

/** Signing in by a second device: a short code for a person, a long one for the command line; of both, hashes are kept. */
export const deviceSignIns = (db: Database, keys: Keyring): DeviceSignIns => {
  const macOf = (userCode: string): Buffer => keys.mac('device', plain(userCode));
  return {
    async ask({ device, address, scope, askedAt, expiresAt, pauseSeconds }) {
      requireStorable(device);
      const [deviceCode, userCode] = [`dbd_${randomBytes(32).toString('base64url')}`, newUserCode()];
      await db.deleteFrom('device_sign_ins').where('expires_at', '<', new Date(askedAt)).execute();
      await db
        .insertInto('device_sign_ins')
        .values({
          ...{ device_digest: digestOf(deviceCode), user_mac: macOf(userCode), device, address, scope },
          ...{ asked_at: new Date(askedAt), expires_at: new Date(expiresAt), pause_seconds: pauseSeconds },
        })
        .execute();
      return { deviceCode, userCode: `${userCode.slice(0, 4)}-${userCode.slice(4)}` };
    },

    async find(userCode, now) {
      const row = await waiting(db, macOf(userCode), now).executeTakeFirst();
      return row && askingOf(row);
    },

    allow: (userCode, token) =>
      db.transaction().execute(async (tx) => {
        // Held until the end: of two who say yes at once, the second finds nothing that waits.
        const row = await waiting(tx, macOf(userCode), token.now).forUpdate().executeTakeFirst();
        if (row === undefined) return 'unknown';
        const { device: name, scope } = askingOf(row);
        const secret = { code_digest: row.device_digest, claim_until: row.expires_at };
        const made = await addPersonalToken(tx, { ...token, name, scope }, secret, 'device');
        if (typeof made === 'string') return made;
        await answer(tx, row.device_digest, 'allowed');
        return 'allowed';
      }),

    async refuse(userCode, now) {
      const row = await waiting(db, macOf(userCode), now).executeTakeFirst();
      return row !== undefined && (await answer(db, row.device_digest, 'refused')) > 0;
    },

    poll: (deviceCode, now) => db.transaction().execute((tx) => poll(tx, deviceCode, now)),
  };
};

type Stored = Selectable<Tables['device_sign_ins']>;

const waiting = (db: Database | Tx, mac: Buffer, now: Instant) =>
  db
    .selectFrom('device_sign_ins')
    .selectAll()
    .where('user_mac', '=', mac)
    .where('answer', 'is', null)
    .where('expires_at', '>', new Date(now));

async function answer(db: Database | Tx, digest: Buffer, given: 'allowed' | 'refused'): Promise<number> {
  const done = await db
    .updateTable('device_sign_ins')
    .set({ answer: given })
    .where('device_digest', '=', digest)
    .where('answer', 'is', null)
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}

const askingOf = ({ device, address, scope, asked_at, expires_at }: Stored): DeviceAsking => ({
  ...{ device, address, scope: scopeOf(scope) },
  ...{ askedAt: asked_at.toISOString(), expiresAt: expires_at.toISOString() },
});

async function poll(tx: Tx, deviceCode: string, now: Instant): Promise<DeviceAnswer> {
  if (!DEVICE_FORM.test(deviceCode)) return { status: 'expired' };
  const digest = digestOf(deviceCode);
  const row = await tx
    .selectFrom('device_sign_ins')
    .selectAll()
    .where('device_digest', '=', digest)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined || row.expires_at.getTime() <= Date.parse(now)) return { status: 'expired' };
  if (row.answer === null) return await pause(tx, row, now);
  await tx.deleteFrom('device_sign_ins').where('device_digest', '=', digest).execute();
  return row.answer === 'refused' ? { status: 'refused' } : await fetchToken(tx, digest, now);
}

/** Not yet answered; whoever asks before the pause is over has to ask more slowly from then on. */
async function pause(tx: Tx, row: Stored, now: Instant): Promise<DeviceAnswer> {
  const since = row.polled_at === null ? Number.POSITIVE_INFINITY : Date.parse(now) - row.polled_at.getTime();
  const tooSoon = since < row.pause_seconds * 1_000 - SLACK_MS;
  const pauseSeconds = row.pause_seconds + (tooSoon ? SLOWER_SECONDS : 0);
  await tx
    .updateTable('device_sign_ins')
    .set({ polled_at: new Date(now), pause_seconds: pauseSeconds })
    .where('device_digest', '=', row.device_digest)
    .execute();
  return { status: tooSoon ? 'slow-down' : 'pending', pauseSeconds };
}

/** The token that was made when somebody said yes, unless it was ended since. */
async function fetchToken(tx: Tx, digest: Buffer, now: Instant): Promise<DeviceAnswer> {
  const token = newToken();
  const row = await tx
    .updateTable('tokens')
    .set({ digest: digestOf(token), code_digest: null, claim_until: null })
    .where('code_digest', '=', digest)
    .where('claim_until', '>', new Date(now))
    .where('revoked_at', 'is', null)
    .returning(['token_id', 'person_id', 'scope', 'expires_at'])
    .executeTakeFirst();
  if (row === undefined) return { status: 'expired' };
  const { token_id: tokenId, person_id: personId } = row;
  const grant = await tx
    .selectFrom('token_grants')
    .select('role')
    .where('token_id', '=', tokenId)
    .orderBy('place')
    .executeTakeFirst();
  if (grant === undefined) return { status: 'expired' };
  await logToken(
    tx,
    { personId, role: roleOf(grant.role) },
    { type: 'TokenClaimed', token: tokenId, person: personId },
  );
  const expiresAt = row.expires_at.toISOString();
  return { status: 'allowed', token, tokenId, personId, scope: scopeOf(row.scope), expiresAt };
}
