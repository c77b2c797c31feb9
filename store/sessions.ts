import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { SignedOutBy } from '../domain/audit/custody.js';
import type { PersonId, Role } from '../domain/case/roles.js';
import { endFeed } from './calendarFeeds.js';
import type { Database, Tx } from './connect.js';
import { addEntry, lockLog } from './custodyLog.js';
import { identityMac } from './identities.js';
import { endPasskeys } from './passkeys.js';
import { endPersonalTokens } from './personalTokens.js';
import { roleOf } from './roles.js';
import { type Keyring, newId } from './secrets.js';
import type { NewSession, Openness, Session, SessionGrant, SessionRow, Sessions } from './signInContract.js';
import { requireStorable } from './text.js';
import { databaseTime } from './times.js';

const SECRET_FORM = /^dbs_[A-Za-z0-9_-]{43}$/;
/** How exactly is kept when a session was last seen, milliseconds: not every request is a write. */
const SEEN_MS = 60_000;

const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

const providerDigest = (issuer: string, sid: string): Buffer => digestOf(`${issuer}\n${sid}`);

/** Sessions of browsers: `dbs_` and 32 random bytes in base64url; only the SHA-256 is kept. */
export const sessions = (db: Database, keys: Keyring): Sessions => ({
  start: (session) => db.transaction().execute((tx) => start(tx, keys, session)),
  verify: (secret, open) => verify(db, secret, open),
  peek: (secret, open) => peek(db, secret, open),

  async list(personId, open) {
    const rows = await openRows(db, open).where('person_id', '=', personId).orderBy('seen_at', 'desc').execute();
    return rows.map(rowOf);
  },

  end: (sessionId, personId, how) =>
    db.transaction().execute(async (tx) => {
      const ended = await endWhere(tx, (q) => q.where('session_id', '=', sessionId).where('person_id', '=', personId));
      await logEnds(tx, ended, how);
      return ended.length > 0;
    }),

  endAll: (personId, by) =>
    db.transaction().execute(async (tx) => {
      const sessions = await endSessionsOf(tx, personId);
      const { numDeletedRows } = await tx.deleteFrom('identities').where('person_id', '=', personId).executeTakeFirst();
      const ended = { sessions, accounts: Number(numDeletedRows) };
      await lockLog(tx);
      const act = { actor: by, at: await databaseTime(tx), commandId: newId('out') };
      await addEntry(tx, act, { type: 'PersonSignedOut', person: personId, ...ended });
      return ended;
    }),

  endAtProvider: ({ issuer, subject, providerSession }) =>
    db.transaction().execute(async (tx) => {
      if (subject === undefined && providerSession === undefined) return 0;
      const ended = await endWhere(tx, (q) => {
        const ofAccount = subject === undefined ? q : q.where('identity', '=', identityMac(keys, { issuer, subject }));
        if (providerSession === undefined) return ofAccount;
        return ofAccount.where('provider_session', '=', providerDigest(issuer, providerSession));
      });
      await logEnds(tx, ended, 'provider');
      return ended.length;
    }),
});

async function start(tx: Tx, keys: Keyring, session: NewSession) {
  const { personId, side, grants, identity, now, device } = session;
  requireStorable(device);
  const secret = `dbs_${randomBytes(32).toString('base64url')}`;
  const sessionId = newId('s');
  if (session.replaces !== undefined) {
    const digest = digestOf(session.replaces);
    await endWhere(tx, (q) => q.where('digest', '=', digest));
  }
  const { providerSession: sid } = identity ?? {};
  await tx
    .insertInto('sessions')
    .values({
      ...{ session_id: sessionId, digest: digestOf(secret), person_id: personId, side, device },
      identity: identity === undefined ? null : identityMac(keys, identity),
      provider_session: identity === undefined || sid === undefined ? null : providerDigest(identity.issuer, sid),
      ...{ signed_in_at: new Date(session.signedInAt), ends_at: new Date(session.endsAt) },
      ...{ started_at: new Date(now), seen_at: new Date(now) },
    })
    .execute();
  await tx
    .insertInto('session_grants')
    .values(grants.map(({ role, caseId }, place) => ({ session_id: sessionId, place, role, case_id: caseId ?? null })))
    .execute();
  await logStart(tx, sessionId, session);
  return { secret, sessionId };
}

