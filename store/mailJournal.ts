import { sql } from 'kysely';
import type { Database } from './connect.js';
import type { Store } from './contract.js';

/** The journal of letters: written before a letter is handed over and after, so that a crash between is known of. */
export const mailJournal = (db: Database): Store['mailJournal'] => ({
  /**
   * `in-doubt`: an earlier attempt began and its end is not known; the letter may be out already.
   * Two that begin at the same moment: one gets `new`, the other `in-doubt`.
   */
  begin: (mailId) =>
    db.transaction().execute(async (tx) => {
      const inserted = await tx
        .insertInto('mail_journal')
        .values({ mail_id: mailId, status: 'sending' })
        .onConflict((c) => c.doNothing())
        .returning('mail_id')
        .executeTakeFirst();
      if (inserted) return 'new';
      const kept = await tx
        .selectFrom('mail_journal')
        .select('status')
        .where('mail_id', '=', mailId)
        .forUpdate()
        .executeTakeFirstOrThrow();
      if (kept.status === 'accepted') return 'accepted';
      await tx
        .updateTable('mail_journal')
        .set({ status: 'sending', attempts: sql`attempts + 1`, changed_at: sql`clock_timestamp()` })
        .where('mail_id', '=', mailId)
        .execute();
      return kept.status === 'failed' ? 'new' : 'in-doubt';
    }),

  async accepted(mailId, { messageId, response }) {
    await db
      .updateTable('mail_journal')
      .set({
        status: 'accepted',
        message_id: messageId,
        answer: withoutAddresses(response),
        changed_at: sql`clock_timestamp()`,
      })
      .where('mail_id', '=', mailId)
      .where('status', '<>', 'accepted')
      .execute();
  },

  async failed(mailId, reason) {
    await db
      .updateTable('mail_journal')
      .set({ status: 'failed', answer: withoutAddresses(reason), changed_at: sql`clock_timestamp()` })
      .where('mail_id', '=', mailId)
      .where('status', '<>', 'accepted')
      .execute();
  },

  async find(mailId) {
    const row = await db
      .selectFrom('mail_journal')
      .select('message_id')
      .where('mail_id', '=', mailId)
      .where('status', '=', 'accepted')
      .executeTakeFirst();
    return row?.message_id == null ? undefined : { messageId: row.message_id };
  },
});

/** A mail server's answer names the recipient more often than not; the journal keeps no personal data. */
const withoutAddresses = (text: string): string =>
  text
    .replaceAll('\u0000', '')
    .replace(/[^\s<>"']+@[^\s<>"']+/g, '…')
    .slice(0, 500);
