import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { CustodyFact } from '../domain/audit/custody.js';
import type { CaseEvent } from '../domain/case/events.js';
import type { Actor, PersonId, Role } from '../domain/case/roles.js';
import type { CaseState } from '../domain/case/state.js';
import type { Instant } from '../domain/time.js';
import type { Database, Tx } from './connect.js';
import type { Store, TokenRow } from './contract.js';
import { addEntry, entriesAbout, lockLog } from './custodyLog.js';
import { newId } from './secrets.js';
import { requireStorable } from './text.js';
import { databaseTime } from './times.js';

const TOKEN_FORM = /^dbr_[A-Za-z0-9_-]{43}$/;

const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Bearer tokens: `dbr_` and 32 random bytes in base64url; only the SHA-256 is kept. */
export const tokens = (db: Database): Store['tokens'] => ({
  async issue({ by, personId, role, caseId, expiresAt, label }) {
    requireStorable(label);
    const token = `dbr_${randomBytes(32).toString('base64url')}`;
    const tokenId = newId('t');
    const row = {
      token_id: tokenId,
      digest: digestOf(token),
      person_id: personId,
      role,
      case_id: caseId ?? null,
      label,
      expires_at: new Date(expiresAt),
    };
    const fact = { token: tokenId, person: personId, role, ...(caseId !== undefined && { caseId }), expiresAt };
    await db.transaction().execute(async (tx) => {
      await tx.insertInto('tokens').values(row).execute();
      await log(tx, by, { type: 'TokenIssued', ...fact });
    });
    return { token, tokenId };
  },

  async verify(token, now) {
    if (!TOKEN_FORM.test(token)) return undefined;
    const digest = digestOf(token);
    const row = await db.selectFrom('tokens').selectAll().where('digest', '=', digest).executeTakeFirst();
    if (row === undefined || !timingSafeEqual(row.digest, digest)) return undefined;
    if (row.revoked_at !== null || row.expires_at.getTime() <= Date.parse(now)) return undefined;
    const identity = { tokenId: row.token_id, personId: row.person_id, role: roleOf(row.role) };
    return row.case_id === null ? identity : { ...identity, caseId: row.case_id };
  },

  revoke: (tokenId, by) =>
    db.transaction().execute(async (tx) => {
      const revoked = await tx
        .updateTable('tokens')
        .set({ revoked_at: new Date() })
        .where('token_id', '=', tokenId)
        .where('revoked_at', 'is', null)
        .returning('person_id')
        .executeTakeFirst();
      if (revoked === undefined) return false;
      await log(tx, by, { type: 'TokenRevoked', token: tokenId, person: revoked.person_id });
      return true;
    }),

  async list(personId) {
    const rows = await db.selectFrom('tokens').selectAll().where('person_id', '=', personId).execute();
    const entries = await entriesAbout(db, personId);
    const issuing = new Map(
      entries.flatMap(({ fact, actor, at }) =>
        fact.type === 'TokenIssued' ? [[fact.token, { actor, at }] as const] : [],
      ),
    );
    return rows
      .map((row) => rowOf(row, issuing.get(row.token_id)))
      .sort((a, b) => (a.issuedAt ?? '').localeCompare(b.issuedAt ?? '') || a.tokenId.localeCompare(b.tokenId))
      .reverse();
  },
});

/** Ends the tokens of whoever has left by these facts: the client altogether, or the vendor's part in a case. */
export async function endTokens(tx: Tx, { caseId, holders }: CaseState, events: CaseEvent[]): Promise<void> {
  const end = (personId: PersonId) =>
    tx
      .updateTable('tokens')
      .set({ revoked_at: new Date() })
      .where('person_id', '=', personId)
      .where('revoked_at', 'is', null);
  for (const event of events) {
    if (event.type === 'RoleEnded' && event.left) await end(event.person).execute();
    if (event.type === 'PersonLeft')
      await end(event.person).where('case_id', '=', caseId).where('role', '=', 'engineer').execute();
    if (event.type === 'RoleTaken' && event.role === 'vendor-contact')
      await tx
        .updateTable('tokens')
        .set({ revoked_at: new Date() })
        .where('case_id', '=', caseId)
        .where('role', '=', event.role)
        .where('person_id', 'not in', ['', ...(holders?.[event.role] ?? [])])
        .where('revoked_at', 'is', null)
        .execute();
  }
}

/** One entry of the log, in the same transaction; the log is locked last, so that it is held for a moment. */
async function log(tx: Tx, actor: Actor, fact: Extract<CustodyFact, { type: 'TokenIssued' | 'TokenRevoked' }>) {
  await lockLog(tx);
  const commandId = `${fact.type}:${fact.token}`;
  await addEntry(tx, { actor, at: await databaseTime(tx), commandId }, fact);
}

type Issuing = { actor: Actor; at: Instant };
type Stored = { token_id: string; role: string; case_id: string | null; expires_at: Date; revoked_at: Date | null };

const rowOf = ({ token_id, role, case_id, expires_at, revoked_at }: Stored, issuing?: Issuing): TokenRow => ({
  tokenId: token_id,
  role: roleOf(role),
  ...(case_id !== null && { caseId: case_id }),
  ...(issuing !== undefined && { issuedBy: issuing.actor, issuedAt: issuing.at }),
  expiresAt: expires_at.toISOString(),
  ...(revoked_at !== null && { revokedAt: revoked_at.toISOString() }),
});

const ROLES: Record<Role, true> = {
  procurement: true,
  'engineering-manager': true,
  legal: true,
  privacy: true,
  security: true,
  executive: true,
  compliance: true,
  'in-house-engineer': true,
  'vendor-contact': true,
  engineer: true,
  operator: true,
  system: true,
};
const isRole = (text: string): text is Role => Object.hasOwn(ROLES, text);

/** The role that a row names; throws on one that this version does not know. */
export function roleOf(text: string): Role {
  if (!isRole(text)) throw new TypeError(`The database names the unknown role "${text}".`);
  return text;
}