async function logStart(
  tx: Tx,
  sessionId: string,
  { personId, grants, identity, how: by = 'code' }: NewSession,
): Promise<void> {
  const roles = [...new Set(grants.map(({ role }) => role))];
  const caseIds = [...new Set(grants.flatMap(({ caseId }) => caseId ?? []))];
  const [role] = roles;
  if (role === undefined) throw new Error('A session without a role was asked for.');
  const how = identity === undefined ? by : 'provider';
  const fact = { type: 'SignedIn', session: sessionId, person: personId, roles, how } as const;
  await lockLog(tx);
  const act = { actor: { personId, role }, at: await databaseTime(tx), commandId: `SignedIn:${sessionId}` };
  await addEntry(tx, act, { ...fact, ...(caseIds.length > 0 && { caseIds }) });
}

type Ended = { session_id: string; person_id: string };

async function logEnds(tx: Tx, ended: Ended[], how: SignedOutBy): Promise<void> {
  for (const { session_id: session, person_id: person } of ended) {
    const first = await tx
      .selectFrom('session_grants')
      .select('role')
      .where('session_id', '=', session)
      .orderBy('place')
      .executeTakeFirst();
    const role: Role = how === 'provider' || first === undefined ? 'system' : roleOf(first.role);
    await lockLog(tx);
    const actor = { personId: role === 'system' ? 'system' : person, role };
    const act = { actor, at: await databaseTime(tx), commandId: `SignedOut:${session}` };
    await addEntry(tx, act, { type: 'SignedOut', session, person, how });
  }
}

const openQuery = (tx: Tx) => tx.updateTable('sessions').set({ ended_at: new Date() }).where('ended_at', 'is', null);

/** Ends the open sessions that are meant; answers which. */
const endWhere = (tx: Tx, narrow: (query: ReturnType<typeof openQuery>) => ReturnType<typeof openQuery>) =>
  narrow(openQuery(tx)).returning(['session_id', 'person_id']).execute();

const openRows = (db: Database, { now, idleMs }: Openness) =>
  db
    .selectFrom('sessions')
    .selectAll()
    .where('ended_at', 'is', null)
    .where('ends_at', '>', new Date(now))
    .where('seen_at', '>', new Date(Date.parse(now) - idleMs));

async function verify(db: Database, secret: string, open: Openness): Promise<Session | undefined> {
  const session = await peek(db, secret, open);
  if (session === undefined || Date.parse(open.now) - Date.parse(session.seenAt) < SEEN_MS) return session;
  const seen_at = new Date(open.now);
  await db.updateTable('sessions').set({ seen_at }).where('session_id', '=', session.sessionId).execute();
  return { ...session, seenAt: open.now };
}

async function peek(db: Database, secret: string, open: Openness): Promise<Session | undefined> {
  if (!SECRET_FORM.test(secret)) return undefined;
  const digest = digestOf(secret);
  const row = await openRows(db, open).where('digest', '=', digest).executeTakeFirst();
  if (row === undefined || !timingSafeEqual(row.digest, digest)) return undefined;
  const grants = await grantsOf(db, row.session_id);
  // Whoever lost their last part has nothing to be signed in for.
  if (grants.length === 0) return undefined;
  const { person_id: personId, side } = row;
  const { sessionId, signedInAt, endsAt, seenAt } = rowOf(row);
  return { sessionId, personId, side, grants, signedInAt, endsAt, seenAt };
}

async function grantsOf(db: Database, sessionId: string): Promise<SessionGrant[]> {
  const rows = await db
    .selectFrom('session_grants')
    .select(['role', 'case_id'])
    .where('session_id', '=', sessionId)
    .orderBy('place')
    .execute();
  return rows.map(({ role, case_id }) => ({ role: roleOf(role), ...(case_id !== null && { caseId: case_id }) }));
}

type Stored = {
  session_id: string;
  device: string;
  signed_in_at: Date;
  started_at: Date;
  seen_at: Date;
  ends_at: Date;
};

const rowOf = (row: Stored): SessionRow => ({
  sessionId: row.session_id,
  device: row.device,
  signedInAt: row.signed_in_at.toISOString(),
  startedAt: row.started_at.toISOString(),
  seenAt: row.seen_at.toISOString(),
  endsAt: row.ends_at.toISOString(),
});

/** Ends every session, passkey and token of a person's own, what could lead to one, and their calendar's feed; answers how many sessions. */
export async function endSessionsOf(tx: Tx, personId: PersonId): Promise<number> {
  const ended = await endWhere(tx, (q) => q.where('person_id', '=', personId));
  await tx.deleteFrom('sign_in_codes').where('person_id', '=', personId).execute();
  await endPersonalTokens(tx, personId);
  await endPasskeys(tx, personId);
  await endFeed(tx, personId);
  return ended.length;
}
