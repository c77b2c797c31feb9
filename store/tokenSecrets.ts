import { createHash, randomBytes } from 'node:crypto';
import type { CustodyFact } from '../domain/audit/custody.js';
import type { Actor } from '../domain/case/roles.js';
import type { Tx } from './connect.js';
import { addEntry, lockLog } from './custodyLog.js';
import { databaseTime } from './times.js';

const TOKEN_FORM = /^dbr_[A-Za-z0-9_-]{43}$/;

/** A bearer token: `dbr_` and 32 random bytes in base64url. */
export const newToken = (): string => `dbr_${randomBytes(32).toString('base64url')}`;

/** Whether a text could be a bearer token. */
export const isToken = (text: string): boolean => TOKEN_FORM.test(text);

/** What is kept of a secret: its SHA-256. */
export const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** One entry of the log about a token, in the same transaction; the log is locked last, so that it is held for a moment. */
export async function logToken(tx: Tx, actor: Actor, fact: Extract<CustodyFact, { token: string }>): Promise<void> {
  await lockLog(tx);
  const commandId = `${fact.type}:${fact.token}`;
  await addEntry(tx, { actor, at: await databaseTime(tx), commandId }, fact);
}
