import { randomBytes } from 'node:crypto';
import type { Store } from '../../store/contract.js';
import { openStore } from '../../store/openStore.js';
import { ERASED_NAME } from '../../store/people.js';
import { type FreshDatabase, freshDatabase } from '../support/real/database.js';

let database: FreshDatabase;
let store: Store;
const masterKey = randomBytes(32);

beforeAll(async () => {
  database = await freshDatabase();
  store = openStore(database.url, { masterKey });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

test('a person is found by address in any case, and what is missing is filled in', async () => {
  const anna = await store.people.upsert({ name: 'Anna Łęcka', email: 'Anna@Example.com' });
  expect(anna).toMatch(/^p-[a-z2-7]{16}$/);
  const again = { name: 'Another name', email: ' anna@example.COM ', account: 'AnnaL', timeZone: 'Europe/Warsaw' };
  expect(await store.people.upsert(again)).toBe(anna);
  const known = {
    personId: anna,
    name: 'Anna Łęcka',
    email: 'Anna@Example.com',
    account: 'AnnaL',
    timeZone: 'Europe/Warsaw',
  };
  expect(await store.people.find(anna)).toEqual(known);
  expect(await store.people.findByEmail('ANNA@example.com')).toEqual(known);
  expect(await store.people.findByEmail('nobody@example.com')).toBeUndefined();
  expect(await store.people.find('p-nobody')).toBeUndefined();
});

test('given ids from several case files, then a person is known by each of them, and an erased one by none', async () => {
  const gil = await store.people.upsert({ name: 'Gil', email: 'gil@example.com', handles: ['gil'] });
  await store.people.upsert({ name: 'Gil', email: 'gil@example.com', handles: ['gilbert'] });
  expect(await store.people.findAll([gil, 'p-nobody'])).toEqual([
    { personId: gil, name: 'Gil', email: 'gil@example.com', handles: ['gil', 'gilbert'] },
  ]);
  await store.people.erase(gil);
  expect(await store.people.findAll([gil])).toEqual([]);
});

test('many at once create a person once', async () => {
  const ids = await Promise.all(
    Array.from({ length: 8 }, () => store.people.upsert({ name: 'Bo', email: 'bo@example.com', account: 'bo' })),
  );
  expect(new Set(ids).size).toBe(1);
});

test('an unknown account is one by its name, and becomes a person whose address is learnt', async () => {
  const unknown = await store.people.upsertUnknownAccount('Ghost');
  expect(await store.people.upsertUnknownAccount('ghost')).toBe(unknown);
  const cara = await store.people.upsert({ name: 'Cara', email: 'cara@example.com', account: 'ghost' });
  expect(cara).toBe(unknown);
  expect(await store.people.findByEmail('cara@example.com')).toMatchObject({
    personId: unknown,
    name: 'Cara',
    account: 'Ghost',
  });
});

test('a known person takes the account from an unknown one, not from somebody', async () => {
  const dan = await store.people.upsert({ name: 'Dan', email: 'dan@example.com' });
  const unknown = await store.people.upsertUnknownAccount('dan-dev');
  expect(await store.people.upsert({ name: 'Dan', email: 'dan@example.com', account: 'dan-dev' })).toBe(dan);
  expect(await store.people.upsertUnknownAccount('dan-dev')).toBe(dan);
  expect(unknown).not.toBe(dan);
  const thief = store.people.upsert({ name: 'Eve', email: 'eve@example.com', account: 'DAN-dev' });
  await expect(thief).rejects.toMatchObject({ code: 'DuplicateId' });
  expect(await store.people.findByEmail('eve@example.com')).toBeUndefined();
});

test('erasure leaves the id and nothing else, ends the tokens, and frees the address', async () => {
  const fay = await store.people.upsert({ name: 'Fay', email: 'fay@example.com', account: 'fay' });
  const soon = '2031-01-01T00:00:00.000Z';
  const { token } = await store.tokens.issue({ personId: fay, role: 'legal', expiresAt: soon, label: 'console' });
  expect(await store.people.erase(fay)).toBe(true);
  expect(await store.people.erase(fay)).toBe(false);
  expect(await store.people.find(fay)).toBe('erased');
  expect(await store.people.namesOf([fay, 'p-nobody'])).toEqual({ [fay]: ERASED_NAME });
  expect(await store.tokens.verify(token, '2030-01-01T00:00:00.000Z')).toBeUndefined();
  expect(await store.people.upsert({ name: 'Fay', email: 'fay@example.com' })).not.toBe(fay);
});

test('text that the database cannot hold is refused in one sentence', async () => {
  const upsert = store.people.upsert({ name: 'A\u0000', email: 'nul@example.com' });
  await expect(upsert).rejects.toMatchObject({ code: 'Malformed', message: expect.stringContaining('"name"') });
  await expect(store.cases.get('a\u0000')).rejects.toMatchObject({ code: 'Malformed' });
});

test('another master key is refused before anybody is created twice', async () => {
  const wrong = openStore(database.url, { masterKey: randomBytes(32) });
  await store.ping();
  await expect(wrong.ping()).rejects.toMatchObject({ code: 'WrongMasterKey' });
  await expect(wrong.people.upsert({ name: 'A', email: 'a@example.com' })).rejects.toMatchObject({
    code: 'WrongMasterKey',
  });
  await wrong.close();
  expect(() => openStore(database.url, { masterKey: randomBytes(16) })).toThrow('16 bytes');
});
