import { randomBytes } from 'node:crypto';
import type { CaseEvent } from '../../domain/case/events.js';
import { SYSTEM } from '../../domain/case/roles.js';
import { say } from '../../domain/say.js';
import type { Carrying, OutcomeDraft, Store } from '../../store/contract.js';
import { openStore } from '../../store/openStore.js';
import { ERASED_NAME } from '../../store/people.js';
import { type FreshDatabase, freshDatabase } from '../support/real/database.js';
import { ACTOR, append, appending, caseOpened, refused as refusedFact, START } from '../support/store/appending.js';
import { tablesOf } from '../support/store/dump.js';
import { erase } from '../support/store/erase.js';

/** Tables that hold people's data. */
const PEOPLE = ['people', 'person_keys', 'case_people', 'tokens'];

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

/** Records a proposal of somebody, or its refusal, with the data that came with it. */
async function told(caseId: string, carrying: Carrying, refused = false) {
  const found = await store.cases.get(caseId);
  const { people } = carrying;
  const event = proposal(people[0]?.personId ?? '', people[0]?.details ?? '');
  const outcome: OutcomeDraft = refused
    ? { status: 'refused', code: 'NotYourRole', said: say('people.not-named', { role: 'legal' }) }
    : { status: 'recorded', events: [event.type], notes: [] };
  const from = found?.head ?? START;
  const recorded = refused ? refusedFact('nothing') : event;
  return store.ledger.appendEntries(
    appending(caseId, `c-${from.seq}`, from, [], { entries: [{ actor: ACTOR, event: recorded }], outcome, people }),
  );
}

const proposal = (person: string, details: string): CaseEvent => ({
  type: 'PersonProposed',
  person,
  details,
  employer: 'Vendor',
  country: 'PL',
  jobRole: 'Engineer',
  needs: [],
});

beforeAll(async () => {
  for (const caseId of ['a', 'b']) await append(store, appending(caseId, 'open', START, [caseOpened()]));
});

test('a person is found by address in any case; who is known stays as they are', async () => {
  const anna = await store.people.ensure({ name: 'Anna Łęcka', email: 'Anna@Example.com' });
  expect(anna).toMatch(/^p-[a-z2-7]{16}$/);
  expect(await store.people.ensure({ name: 'Another name', email: ' anna@example.COM ' })).toBe(anna);
  const known = { personId: anna, name: 'Anna Łęcka', email: 'Anna@Example.com' };
  expect(await store.people.find(anna)).toEqual(known);
  expect(await store.people.findByEmail('ANNA@example.com')).toEqual(known);
  expect(await store.people.findByEmail('nobody@example.com')).toBeUndefined();
  expect(await store.people.find('p-nobody')).toBeUndefined();
});

test('many at once create a person once', async () => {
  const ids = await Promise.all(
    Array.from({ length: 8 }, () => store.people.ensure({ name: 'Bo', email: 'bo@example.com' })),
  );
  expect(new Set(ids).size).toBe(1);
});

test('sealing writes nothing; what came with a refusal is not kept; what came with a record is, for its case alone', async () => {
  const before = await tablesOf(database.url);
  const iga = { name: 'Iga', email: 'iga@example.com', accounts: { github: { name: 'iga-sroka' } } };
  const carried = await store.people.carry('a', [{ ...iga, accounts: { github: { name: 'mallory-x' } } }]);
  expect(await tablesOf(database.url)).toEqual(before);
  expect(await told('a', carried, true)).toMatchObject({ status: 'appended' });
  const after = await tablesOf(database.url);
  for (const table of PEOPLE) expect(after[table]).toEqual(before[table]);

  const right = await store.people.carry('a', [iga]);
  const [person] = right.people;
  expect(await told('a', right)).toMatchObject({ status: 'appended' });
  const personId = person?.personId ?? '';
  expect(await store.people.find(personId, 'a')).toEqual({ personId, ...iga });
  expect(await store.people.accounts('a', personId, person?.details)).toEqual(iga.accounts);

  const elsewhere = await store.people.carry('b', [
    { name: 'Ida', email: 'IGA@example.com', accounts: { github: { name: 'mallory-x' } } },
  ]);
  expect(elsewhere.people[0]?.personId).toBe(personId);
  expect(await told('b', elsewhere)).toMatchObject({ status: 'appended' });
  expect(await store.people.namesOf([personId], 'a')).toEqual({ [personId]: 'Iga' });
  expect(await store.people.namesOf([personId], 'b')).toEqual({ [personId]: 'Ida' });
  expect(await store.people.namesOf([personId])).toEqual({ [personId]: 'Iga' });
  expect(await store.people.accounts('b', personId, person?.details)).toEqual({});
  expect(
    (await store.people.told({ account: { provider: 'github', name: 'Mallory-X' } })).map(({ caseId, name }) => [
      caseId,
      name,
    ]),
  ).toEqual([['b', 'Ida']]);
});

test('an act sealed for one case is nothing in another', async () => {
  const carried = await store.people.carry('a', [
    { name: 'Jan', email: 'jan@example.com', accounts: { github: { name: 'jan' } } },
  ]);
  await expect(told('b', carried)).rejects.toThrow();
  expect(await store.people.findByEmail('jan@example.com')).toBeUndefined();
});

