import { hkdfSync } from 'node:crypto';
import type { PersonId } from '../domain/case/roles.js';
import { canonicalText, sha256Hex } from '../evidence/chain.js';
import type { Database, Tx } from './connect.js';
import type { KeptLetter, LetterText, Store } from './contract.js';
import { personKey, personRows } from './personRows.js';
import { type Keyring, seal, unseal } from './secrets.js';

const KEY_BYTES = 32;

/**
 * Texts of letters, sealed under the keys of the recipient and of everybody whom the text names, taken together: once one of them is erased, nobody
 * can read it any more, and its hash in the ledger still says what it was.
 */
export const letters = (db: Database, keys: Keyring, ready: () => Promise<void>): Store['letters'] => ({
  find: (mailId) => findLetter(db, keys, mailId),

  async keep(mailId, to, names, text) {
    await ready();
    return db.transaction().execute(async (tx) => {
      const kept = await findLetter(tx, keys, mailId);
      if (kept !== undefined && kept !== 'erased') return kept;
      const held = await keysOf(tx, keys, [to, ...names]);
      if (!held.has(to)) throw new Error('The recipient of the letter has no key.');
      // Who is erased already stands in no text by name.
      const persons = [to, ...[...held.keys()].filter((id) => id !== to).sort()];
      const bytes = Buffer.from(canonicalText(text));
      const sealed = seal(letterKey(held, persons, mailId), bytes, labelOf(mailId));
      const row = { sha256: sha256Hex(bytes), persons, sealed };
      await tx
        .insertInto('letters')
        .values({ mail_id: mailId, ...row })
        .onConflict((c) => c.column('mail_id').doUpdateSet(row))
        .execute();
      return { text, sha256: row.sha256 };
    });
  },
});

const labelOf = (mailId: string): string => `letter:${mailId}`;

async function findLetter(
  db: Database | Tx,
  keys: Keyring,
  mailId: string,
): Promise<KeptLetter | 'erased' | undefined> {
  const row = await db.selectFrom('letters').selectAll().where('mail_id', '=', mailId).executeTakeFirst();
  if (row === undefined) return undefined;
  const held = await keysOf(db, keys, row.persons);
  if (row.persons.some((id) => !held.has(id))) return 'erased';
  const bytes = unseal(letterKey(held, row.persons, mailId), row.sealed, labelOf(mailId));
  return { text: parseText(bytes), sha256: row.sha256 };
}

/** The bytes are authenticated and were written by {@link letters} only. */
const parseText = (bytes: Buffer): LetterText => JSON.parse(bytes.toString('utf8'));

async function keysOf(db: Database | Tx, keys: Keyring, persons: PersonId[]): Promise<Map<PersonId, Buffer>> {
  const rows = await personRows(db)
    .where('people.person_id', 'in', [...new Set(persons)])
    .execute();
  return new Map(
    rows.flatMap((row): [PersonId, Buffer][] => {
      const key = personKey(keys, row);
      return key === undefined ? [] : [[row.person_id, key]];
    }),
  );
}

function letterKey(held: Map<PersonId, Buffer>, persons: PersonId[], mailId: string): Buffer {
  const all = Buffer.concat(persons.map((id) => held.get(id) ?? Buffer.alloc(0)));
  return Buffer.from(hkdfSync('sha256', all, '', `drawbridge/letter/v1/${mailId}`, KEY_BYTES));
}
