import { randomUUID } from 'node:crypto';
import { startApi, type TestApi } from '../support/api/harness.js';
import { EMAILS, ENGINEER } from '../support/api/smallPolicy.js';
import { act, look, openWorld, type Who, type World } from '../support/api/world.js';
import { tablesOf } from '../support/store/dump.js';

let api: TestApi;
let world: World;
let other: World;
beforeAll(async () => {
  api = await startApi();
  world = await openWorld(api);
  other = await openWorld(api, 'Of others');
});
afterAll(() => api?.close());

const NEED = { resource: 'github:harbour/claims', profile: 'contributor', task: 'Builds it.' };
const proposal = (email: string, account: string, more: object = {}) => ({
  name: 'Iga Sroka',
  email,
  accounts: { github: account },
  employer: 'Northwind Models',
  country: 'PL',
  jobRole: 'ML engineer',
  needs: [NEED],
  ...more,
});
const propose = (where: World, who: Who, body: ReturnType<typeof proposal>, key?: string) =>
  act(api, where, who, 'propose-person', body, key);

/** What a refusal on the record moves: its entry, its outcome, and the case with its list rows. */
const OF_A_REFUSAL = ['ledger', 'commands', 'cases', 'case_rows', 'task_rows'];

/** Tables that differ between two dumps. */
const changed = (a: Record<string, string[]>, b: Record<string, string[]>) =>
  Object.keys(b).filter((table) => JSON.stringify(a[table]) !== JSON.stringify(b[table]));

const factsOf = async ({ caseId }: World) =>
  (await api.store.ledger.readEntries(caseId, { afterSeq: 0, limit: 1_000 })).map(({ event }) => event.type);

const NEW = 'new.person@northwind.example';
const ON_RECORD: [string, Who, object, string][] = [
  ['by an engineer, whose role it is not', 'engineer', proposal(NEW, 'mallory-x'), 'NotYourRole'],
  ['by legal', 'legal', proposal(NEW, 'mallory-x'), 'NotYourRole'],
  ['of one of the client’s people', 'vendor-contact', proposal(EMAILS.executive, 'mallory-x'), 'PersonNotInState'],
];
const IN_FORM: [string, Who, object, string][] = [
  ['of somebody on the roster', 'vendor-contact', proposal(ENGINEER, 'mallory-x'), 'DuplicateId'],
  [
    'for an unknown repository',
    'vendor-contact',
    proposal(NEW, 'mallory-x', { needs: [{ ...NEED, resource: 'github:x/y' }] }),
    'UnknownResource',
  ],
  [
    'with an unknown profile',
    'vendor-contact',
    proposal(NEW, 'mallory-x', { needs: [{ ...NEED, profile: 'king' }] }),
    'Malformed',
  ],
  ['with one resource twice', 'vendor-contact', proposal(NEW, 'mallory-x', { needs: [NEED, NEED] }), 'Malformed'],
  [
    'for an unknown replacement',
    'vendor-contact',
    proposal(NEW, 'mallory-x', { replaces: 'replacement-9' }),
    'UnknownReplacement',
  ],
  ['by compliance, who may not act', 'compliance', proposal(NEW, 'mallory-x'), 'Forbidden'],
  [
    'with a text the database cannot hold',
    'vendor-contact',
    proposal(NEW, 'mallory-x', { name: 'A\u0000' }),
    'Malformed',
  ],
];

