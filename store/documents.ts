import { sha256Hex } from '../evidence/chain.js';
import type { Database } from './connect.js';
import type { Store } from './contract.js';
import { type Keyring, seal, unseal } from './secrets.js';
import { requireStorable } from './text.js';

/** Documents under the SHA-256 of their plain bytes, each encrypted with a key of its own. */
export const documents = (db: Database, keys: Keyring, ready: () => Promise<void>): Store['documents'] => ({
  async put({ bytes, mediaType, fileName }) {
    requireStorable({ mediaType, fileName });
    await ready();
    const sha256 = sha256Hex(bytes);
    const { dataKey, wrapped } = keys.newDataKey(`document-key:${sha256}`);
    await db
      .insertInto('documents')
      .values({
        sha256,
        media_type: mediaType,
        wrapped_key: wrapped,
        sealed_name: seal(dataKey, Buffer.from(fileName), `document-name:${sha256}`),
        sealed_bytes: seal(dataKey, bytes, `document:${sha256}`),
      })
      .onConflict((c) => c.doNothing())
      .execute();
    return sha256;
  },

  async get(sha256) {
    const row = await db.selectFrom('documents').selectAll().where('sha256', '=', sha256).executeTakeFirst();
    if (row === undefined) return undefined;
    const key = keys.unwrap(row.wrapped_key, `document-key:${sha256}`);
    return {
      bytes: unseal(key, row.sealed_bytes, `document:${sha256}`),
      mediaType: row.media_type,
      fileName: unseal(key, row.sealed_name, `document-name:${sha256}`).toString('utf8'),
    };
  },

  async has(sha256) {
    const row = await db.selectFrom('documents').select('sha256').where('sha256', '=', sha256).executeTakeFirst();
    return row !== undefined;
  },
});
