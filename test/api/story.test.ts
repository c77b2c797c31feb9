import { z } from 'zod';
import { type Story, story } from '../../contract/story.js';
import { type Answer, startApi, type TestApi } from '../support/api/harness.js';
import { CONTACT, EMAILS, ENGINEER } from '../support/api/smallPolicy.js';
import { act, openWorld, signedPaper, type World } from '../support/api/world.js';

let api: TestApi;
let world: World;
let contact: string;
let engineer: string;

const get = (query: string, token = world.tokens.compliance): Promise<Answer> =>
  api.get(`/api/cases/${world.caseId}/story${query}`, token);
const read = async (query: string, token?: string): Promise<Story> => {
  const answer = await get(query, token);
  if (answer.status !== 200) throw new Error(answer.text);
  return story.parse(answer.body);
};
const idOf = async (email: string): Promise<string> => (await api.store.people.findByEmail(email))?.personId ?? '';

beforeAll(async () => {
  api = await startApi();
  world = await openWorld(api);
  contact = await idOf(CONTACT);
  engineer = await idOf(ENGINEER);
  await signedPaper(api, world, 'msa', { kind: 'master-agreement', signers: ['client', 'vendor'] }, [
    'vendor-contact',
    'legal',
  ]);
  api.jumpTo('2026-08-25T10:00:00.000Z');
  const form = { contact: EMAILS['engineering-manager'], decides: ['priorities', 'scope', 'acceptance'] };
  await act(api, world, 'engineering-manager', 'submit-evidence', { control: 'ON-4', form });
  await act(api, world, 'engineering-manager', 'accept-person', { person: ENGINEER, reason: 'Strong in evaluation.' });
});
afterAll(() => api?.close());

test('the story is the ledger in words: same entries, same order, same hashes', async () => {
  const { entries, names, zone, nextAfterSeq } = await read('?limit=1000');
  const rows = await api.store.ledger.readEntries(world.caseId, { afterSeq: 0, limit: 1000 });
  expect(entries.map(({ seq, at, fact, hash, by, role }) => [seq, at, fact, hash, by, role])).toEqual(
    rows.map(({ seq, at, event, hash, actor }) => [seq, at, event.type, hash, actor.personId, actor.role]),
  );
  expect({ zone, nextAfterSeq }).toEqual({ zone: 'Europe/Dublin', nextAfterSeq: undefined });
  const { seq, hash, ...accepted } = entries.find(({ fact }) => fact === 'PersonAccepted') ?? {};
  expect(accepted).toEqual({
    at: '2026-08-25T10:03:00.000Z',
    by: await idOf(EMAILS['engineering-manager']),
    role: 'engineering-manager',
    fact: 'PersonAccepted',
    kind: 'person',
    mark: 'good',
    text: `{person:${engineer}} accepted`,
    why: 'Strong in evaluation.',
    about: { people: [engineer] },
  });
  expect([typeof seq, hash?.length, names[engineer]]).toEqual(['number', 64, 'Name of lukasz']);
});

test('pages follow each other without gap or repetition, filtered or not', async () => {
  const all = (await read('?limit=1000')).entries.map(({ seq }) => seq);
  for (const filter of ['', '&kind=document']) {
    const seen: number[] = [];
    for (let after: number | undefined = 0; after !== undefined; ) {
      const page: Story = await read(`?limit=3&afterSeq=${after}${filter}`);
      expect(page.entries.length).toBeLessThanOrEqual(3);
      seen.push(...page.entries.map(({ seq }) => seq));
      after = page.nextAfterSeq;
    }
    const whole = filter === '' ? all : (await read(`?limit=1000${filter}`)).entries.map(({ seq }) => seq);
    expect(seen).toEqual(whole);
  }
});