describe('a proposal that is refused leaves nothing behind', () => {
  test.each(ON_RECORD)('%s: its refusal, and nothing else anywhere', async (_what, who, body, code) => {
    const [before, facts] = [await tablesOf(api.databaseUrl), await factsOf(world)];
    expect(await propose(world, who, body as ReturnType<typeof proposal>)).toMatchObject({ body: { code } });
    expect(changed(before, await tablesOf(api.databaseUrl)).filter((t) => !OF_A_REFUSAL.includes(t))).toEqual([]);
    expect((await factsOf(world)).slice(facts.length)).toEqual(['DecisionRefused']);
  });

  test.each(IN_FORM)('%s: nothing anywhere', async (_what, who, body, code) => {
    const before = await tablesOf(api.databaseUrl);
    expect(await propose(world, who, body as ReturnType<typeof proposal>)).toMatchObject({ body: { code } });
    expect(await tablesOf(api.databaseUrl)).toEqual(before);
  });

  test('while the engine is away, under a key of another request, and in a closed case: nothing anywhere', async () => {
    const key = randomUUID();
    const body = proposal('first@northwind.example', 'first');
    expect((await propose(world, 'vendor-contact', body, key)).status).toBe(200);
    const closed = await openWorld(api, 'Closed at once');
    await act(api, closed, 'procurement', 'close-case', { reason: 'No need.', outcome: 'cancelled' });
    const before = await tablesOf(api.databaseUrl);
    api.client.down = 'TemporalUnavailable';
    const away = await propose(world, 'vendor-contact', proposal(NEW, 'mallory-x'));
    api.client.down = undefined;
    expect(away).toMatchObject({ body: { code: 'TemporalUnavailable' } });
    const reused = await propose(world, 'vendor-contact', proposal(NEW, 'mallory-x'), key);
    expect(reused).toMatchObject({ body: { code: 'CommandIdReused' } });
    expect((await propose(world, 'vendor-contact', body, key)).status).toBe(200);
    const late = await propose(closed, 'vendor-contact', proposal(NEW, 'mallory-x'));
    expect(late).toMatchObject({ body: { code: 'CaseClosed' } });
    expect(await tablesOf(api.databaseUrl)).toEqual(before);
  });
});

test('an opening that is refused or never arrives leaves nothing behind: no person, no policy, no case', async () => {
  const key = randomUUID();
  const open = (title: string, who: Who = 'procurement') =>
    api.post('/api/cases', world.tokens[who], { caseFile: `title: ${title}` }, { 'idempotency-key': key });
  expect((await open('Once')).status).toBe(201);
  const before = await tablesOf(api.databaseUrl);
  expect(await open('Another file')).toMatchObject({ body: { code: 'CommandIdReused' } });
  expect(await open('Once', 'compliance')).toMatchObject({ status: 403 });
  api.client.down = 'TemporalUnavailable';
  const away = await api.post('/api/cases', world.tokens.procurement, { caseFile: 'title: Away' });
  api.client.down = undefined;
  expect(away).toMatchObject({ body: { code: 'TemporalUnavailable' } });
  expect(await tablesOf(api.databaseUrl)).toEqual(before);
});

test('a login given in a refused act decides nothing: what was accepted is what was proposed, and shown to whoever accepts', async () => {
  const email = 'iga.s@northwind.example';
  expect(await propose(world, 'engineer', proposal(email, 'mallory-x'))).toMatchObject({ status: 403 });
  expect((await propose(world, 'vendor-contact', proposal(email, 'iga-sroka'))).status).toBe(200);
  const accept = (account?: string) =>
    act(api, world, 'engineering-manager', 'accept-person', {
      person: email,
      reason: 'Known.',
      ...(account && { accounts: { github: account } }),
    });
  expect(await accept('mallory-x')).toMatchObject({ status: 409, body: { code: 'ContentChanged' } });
  expect(await accept()).toMatchObject({ status: 409, body: { code: 'ContentChanged' } });
  const found = (await look(api, world, 'engineering-manager')).people.find(
    ({ accounts }) => accounts?.github?.name === 'iga-sroka',
  );
  expect(found).toMatchObject({ status: 'proposed', accepted: false });
  expect((await accept('Iga-Sroka')).status).toBe(200);
  const { state } = (await api.store.cases.get(world.caseId)) ?? {};
  const person = found?.person ?? '';
  expect(await api.store.people.accounts(world.caseId, person, state?.people[person]?.account)).toEqual({
    github: { name: 'iga-sroka' },
  });
});