test('two acts on one new address at once: the later is decided again under the id of the first, and wrote nothing', async () => {
  const kim = [{ name: 'Kim', email: 'kim@example.com', accounts: { github: { name: 'kim' } } }];
  const [first, second] = [await store.people.carry('a', kim), await store.people.carry('b', kim)];
  const [one, two] = [first.people[0]?.personId ?? '', second.people[0]?.personId ?? ''];
  expect(one).not.toBe(two);
  await told('a', first);
  const before = await tablesOf(database.url);
  expect(await told('b', second)).toEqual({ status: 'renamed', ids: { [two]: one } });
  expect(await tablesOf(database.url)).toEqual(before);
  const again = { ...second, people: second.people.map((p) => ({ ...p, personId: one })) };
  expect(await told('b', again)).toMatchObject({ status: 'appended' });
});

test('an account seen at a provider is one by its name, and is nobody’s whose address is learnt', async () => {
  const seen = { name: 'Ghost', email: '', accounts: { github: { name: 'Ghost' } } };
  const carried = await store.people.carry('a', [
    seen,
    { ...seen, name: 'ghost', accounts: { github: { name: 'ghost' } } },
  ]);
  expect(carried.people).toHaveLength(1);
  await told('a', carried);
  const again = await store.people.carry('b', [seen]);
  expect(again.people[0]?.personId).toBe(carried.people[0]?.personId);
  const cara = await store.people.carry('b', [
    { name: 'Cara', email: 'cara@example.com', accounts: { github: { name: 'ghost' } } },
  ]);
  expect(cara.people[0]?.personId).not.toBe(carried.people[0]?.personId);
});

test('people of one act are one by address; what a later place adds is taken in', async () => {
  const gil = { name: 'Gil', email: 'gil@example.com' };
  const carried = await store.people.carry('a', [
    gil,
    { ...gil, name: 'G.', accounts: { github: { name: 'gil-dev' } }, handles: ['gil'] },
  ]);
  const personId = carried.people[0]?.personId ?? '';
  expect(carried.people).toHaveLength(1);
  await told('a', carried);
  expect(await store.people.findAll([personId, 'p-nobody'], 'a')).toEqual([
    { personId, ...gil, accounts: { github: { name: 'gil-dev' } }, handles: ['gil'] },
  ]);
});

test('erasure leaves the id and nothing else, ends the tokens, and frees the address', async () => {
  const carried = await store.people.carry('a', [
    { name: 'Fay', email: 'fay@example.com', accounts: { github: { name: 'fay' } } },
  ]);
  await told('a', carried);
  const fay = carried.people[0]?.personId ?? '';
  const soon = '2031-01-01T00:00:00.000Z';
  const { token } = await store.tokens.issue({
    by: SYSTEM,
    personId: fay,
    role: 'legal',
    expiresAt: soon,
    label: 'console',
  });
  const now = '2030-01-01T00:00:00.000Z';
  const { sessionId } = await store.sessions.start({
    ...{ personId: fay, side: 'client', grants: [{ role: 'legal' }], device: 'Firefox', now },
    ...{ signedInAt: now, endsAt: soon },
  });
  const own = { sessionId, name: 'Fay Weaver laptop', scope: 'read' as const, now, expiresAt: soon };
  const made = await store.personalTokens.make(own);
  expect(await store.tokens.verify(typeof made === 'string' ? '' : made.token, now)).toMatchObject({ personId: fay });
  expect(await erase(store, fay)).toBe(true);
  expect(await store.tokens.verify(typeof made === 'string' ? '' : made.token, now)).toBeUndefined();
  expect(JSON.stringify(await tablesOf(database.url))).not.toContain('Fay Weaver');
  expect(await store.people.find(fay, 'a')).toBe('erased');
  expect(await store.people.accounts('a', fay, carried.people[0]?.details)).toBe('erased');
  expect(await store.people.told({ personId: fay })).toEqual([]);
  expect(await store.people.namesOf([fay, 'p-nobody'])).toEqual({ [fay]: ERASED_NAME });
  expect(await store.tokens.verify(token, '2030-01-01T00:00:00.000Z')).toBeUndefined();
  expect(await store.people.ensure({ name: 'Fay', email: 'fay@example.com' })).not.toBe(fay);
});

test('text that the database cannot hold is refused in one sentence', async () => {
  const made = store.people.ensure({ name: 'A\u0000', email: 'nul@example.com' });
  await expect(made).rejects.toMatchObject({ code: 'Malformed', message: expect.stringContaining('"name"') });
  await expect(store.cases.get('a\u0000')).rejects.toMatchObject({ code: 'Malformed' });
});

test('another master key is refused before anybody is created twice', async () => {
  const wrong = openStore(database.url, { masterKey: randomBytes(32) });
  await store.ping();
  await expect(wrong.ping()).rejects.toMatchObject({ code: 'WrongMasterKey' });
  await expect(wrong.people.ensure({ name: 'A', email: 'a@example.com' })).rejects.toMatchObject({
    code: 'WrongMasterKey',
  });
  await wrong.close();
  expect(() => openStore(database.url, { masterKey: randomBytes(16) })).toThrow('16 bytes');
});
