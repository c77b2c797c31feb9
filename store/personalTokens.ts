import type { Selectable } from 'kysely';
import { type PersonId, SYSTEM, sideOf } from '../domain/case/roles.js';
import type { Instant } from '../domain/time.js';
import type { Database, Tx } from './connect.js';
import { grantOf, heldSession } from './heldSession.js';
import { narrowTo } from './narrow.js';
import type {
  NewPersonalToken,
  NotMade,
  PersonalToken,
  PersonalTokenRow,
  PersonalTokens,
  TokenScope,
} from './personalContract.js';
import { newId } from './secrets.js';
import type { SessionGrant } from './signInContract.js';
import type { Tables } from './tables.js';
import { requireStorable } from './text.js';
import { digestOf, logToken, newToken } from './tokenSecrets.js';

/** How many tokens somebody may have at a time. */
const TOKENS_MAX = 20;
/** How exactly is kept when a token was last used, milliseconds: not every request is a write. */
const SEEN_MS = 60_000;

/** Tokens that people make for themselves. */
export const personalTokens = (db: Database): PersonalTokens => ({
  async make(token) {
    const secret = newToken();
    const made = await db
      .transaction()
      .execute((tx) => addPersonalToken(tx, token, { digest: digestOf(secret) }, 'browser'));
    return typeof made === 'string' ? made : { token: secret, ...made };
  },

  async list(personId, now) {
    const rows = await openRows(db, personId, now).orderBy('made_at', 'desc').orderBy('token_id').execute();
    return await Promise.all(rows.map(async (row) => rowOf(row, await grantsOf(db, row.token_id))));
  },

  end: (tokenId, personId) =>
    db.transaction().execute(async (tx) => {
      const ended = await tx
        .updateTable('tokens')
        .set({ revoked_at: new Date() })
        .where('token_id', '=', tokenId)
        .where('person_id', '=', personId)
        .where('scope', 'is not', null)
        .where('revoked_at', 'is', null)
        .returning('token_id')
        .executeTakeFirst();
      if (ended === undefined) return false;
      const [first] = await grantsOf(tx, tokenId);
      const actor = first === undefined ? SYSTEM : { personId, role: first.role };
      await logToken(tx, actor, { type: 'TokenRevoked', token: tokenId, person: personId });
      return true;
    }),

  narrow: (personId, roles) => db.transaction().execute((tx) => narrowTo(tx, personId, roles)),
});

type Secret = { digest: Buffer } | { code_digest: Buffer; claim_until: Date };

/** Adds a token of somebody's own with its entry in the log; answers its id and roles, or why there is none. */
export async function addPersonalToken(
  tx: Tx,
  { sessionId, name, scope, now, expiresAt }: NewPersonalToken,
  secret: Secret,
  how: 'browser' | 'device',
): Promise<{ tokenId: string; grants: SessionGrant[] } | NotMade> {
  requireStorable(name);
  const held = await heldSession(tx, sessionId);
  const [first] = held?.grants ?? [];
  if (held === undefined || first === undefined) return 'signed-out';
  const { personId, grants } = held;
  if ((await openRows(tx, personId, now).execute()).length >= TOKENS_MAX) return 'full';
  const tokenId = newId('t');
  await tx
    .insertInto('tokens')
    .values({
      ...{ token_id: tokenId, person_id: personId, label: name, scope, ...secret },
      ...{ made_at: new Date(now), expires_at: new Date(expiresAt) },
    })
    .execute();
  await tx
    .insertInto('token_grants')
    .values(grants.map(({ role, caseId }, place) => ({ token_id: tokenId, place, role, case_id: caseId ?? null })))
    .execute();
  const caseIds = [...new Set(grants.flatMap(({ caseId }) => caseId ?? []))];
  const roles = [...new Set(grants.map(({ role }) => role))];
  const fact = { type: 'PersonalTokenMade', token: tokenId, person: personId, scope, roles, expiresAt, how } as const;
  await logToken(tx, { personId, role: first.role }, { ...fact, ...(caseIds.length > 0 && { caseIds }) });
  return { tokenId, grants };
}

type Stored = Selectable<Tables['tokens']>;

/** Whom a personal token stands for, which counts as used; undefined where nothing is left that it could act as. */
export async function personalTokenOf(db: Database, row: Stored, now: Instant): Promise<PersonalToken | undefined> {
  const grants = await grantsOf(db, row.token_id);
  const [first] = grants;
  if (first === undefined) return undefined;
  if (row.seen_at === null || Date.parse(now) - row.seen_at.getTime() >= SEEN_MS)
    await db
      .updateTable('tokens')
      .set({ seen_at: new Date(now) })
      .where('token_id', '=', row.token_id)
      .execute();
  const { token_id: tokenId, person_id: personId } = row;
  return { tokenId, personId, scope: scopeOf(row.scope), side: sideOf(first.role), grants };
}

/** Ends a person's own tokens with whatever else ends; no entry is written. */
export const endPersonalTokens = (tx: Tx, personId: PersonId) =>
  tx
    .updateTable('tokens')
    .set({ revoked_at: new Date() })
    .where('person_id', '=', personId)
    .where('scope', 'is not', null)
    .where('revoked_at', 'is', null)
    .execute();

/** Scope of a row; throws on one that this version does not know. */
export function scopeOf(text: string | null): TokenScope {
  if (text === 'read' || text === 'act') return text;
  throw new TypeError(`The database names the unknown scope "${text}".`);
}

const openRows = (db: Database | Tx, personId: PersonId, now: Instant) =>
  db
    .selectFrom('tokens')
    .selectAll()
    .where('person_id', '=', personId)
    .where('scope', 'is not', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', new Date(now))
    // One that nobody fetched in time is none.
    .where((w) => w.or([w('claim_until', 'is', null), w('claim_until', '>', new Date(now))]))
    .where((w) =>
      w.exists(w.selectFrom('token_grants').select('place').whereRef('token_grants.token_id', '=', 'tokens.token_id')),
    );

async function grantsOf(db: Database | Tx, tokenId: string): Promise<SessionGrant[]> {
  const rows = await db
    .selectFrom('token_grants')
    .select(['role', 'case_id'])
    .where('token_id', '=', tokenId)
    .orderBy('place')
    .execute();
  return rows.map(grantOf);
}

function rowOf(row: Stored, grants: SessionGrant[]): PersonalTokenRow {
  const { token_id: tokenId, label: name, expires_at, made_at, seen_at } = row;
  return {
    ...{ tokenId, name, scope: scopeOf(row.scope), grants },
    madeAt: (made_at ?? expires_at).toISOString(),
    expiresAt: expires_at.toISOString(),
    ...(seen_at !== null && { usedAt: seen_at.toISOString() }),
  };
}