describe('what the vendor of another case says changes nobody, and teaches that vendor nothing', () => {
  const named = (name: string, email: string, account: string) => ({ ...proposal(email, account), name });

  test('an engineer of another case: each case keeps what it was told; whoever accepts sees the difference', async () => {
    const email = 'kim@northwind.example';
    await propose(world, 'vendor-contact', named('Kim Right', email, 'kim-right'));
    await act(api, world, 'engineering-manager', 'accept-person', {
      person: email,
      accounts: { github: 'kim-right' },
      reason: 'Yes.',
    });
    const before = await look(api, world);
    expect((await propose(other, 'vendor-contact', named('Kim Wrong', email, 'mallory-x'))).status).toBe(200);

    expect({ ...(await look(api, world)), asOf: 0, attribution: 0 }).toEqual({ ...before, asOf: 0, attribution: 0 });
    const theirs = await look(api, other, 'vendor-contact');
    const [claimed] = theirs.people.filter(({ accounts }) => accounts?.github?.name === 'mallory-x');
    expect(theirs.names[claimed?.person ?? '']).toBe('Kim Wrong');
    expect(claimed).not.toHaveProperty('known');
    expect(JSON.stringify(theirs)).not.toMatch(/Right|kim-right/);
    const shown = (await look(api, other, 'engineering-manager')).people.find(
      ({ accounts }) => accounts?.github?.name === 'mallory-x',
    );
    expect(shown?.known).toEqual([
      {
        caseId: world.caseId,
        as: 'accepted',
        differs: [
          { field: 'name', here: 'Kim Wrong', there: 'Kim Right' },
          { field: 'accounts.github', here: 'mallory-x', there: 'kim-right' },
        ],
      },
    ]);
  });

  test('one of the client’s people in another case: the vendor learns no name of theirs, and the client is told', async () => {
    const email = 'counsel@harbour.example';
    const counsel = await api.store.people.ensure({ name: 'Real Counsel', email });
    await api.tokenFor('legal', email);
    expect((await propose(other, 'vendor-contact', named('Some Engineer', email, 'eng-1'))).status).toBe(200);
    expect((await look(api, other, 'vendor-contact')).names[counsel]).toBe('Some Engineer');
    expect(await api.store.people.find(counsel)).toEqual({ personId: counsel, name: 'Real Counsel', email });
  });

  test('a login by which somebody else has access is not accepted for another person', async () => {
    const email = 'eve@northwind.example';
    await propose(other, 'vendor-contact', named('Eve', email, 'KIM-right'));
    const accepted = await act(api, other, 'engineering-manager', 'accept-person', {
      person: email,
      accounts: { github: 'kim-right' },
      reason: 'Looks right.',
    });
    expect(accepted).toMatchObject({ status: 409, body: { code: 'DuplicateId' } });
    const asked = await act(api, other, 'vendor-contact', 'accept-person', {
      person: email,
      accounts: { github: 'kim-right' },
      reason: 'Is it theirs?',
    });
    expect(asked).toMatchObject({ status: 403, body: { code: 'NotYourRole' } });
  });
});

test('a repeat with the same key is the same act, although each try seals the data anew', async () => {
  const key = randomUUID();
  const body = proposal('again@northwind.example', 'again');
  const first = await propose(world, 'vendor-contact', body, key);
  const before = await tablesOf(api.databaseUrl);
  expect((await propose(world, 'vendor-contact', body, key)).body).toEqual(first.body);
  expect(await propose(world, 'vendor-contact', { ...body, accounts: { github: 'other' } }, key)).toMatchObject({
    body: { code: 'CommandIdReused' },
  });
  expect(await tablesOf(api.databaseUrl)).toEqual(before);
});

