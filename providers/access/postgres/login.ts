import pg from 'pg';
import { z } from 'zod';
import { fromMs, type Instant } from '../../../domain/time.js';
import { ProviderError } from '../port.js';
import type { Role } from './catalog.js';
import type { Session } from './session.js';
import { quoted } from './settle.js';

/** How long one session is waited for, milliseconds, and how often all of them are looked for. */
const PATIENCE_MS = 500;
const ROUNDS = 10;

/** Lets the role log in until then, for good without an end: the second lock, which PostgreSQL turns by itself for passwords. */
export const openLogin = (session: Session, role: Role, until: Instant | undefined): Promise<void> =>
  session.run(`alter role ${quoted(role.name)} login valid until ${pg.escapeLiteral(until ?? 'infinity')}`);

/** Moves the second lock of a role that keeps what it may do elsewhere. */
export const moveEnd = (session: Session, role: Role, until: Instant | undefined): Promise<void> =>
  session.run(`alter role ${quoted(role.name)} valid until ${pg.escapeLiteral(until ?? 'infinity')}`);

/** Keeps the role from logging in, and lets its password lapse as of now where it has not yet. */
export async function closeLogin(session: Session, role: Role): Promise<void> {
  const lapse = z.object({ at: z.string() });
  const [found] = await session.read(
    lapse,
    'select least(rolvaliduntil, statement_timestamp())::text as at from pg_roles where oid = $1',
    [role.oid],
  );
  const at = pg.escapeLiteral(found?.at ?? '1970-01-01');
  await session.run(`alter role ${quoted(role.name)} nologin valid until ${at}`);
}

/** True when LOGIN is the role's, and until then: read by its number, since the name may have moved on. */
export async function isOpenUntil(session: Session, role: Role, until: Instant | undefined): Promise<boolean> {
  const open = z.object({ open: z.boolean() });
  const [found] = await session.read(
    open,
    'select rolcanlogin and rolvaliduntil is not distinct from $2::timestamptz as open from pg_roles where oid = $1',
    [role.oid, until ?? 'infinity'],
  );
  return found?.open === true;
}

/** When the second lock shuts; null for never. */
export async function endOf(session: Session, role: number): Promise<Instant | null> {
  const end = z.object({ at: z.date().nullable() });
  const text = `select case when isfinite(rolvaliduntil) then rolvaliduntil end as at from pg_roles where oid = $1`;
  const [found] = await session.read(end, text, [role]);
  return found?.at ? fromMs(found.at.getTime()) : null;
}

/** True when LOGIN is not the role's, likewise. */
export async function isClosed(session: Session, role: Role): Promise<boolean> {
  const closed = z.object({ closed: z.boolean() });
  const [found] = await session.read(closed, 'select not rolcanlogin as closed from pg_roles where oid = $1', [
    role.oid,
  ]);
  return found?.closed === true;
}

/**
 * Ends the sessions of a role, in every database of the server.
 *
 * It is looked for them again until there are none: one that was let in before LOGIN was taken may come a moment after.
 */
export async function endSessions(session: Session, role: number): Promise<void> {
  const ended = z.object({ ended: z.boolean() });
  for (let round = 0; round < ROUNDS; round += 1) {
    /* Within a transaction the list of sessions stays as it was first seen. */
    await session.run('select pg_stat_clear_snapshot()');
    const open = await session.read(
      ended,
      'select pg_terminate_backend(pid, $2) as ended from pg_stat_activity where usesysid = $1',
      [role, PATIENCE_MS],
    );
    if (open.length === 0) return;
  }
  throw new ProviderError('ProviderUnavailable', 'Sessions of the role are still open.');
}
