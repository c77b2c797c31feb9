import { deflateSync, inflateSync } from 'node:zlib';
import { sha256Hex } from '../evidence/chain.js';
import type { Database, Tx } from './connect.js';
import type { Store } from './contract.js';
import { type Keyring, seal, unseal } from './secrets.js';
import { requireStorable } from './text.js';

type Document = { bytes: Buffer; mediaType: string; fileName: string };

/** Documents under the SHA-256 of their plain bytes, each encrypted with a key of its own. */
export const documents = (db: Database, keys: Keyring, ready: () => Promise<void>): Store['documents'] => ({
  async put(document) {
    requireStorable({ mediaType: document.mediaType, fileName: document.fileName });
    await ready();
    return insert(db, keys, document);
  },

  async carryPolicy(caseId, text) {
    await ready();
    return keys.carry(deflateSync(Buffer.from(text, 'utf8')), policyLabel(caseId)).toString('base64');
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

const policyLabel = (caseId: string): string => `carried:${caseId}:policy`;

/** Keeps a policy's text that came sealed with an act, in the transaction that records the act. */
export async function keepPolicy(tx: Tx, keys: Keyring, caseId: string, sealed: string): Promise<void> {
  const bytes = inflateSync(keys.uncarry(Buffer.from(sealed, 'base64'), policyLabel(caseId)));
  await insert(tx, keys, { bytes, mediaType: 'application/yaml', fileName: 'policy.yaml' });
}

async function insert(db: Database | Tx, keys: Keyring, { bytes, mediaType, fileName }: Document): Promise<string> {
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
}
