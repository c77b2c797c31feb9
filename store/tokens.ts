import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Actor } from '../domain/case/roles.js';
import type { Instant } from '../domain/time.js';
import type { Database } from './connect.js';
import type { NewToken, Store, TokenIdentity, TokenRow } from './contract.js';
import { entriesAbout } from './custodyLog.js';
import { personalTokenOf, scopeOf } from './personalTokens.js';
import { roleOf } from './roles.js';
import { newId } from './secrets.js';
import { requireStorable } from './text.js';
import { digestOf, isToken, logToken, newToken } from './tokenSecrets.js';

const CODE_FORM = /^dbc_[A-Za-z0-9_-]{27}$/;

/** Shorter, since people copy it, and it lives for a day or two. */
const newCode = (): string => `dbc_${randomBytes(20).toString('base64url')}`;

type Secret = { digest: Buffer } | { code_digest: Buffer; claim_until: Date };

async function add(
  db: Database,
  token: NewToken,
  secret: Secret,
  more: { claimUntil?: Instant; withoutClaim?: string },
) {
  const { by, personId, role, caseId, expiresAt, label } = token;
  requireStorable(label);
  const tokenId = newId('t');
  const row = { token_id: tokenId, person_id: personId, role, case_id: caseId ?? null, label, ...secret };
  const fact = { token: tokenId, person: personId, role, ...(caseId !== undefined && { caseId }), expiresAt, ...more };
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('tokens')
      .values({ ...row, expires_at: new Date(expiresAt) })
      .execute();
    await logToken(tx, by, { type: 'TokenIssued', ...fact });
  });
  return tokenId;
}

/** Bearer tokens: `dbr_` and 32 random bytes in base64url; only the SHA-256 is kept. */
export const tokens = (db: Database): Store['tokens'] => ({
  async issue({ withoutClaim, ...whose }) {
    const token = newToken();
    const more = withoutClaim === undefined ? {} : { withoutClaim };
    return { token, tokenId: await add(db, whose, { digest: digestOf(token) }, more) };
  },

  async offer({ claimUntil, ...whose }) {
    const code = newCode();
    const secret = { code_digest: digestOf(code), claim_until: new Date(claimUntil) };
    return { code, tokenId: await add(db, whose, secret, { claimUntil }) };
  },

  told: ({ tokenId, personId, by, code }) =>
    db.transaction().execute(async (tx) => {
      const outcome = { accepted: code === undefined, ...(code !== undefined && { code }) };
      await logToken(tx, by, { type: 'TokenLetterSent', token: tokenId, person: personId, ...outcome });
    }),

  async claim(code, now) {
    if (!CODE_FORM.test(code)) return undefined;
    const token = newToken();
    return await db.transaction().execute(async (tx) => {
      // Of two who claim at once, the second finds no code any more.
      const row = await tx
        .updateTable('tokens')
        .set({ digest: digestOf(token), code_digest: null, claim_until: null })
        .where('code_digest', '=', digestOf(code))
        .where('scope', 'is', null)
        .where('claim_until', '>', new Date(now))
        .where('expires_at', '>', new Date(now))
        .where('revoked_at', 'is', null)
        .returning(['token_id', 'person_id', 'role', 'case_id', 'expires_at'])
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const identity = identityOf(row);
      const { personId, role, tokenId } = identity;
      await logToken(tx, { personId, role }, { type: 'TokenClaimed', token: tokenId, person: personId });
      return { ...identity, token, expiresAt: row.expires_at.toISOString() };
    });
  },

  async verify(token, now) {
    if (!isToken(token)) return undefined;
    const digest = digestOf(token);
    const row = await db.selectFrom('tokens').selectAll().where('digest', '=', digest).executeTakeFirst();
    if (row?.digest == null || !timingSafeEqual(row.digest, digest)) return undefined;
    if (row.revoked_at !== null || row.expires_at.getTime() <= Date.parse(now)) return undefined;
    return row.scope === null ? identityOf(row) : await personalTokenOf(db, row, now);
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
      await logToken(tx, by, { type: 'TokenRevoked', token: tokenId, person: revoked.person_id });
      return true;
    }),

  async list(personId) {
    const rows = await db.selectFrom('tokens').selectAll().where('person_id', '=', personId).execute();
    const entries = await entriesAbout(db, personId);
    const issuing = new Map(
      entries.flatMap(({ fact, actor, at }) =>
        fact.type === 'TokenIssued' || fact.type === 'PersonalTokenMade' ? [[fact.token, { actor, at }] as const] : [],
      ),
    );
    return rows
      .map((row) => rowOf(row, issuing.get(row.token_id)))
      .sort((a, b) => (a.issuedAt ?? '').localeCompare(b.issuedAt ?? '') || a.tokenId.localeCompare(b.tokenId))
      .reverse();
  },
});

type Issuing = { actor: Actor; at: Instant };
type Stored = {
  token_id: string;
  role: string | null;
  scope: string | null;
  case_id: string | null;
  expires_at: Date;
  claim_until: Date | null;
  revoked_at: Date | null;
};

type Whose = { token_id: string; person_id: string; role: string | null; case_id: string | null };

function identityOf({ token_id, person_id, role, case_id }: Whose): TokenIdentity {
  const identity = { tokenId: token_id, personId: person_id, role: roleOf(role ?? '') };
  return case_id === null ? identity : { ...identity, caseId: case_id };
}

const rowOf = (
  { token_id, role, scope, case_id, expires_at, claim_until, revoked_at }: Stored,
  issuing?: Issuing,
): TokenRow => ({
  tokenId: token_id,
  ...(role !== null && { role: roleOf(role) }),
  ...(scope !== null && { scope: scopeOf(scope) }),
  ...(case_id !== null && { caseId: case_id }),
  ...(issuing !== undefined && { issuedBy: issuing.actor, issuedAt: issuing.at }),
  expiresAt: expires_at.toISOString(),
  ...(claim_until !== null && { claimUntil: claim_until.toISOString() }),
  ...(revoked_at !== null && { revokedAt: revoked_at.toISOString() }),
});
