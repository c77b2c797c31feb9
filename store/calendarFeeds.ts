import { createHash, randomBytes } from 'node:crypto';
import type { PersonId } from '../domain/case/roles.js';
import type { Database, Tx } from './connect.js';
import { roleOf } from './roles.js';
import type { CalendarFeeds } from './signInContract.js';

const SECRET_FORM = /^dbf_[A-Za-z0-9_-]{43}$/;
/** How exactly is kept when a feed was read last, milliseconds: calendars ask all day. */
const READ_MS = 3_600_000;

const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Feeds of calendars: `dbf_` and 32 random bytes in base64url. */
export const calendarFeeds = (db: Database): CalendarFeeds => ({
  async make({ personId, role, now, endsAt }) {
    const secret = `dbf_${randomBytes(32).toString('base64url')}`;
    const times = { made_at: new Date(now), ends_at: new Date(endsAt), read_at: null };
    const feed = { digest: digestOf(secret), role, ...times };
    await db
      .insertInto('calendar_feeds')
      .values({ person_id: personId, ...feed })
      .onConflict((c) => c.column('person_id').doUpdateSet(feed))
      .execute();
    return { secret };
  },

  async of(personId, now) {
    const row = await db
      .selectFrom('calendar_feeds')
      .selectAll()
      .where('person_id', '=', personId)
      .where('ends_at', '>', new Date(now))
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const times = { madeAt: row.made_at.toISOString(), endsAt: row.ends_at.toISOString() };
    return row.read_at === null ? times : { ...times, readAt: row.read_at.toISOString() };
  },

  async read(secret, now) {
    if (!SECRET_FORM.test(secret)) return undefined;
    const row = await db
      .selectFrom('calendar_feeds')
      .selectAll()
      .where('digest', '=', digestOf(secret))
      .where('ends_at', '>', new Date(now))
      .executeTakeFirst();
    if (row === undefined) return undefined;
    if (row.read_at === null || Date.parse(now) - row.read_at.getTime() >= READ_MS)
      await db
        .updateTable('calendar_feeds')
        .set({ read_at: new Date(now) })
        .where('digest', '=', row.digest)
        .execute();
    return { personId: row.person_id, role: roleOf(row.role) };
  },

  end: (personId) => endFeed(db, personId),
});

/** Ends a person's feed; false where there was none. */
export async function endFeed(db: Database | Tx, personId: PersonId): Promise<boolean> {
  const ended = await db.deleteFrom('calendar_feeds').where('person_id', '=', personId).executeTakeFirst();
  return ended.numDeletedRows > 0n;
}