test('filters leave what they say: kind, person by address, control, resource, time', async () => {
  const facts = async (query: string) => (await read(`?limit=1000&${query}`)).entries;
  expect((await facts('kind=document')).map(({ fact }) => fact)).toEqual([
    'PaperDrafted',
    'PaperSent',
    'PaperSigned',
    'PaperSigned',
    'PaperCameIntoForce',
  ]);
  const all = (await read('?limit=1000')).entries;
  const of = (person: string) =>
    all.filter(({ by, about }) => by === person || about.people?.includes(person)).map(({ seq }) => seq);
  expect((await facts(`person=${encodeURIComponent(CONTACT)}`)).map(({ seq }) => seq)).toEqual(of(contact));
  expect((await facts(`person=${engineer}`)).map(({ seq }) => seq)).toEqual(of(engineer));
  expect(of(engineer).length).toBeGreaterThan(0);
  expect((await facts('control=ON-4')).map(({ fact }) => fact)).toEqual(['EvidenceSubmitted', 'ControlAssessed']);
  expect(await facts('resource=github:harbour/elsewhere')).toEqual([]);
  expect((await facts('from=2026-08-25')).map(({ at }) => at.slice(0, 10))).toEqual(
    (await facts('from=2026-08-24T23:00:00Z')).map(({ at }) => at.slice(0, 10)),
  );
  expect(new Set((await facts('from=2026-08-25')).map(({ at }) => at.slice(0, 10)))).toEqual(new Set(['2026-08-25']));
  expect((await facts('to=2026-08-24')).length + (await facts('from=2026-08-25')).length).toBe(all.length);
});

test('instants are in the zone that the reader asks for', async () => {
  const [first] = (await read('?kind=task&limit=1&zone=Europe/Warsaw')).entries;
  expect(first?.text).toMatch(/ \(Warsaw\)$/);
});

test('who reads the ledger reads the story: the vendor’s contact does, an engineer and a stranger do not', async () => {
  const problem = z.object({ code: z.string() });
  const code = async (token: string) => problem.parse((await get('', token)).body).code;
  expect((await get('', world.tokens['vendor-contact'])).status).toBe(200);
  expect(await code(world.tokens.engineer)).toBe('Forbidden');
  expect(await code(world.tokens.operator)).toBe('Forbidden');
  const other = await openWorld(api, 'Another case');
  expect(await code(other.tokens['vendor-contact'])).toBe('CaseNotFound');
});

test('a question that cannot be answered is refused by name', async () => {
  const problem = z.object({ code: z.string(), faults: z.array(z.object({ path: z.string() })) });
  const refusal = async (query: string) => problem.parse((await get(query)).body);
  expect(await refusal('?kind=weather')).toMatchObject({ code: 'Malformed', faults: [{ path: 'kind' }] });
  expect(await refusal('?from=yesterday')).toMatchObject({ code: 'Malformed', faults: [{ path: 'from' }] });
  expect(await refusal('?person=nobody@harbour.example')).toMatchObject({
    code: 'UnknownPerson',
    faults: [{ path: 'person' }],
  });
});

test('given numbers and zones that nobody can mean, then they are refused by name and nothing fails', async () => {
  for (const query of [
    '?afterSeq=2147483648',
    '?afterSeq=99999999999999999999',
    '?from=0000-01-01',
    '?from=0000-01-01T00:00:00Z',
    '?to=9999-12-31',
    '?to=9999-12-31T23:59:59-12:00',
    '?zone=Nowhere/Foo',
    '?zone=%3Cscript%3E',
  ])
    expect(await get(query)).toMatchObject({ status: 400, body: { code: 'Malformed' } });
  expect((await read('?afterSeq=2147483647')).entries).toEqual([]);
});

test('given the id of somebody of another case in a title that the vendor typed, then no answer tells their name', async () => {
  await api.tokenFor('operator', 'secret@elsewhere.example');
  const outsider = await idOf('secret@elsewhere.example');
  expect(outsider).toMatch(/^p-/);
  await signedPaper(api, world, 'nda', { kind: 'nda', title: outsider, signers: ['vendor', 'client'] }, []);
  const { caseId, tokens } = world;
  for (const [path, who] of [
    [`/api/cases/${caseId}`, 'vendor-contact'],
    [`/api/cases/${caseId}/story?limit=1000`, 'vendor-contact'],
    ['/api/tasks', 'vendor-contact'],
    [`/api/cases/${caseId}/ledger?limit=1000`, 'legal'],
    [`/api/cases/${caseId}/report`, 'legal'],
    [`/api/cases/${caseId}/certificate`, 'legal'],
  ] as const) {
    const { status, text, body } = await api.get(path, tokens[who]);
    const { names } = z.object({ names: z.record(z.string(), z.string()) }).parse(body);
    expect([path, status, names[outsider], Object.keys(names).length > 0]).toEqual([path, 200, undefined, true]);
    expect(text).not.toContain('secret');
  }
});

test('given a refusal that speaks of somebody of the case, then it says the name', async () => {
  const again = { person: ENGINEER, reason: 'Once more.' };
  const { status, text } = await act(api, world, 'engineering-manager', 'accept-person', again);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(text).toContain('Name of lukasz is already accepted');
});
