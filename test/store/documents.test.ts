import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Store } from '../../store/contract.js';
import { openStore } from '../../store/openStore.js';
import { type FreshDatabase, freshDatabase } from '../support/real/database.js';
import { append, appending, caseOpened, refused, START } from '../support/store/appending.js';

const masterKey = randomBytes(32);
const bytes = randomBytes(10_000);
const sha256 = createHash('sha256').update(bytes).digest('hex');

let database: FreshDatabase;
let store: Store;
beforeAll(async () => {
  database = await freshDatabase();
  store = openStore(database.url, { masterKey });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const put = (caseId: string, by: string, fileName: string, more: { bytes?: Buffer; mediaType?: string } = {}) =>
  store.documents.put({ caseId, by, bytes, mediaType: 'application/pdf', fileName, ...more });

test('a document is kept for its case under its SHA-256, with name and type of each upload', async () => {
  expect(await Promise.all([put('c-1', 'p-a', 'nda.pdf'), put('c-1', 'p-a', 'nda.pdf')])).toEqual([sha256, sha256]);
  expect(await put('c-1', 'p-b', 'other.bin', { mediaType: 'application/octet-stream' })).toBe(sha256);
  const first = { bytes, mediaType: 'application/pdf', fileName: 'nda.pdf' };
  expect(await store.documents.get('c-1', sha256)).toEqual(first);
  expect(await store.documents.get('c-1', sha256, 'p-b')).toEqual({
    bytes,
    mediaType: 'application/octet-stream',
    fileName: 'other.bin',
  });
  expect(await store.documents.get('c-1', sha256, 'p-nobody')).toEqual(first);
});

test('what one case or person has uploaded is no answer for another', async () => {
  await put('c-2', 'p-a', 'nda.pdf');
  expect(await store.documents.has('c-2', sha256, 'p-a')).toBe(true);
  expect(await store.documents.has('c-2', sha256, 'p-b')).toBe(false);
  expect(await store.documents.has('c-3', sha256, 'p-a')).toBe(false);
  expect(await store.documents.get('c-3', sha256, 'p-a')).toBeUndefined();
  await store.documents.copy({ from: 'c-2', to: 'c-3', sha256, by: 'p-c' });
  await store.documents.copy({ from: 'c-2', to: 'c-3', sha256, by: 'p-c' });
  expect(await store.documents.get('c-3', sha256)).toEqual({
    bytes,
    mediaType: 'application/pdf',
    fileName: 'nda.pdf',
  });
});

test('given a share that is used up, by a person in a day or in a case, then one more is refused, and a repeat is not', async () => {
  const small = openStore(database.url, {
    masterKey,
    documentQuota: { personDay: { documents: 2, bytes: 15_000 }, case: { documents: 3, bytes: 1_000_000 } },
  });
  const add = (caseId: string, by: string, size: number) =>
    small.documents.put({ caseId, by, bytes: Buffer.alloc(size, by), mediaType: 'text/plain', fileName: 'a' });
  await add('q-1', 'p-1', 10_000);
  await expect(add('q-2', 'p-1', 6_000)).rejects.toMatchObject({ code: 'UploadQuotaReached' });
  await add('q-2', 'p-1', 5_000);
  await expect(add('q-2', 'p-1', 1)).rejects.toMatchObject({ code: 'UploadQuotaReached' });
  await add('q-1', 'p-1', 10_000);
  await add('q-1', 'p-2', 1);
  await add('q-1', 'p-3', 1);
  await expect(add('q-1', 'p-4', 1)).rejects.toMatchObject({
    code: 'UploadQuotaReached',
    message: 'This case has as many documents as one case may have.',
  });
  await small.close();
});

test('given documents older than a week, then those that no entry of their case names go, and the others stay', async () => {
  const other = Buffer.from('never named');
  const unnamed = createHash('sha256').update(other).digest('hex');
  await append(store, appending('s-1', 'open', START, [caseOpened(), refused(sha256)]));
  await put('s-1', 'p-a', 'named.pdf');
  await put('s-2', 'p-a', 'of-another-case.pdf');
  await put('s-1', 'p-a', 'unnamed.txt', { bytes: other });
  expect(await store.documents.sweep()).toBe(0);
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  await admin.query(`update documents set uploaded_at = now() - interval '8 days' where case_id like 's-%'`);
  await admin.end();
  expect(await store.documents.sweep()).toBe(2);
  expect(await store.documents.get('s-1', sha256)).toBeDefined();
  expect(await store.documents.get('s-1', unnamed)).toBeUndefined();
  expect(await store.documents.get('s-2', sha256)).toBeUndefined();
  expect(await store.documents.sweep()).toBe(0);
});
