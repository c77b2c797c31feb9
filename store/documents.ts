import { deflateSync, inflateSync } from 'node:zlib';
import { sql } from 'kysely';
import { sha256Hex } from '../evidence/chain.js';
import type { Database, Tx } from './connect.js';
import type { NewDocument, Store } from './contract.js';
import { StoreError } from './errors.js';
import { type Keyring, seal, unseal } from './secrets.js';
import { requireStorable } from './text.js';

/** Days after which a document goes that no act of its case has named. */
const UNNAMED_DAYS = 7;

const MIB = 1024 * 1024;

/** How much may be kept: by one person in 24 hours, in all cases together; and in one case. */
export type DocumentQuota = { personDay: Share; case: Share };
type Share = { documents: number; bytes: number };

const QUOTA: DocumentQuota = {
  personDay: { documents: 200, bytes: 500 * MIB },
  case: { documents: 5_000, bytes: 5_000 * MIB },
};

/**
 * Documents of a case, each under the SHA-256 of its plain bytes and encrypted with a key of its own.
 *
 * 1. What one case or person has uploaded says nothing to another one about what is held: every upload is a row of its own.
 * 2. Name and type are those of the upload.
 */
export const documents = (
  db: Database,
  keys: Keyring,
  ready: () => Promise<void>,
  quota: DocumentQuota = QUOTA,
): Store['documents'] => ({
  async put({ caseId, by, bytes, mediaType, fileName }) {
    requireStorable({ mediaType, fileName });
    await ready();
    const sha256 = sha256Hex(bytes);
    if (await hasRow(db, caseId, sha256, by)) return sha256;
    await requireRoom(db, quota, { caseId, by, size: bytes.length });
    return insert(db, keys, { caseId, by, bytes, mediaType, fileName });
  },

  async carryPolicy(caseId, text) {
    await ready();
    return keys.carry(deflateSync(Buffer.from(text, 'utf8')), policyLabel(caseId)).toString('base64');
  },

  async get(caseId, sha256, by = '') {
    const row = await db
      .selectFrom('documents')
      .selectAll()
      .where('case_id', '=', caseId)
      .where('sha256', '=', sha256)
      .orderBy(sql`uploaded_by = ${by}`, 'desc')
      .orderBy('uploaded_at')
      .limit(1)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const key = keys.unwrap(row.wrapped_key, `document-key:${sha256}`);
    return {
      bytes: unseal(key, row.sealed_bytes, `document:${sha256}`),
      mediaType: row.media_type,
      fileName: unseal(key, row.sealed_name, `document-name:${sha256}`).toString('utf8'),
    };
  },

  async describe(caseId, sha256s) {
    if (sha256s.length === 0) return {};
    const rows = await db
      .selectFrom('documents')
      .select(['sha256', 'media_type', 'wrapped_key', 'sealed_name'])
      .distinctOn('sha256')
      .where('case_id', '=', caseId)
      .where('sha256', 'in', [...sha256s])
      .orderBy('sha256')
      .orderBy('uploaded_at')
      .execute();
    return Object.fromEntries(
      rows.map(({ sha256, media_type: mediaType, wrapped_key, sealed_name }) => {
        const key = keys.unwrap(wrapped_key, `document-key:${sha256}`);
        const fileName = unseal(key, sealed_name, `document-name:${sha256}`).toString('utf8');
        return [sha256, { mediaType, fileName }];
      }),
    );
  },

  has: (caseId, sha256, by) => hasRow(db, caseId, sha256, by),

  async copy({ from, to, sha256, by }) {
    await sql`
      insert into documents (case_id, sha256, uploaded_by, size, media_type, wrapped_key, sealed_name, sealed_bytes)
      select ${to}, sha256, ${by}, size, media_type, wrapped_key, sealed_name, sealed_bytes from documents
      where case_id = ${from} and sha256 = ${sha256} order by uploaded_at limit 1
      on conflict do nothing`.execute(db);
  },

  async sweep() {
    // What was found once in an entry stays there: it is not looked for again.
    const old = sql`not named and uploaded_at < now() - make_interval(days => ${UNNAMED_DAYS})`;
    await sql`update documents d set named = true where ${old} and exists (
      select from ledger l where l.case_id = d.case_id and strpos(l.content, d.sha256) > 0)`.execute(db);
    const { numAffectedRows } = await sql`delete from documents where ${old}`.execute(db);
    return Number(numAffectedRows ?? 0n);
  },
});

const policyLabel = (caseId: string): string => `carried:${caseId}:policy`;

/** Keeps a policy's text that came sealed with an act, in the transaction that records the act. */
export async function keepPolicy(
  tx: Tx,
  keys: Keyring,
  of: { caseId: string; by: string },
  sealed: string,
): Promise<void> {
  const bytes = inflateSync(keys.uncarry(Buffer.from(sealed, 'base64'), policyLabel(of.caseId)));
  await insert(tx, keys, { ...of, bytes, mediaType: 'application/yaml', fileName: 'policy.yaml' });
}

async function insert(
  db: Database | Tx,
  keys: Keyring,
  { caseId, by, bytes, mediaType, fileName }: NewDocument,
): Promise<string> {
  const sha256 = sha256Hex(bytes);
  const { dataKey, wrapped } = keys.newDataKey(`document-key:${sha256}`);
  await db
    .insertInto('documents')
    .values({
      case_id: caseId,
      sha256,
      uploaded_by: by,
      size: bytes.length,
      media_type: mediaType,
      wrapped_key: wrapped,
      sealed_name: seal(dataKey, Buffer.from(fileName), `document-name:${sha256}`),
      sealed_bytes: seal(dataKey, bytes, `document:${sha256}`),
    })
    .onConflict((c) => c.doNothing())
    .execute();
  return sha256;
}

async function hasRow(db: Database, caseId: string, sha256: string, by: string): Promise<boolean> {
  const row = await db
    .selectFrom('documents')
    .select('sha256')
    .where('case_id', '=', caseId)
    .where('sha256', '=', sha256)
    .where('uploaded_by', '=', by)
    .executeTakeFirst();
  return row !== undefined;
}

/** Throws `UploadQuotaReached` where one more document would be too many, or its bytes too much. */
async function requireRoom(
  db: Database,
  quota: DocumentQuota,
  { caseId, by, size }: { caseId: string; by: string; size: number },
): Promise<void> {
  const { rows } = await sql<{ of: keyof DocumentQuota; documents: number; bytes: number }>`
    select 'personDay' as of, count(*) as documents, coalesce(sum(size), 0)::bigint as bytes from documents
    where uploaded_by = ${by} and uploaded_at > now() - interval '1 day'
    union all
    select 'case', count(*), coalesce(sum(size), 0)::bigint from documents where case_id = ${caseId}`.execute(db);
  for (const { of, documents, bytes } of rows)
    if (documents >= quota[of].documents || bytes + size > quota[of].bytes)
      throw new StoreError(
        'UploadQuotaReached',
        of === 'case'
          ? 'This case has as many documents as one case may have.'
          : 'You have uploaded as much as one person may in 24 hours. Try again tomorrow.',
      );
}