describe('what is known of a person is put right', () => {
  const joins = async (email: string, account: string) => {
    await propose(world, 'vendor-contact', proposal(email, account));
    const accepted = { person: email, accounts: { github: account }, reason: 'Known.' };
    expect((await act(api, world, 'engineering-manager', 'accept-person', accepted)).status).toBe(200);
    return (await api.store.people.findByEmail(email))?.personId ?? '';
  };
  const correct = (who: Who, body: Record<string, unknown>) =>
    act(api, world, who, 'correct-person', { reason: 'Mistyped.', ...body });

  test('a name, an address and a zone: wherever the case speaks of them; outside of it the address is theirs alone to put right', async () => {
    const email = 'zosia@northwind.example';
    const person = await joins(email, 'zosia');
    const right = { name: 'Zofia Right', email: 'zofia@northwind.example', timeZone: 'Europe/Warsaw' };
    expect(await correct('legal', { person, name: 'Mallory' })).toMatchObject({ body: { code: 'NotYourRole' } });
    expect(await correct('vendor-contact', { person, ...right })).toMatchObject({
      status: 200,
      body: { events: ['PersonCorrected'] },
    });
    expect(await api.store.people.find(person)).toEqual({ personId: person, ...right, email });
    expect(await api.store.people.find(person, world.caseId)).toEqual({
      personId: person,
      ...right,
      accounts: { github: { name: 'zosia' } },
    });
    expect(await api.store.people.findByEmail(right.email)).toBeUndefined();
    expect((await api.store.people.told({ personId: person })).map(({ name }) => name)).toEqual(['Zofia Right']);
    const view = await look(api, world);
    expect(view.names[person]).toBe('Zofia Right');
    expect(view.people.find((one) => one.person === person)).toMatchObject({ status: 'accepted', accepted: true });
    expect(await correct('vendor-contact', { person, name: 'Zofia Right' })).toMatchObject({
      body: { code: 'DuplicateId' },
    });
    const token = await api.tokenFor('engineer', email, world.caseId);
    const own = { ...world, tokens: { ...world.tokens, engineer: token } };
    const theirs = { person, email: 'zofia.own@northwind.example', reason: 'Mine.' };
    expect(await act(api, own, 'engineer', 'correct-person', theirs)).toMatchObject({ status: 200 });
    expect(await api.store.people.find(person)).toEqual({ personId: person, ...right, email: theirs.email });
    expect(await api.store.people.findByEmail(email)).toBeUndefined();
  });

  test('a login: it waits for somebody else’s acceptance, and the old one is what is still closed', async () => {
    const person = await joins('wit@northwind.example', 'wit-wrong');
    const before = (await api.store.cases.get(world.caseId))?.state.people[person];
    expect((await correct('engineering-manager', { person, accounts: { github: 'wit-right' } })).status).toBe(200);
    const accept = (who: Who, account: string) =>
      act(api, world, who, 'accept-person', { person, accounts: { github: account }, reason: 'Checked.' });
    expect(await accept('engineering-manager', 'wit-right')).toMatchObject({ body: { code: 'RequesterMayNotDecide' } });
    expect((await correct('vendor-contact', { person, accounts: { github: 'wit-true' } })).status).toBe(200);
    expect(await accept('engineering-manager', 'wit-right')).toMatchObject({ body: { code: 'ContentChanged' } });
    const shown = (await look(api, world)).people.find((one) => one.person === person);
    expect(shown).toMatchObject({ accounts: { github: { name: 'wit-true' } }, accepted: false });
    expect((await accept('engineering-manager', 'wit-true')).status).toBe(200);
    const after = (await api.store.cases.get(world.caseId))?.state.people[person];
    expect(after?.account).not.toBe(before?.account);
    expect(await api.store.people.accounts(world.caseId, person, after?.account)).toEqual({
      github: { name: 'wit-true' },
    });
  });

  test('of somebody whom another case knows too, the case alone is put right', async () => {
    const person = await joins('ula@northwind.example', 'ula');
    await propose(other, 'vendor-contact', proposal('ula@northwind.example', 'ula'));
    const claimed = { person, email: 'mallory@northwind.example', name: 'Mallory', reason: 'Hers now.' };
    expect((await act(api, other, 'vendor-contact', 'correct-person', claimed)).status).toBe(200);
    expect(await api.store.people.findByEmail('mallory@northwind.example')).toBeUndefined();
    expect(await api.store.people.find(person, world.caseId)).toMatchObject({ email: 'ula@northwind.example' });
    expect(await api.store.people.find(person, other.caseId)).toMatchObject({ email: 'mallory@northwind.example' });
    expect((await api.store.people.findByEmail('ula@northwind.example'))?.personId).toBe(person);
  });

  test('refused: nothing is changed', async () => {
    const person = await joins('jan@northwind.example', 'jan');
    const before = await tablesOf(api.databaseUrl);
    expect(await correct('executive', { person, accounts: { github: 'mallory-x' } })).toMatchObject({
      body: { code: 'NotYourRole' },
    });
    expect(await correct('vendor-contact', { person, email: ENGINEER })).toMatchObject({
      body: { code: 'DuplicateId' },
    });
    const ofClient = await correct('procurement', { person: EMAILS.legal, accounts: { github: 'mallory-x' } });
    expect(ofClient).toMatchObject({ body: { code: 'PersonNotInState' } });
    expect(changed(before, await tablesOf(api.databaseUrl)).filter((t) => !OF_A_REFUSAL.includes(t))).toEqual([]);
  });
});
