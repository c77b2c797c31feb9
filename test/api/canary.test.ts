import { COMMANDS, isCommandType, kebab } from '../../contract/commands.js';
import type { RecordedEvent } from '../../domain/case/events.js';
import { type Role, SYSTEM } from '../../domain/case/roles.js';
import { CONTROLS } from '../../domain/controls/index.js';
import { evolve, initialState } from '../../domain/decider/evolve.js';
import { draftLetter } from '../../presentation/letters/draft.js';
import { startApi, type TestApi } from '../support/api/harness.js';
import { call, HINTS, type Route, routesOf } from '../support/api/routes.js';
import { sampleBody } from '../support/contract/leaves.js';
import type { Book } from '../support/domain/book.js';
import {
  labelsIn,
  leaksIn,
  NOT_PLAYED,
  planted,
  plantedLife,
  SECRET_HASH,
  SECRET_TEXT,
} from '../support/domain/plantedLife.js';

/** The letters that somebody of the vendor's was sent, in words. */
function lettersToVendor({ rows, state: { caseId } }: Book): { to: string; text: string }[] {
  const seen: RecordedEvent[] = [];
  let state = initialState(caseId);
  return rows.flatMap((row) => {
    seen.push(row);
    state = evolve(state, row);
    const { event } = row;
    if (event.type !== 'LetterQueued') return [];
    if (event.to !== 'vendor-contact' && state.people[event.to] === undefined) return [];
    const { letter, letterId, to } = event;
    const facts = letter.template === 'notice' ? letter.facts.flatMap((seq) => seen[seq - 1] ?? []) : [];
    const reader = { personId: to, name: to };
    const draft = draftLetter({ letterId, letter, reader, state, now: row.at, facts, baseUrl: 'http://x' });
    return [{ to, text: JSON.stringify(draft) }];
  });
}

/** Puts the ledger of a case in memory into the store, command by command. */
async function keep({ store }: TestApi, { rows, state: { caseId } }: Book): Promise<void> {
  let expected = { seq: 0, hash: '' };
  for (let at = 0; at < rows.length; ) {
    const { commandId, at: when } = rows[at] ?? { commandId: '', at: '' };
    const end = rows.findIndex((row, i) => i > at && row.commandId !== commandId);
    const batch = rows.slice(at, end === -1 ? undefined : end);
    const outcome = { status: 'recorded' as const, events: [], notes: [], receipt: undefined };
    const entries = batch.map(({ actor, event }) => ({ actor, event }));
    const input = { caseId, runId: 'run', expected, commandId, requestHash: commandId, at: when, entries, outcome };
    const answer = await store.ledger.appendEntries(input as never);
    if (answer.status !== 'appended') throw new Error(`Not appended but ${answer.status}.`);
    expected = (await store.cases.get(caseId))?.head ?? expected;
    at += batch.length;
  }
}

/** What acts of the vendor's are about, so that a refusal says as much as it ever does. */
const ABOUT = {
  q: 'canary',
  person: 'ada',
  sha256: SECRET_HASH,
  flag: 'RF-2',
  control: 'IN-1',
  approval: 'waiver:IN-1:1',
  replacement: 'replacement-1',
  paper: 'memo',
};

/** Ways of asking for all that there is. */
const QUERIES: Record<string, string>[] = [
  {},
  { person: 'ada' },
  { format: 'jsonl' },
  { limit: '1000' },
  { limit: '1000', afterSeq: '500' },
];

/** One way of asking a route: what about, how, and with which body where the document does not say it. */
type Asking = { about: Record<string, string>; query: Record<string, string>; body?: unknown };

/** Every way of asking a route: every decision; every form, for the case and for somebody; every act as it would come to. */
function askings({ path, method }: Route, { state }: Book): Asking[] {
  const queries = method === 'GET' ? QUERIES : [{}];
  if (path.endsWith('/decisions/{approvalId}'))
    return Object.keys(state.approvals).map((approvalId) => ({ about: { approvalId }, query: {} }));
  if (path.includes('/forms/{control}'))
    return Object.keys(CONTROLS).flatMap((control) => queries.map((query) => ({ about: { control }, query })));
  if (path.endsWith('/preview'))
    return Object.keys(COMMANDS)
      .filter(isCommandType)
      .map((type) => ({
        about: { command: kebab(type) },
        query: {},
        body: sampleBody(COMMANDS[type].body, { ...HINTS, ...ABOUT }),
      }));
  return queries.map((query) => ({ about: {}, query }));
}

describe.each([
  ['open', false],
  ['closing', true],
])('a case that is %s', (_status, closes) => {
  let api: TestApi;
  let book: Book;
  beforeAll(async () => {
    book = plantedLife(closes);
    api = await startApi({ requestsPerMinute: 1_000_000 });
    await keep(api, book);
    const memo = { bytes: Buffer.from(SECRET_TEXT), mediaType: 'text/plain', fileName: 'memo.txt' };
    await api.store.documents.put({ caseId: book.state.caseId, by: 'legal', ...memo });
  });
  afterAll(() => api?.close());

  const tokenOf = async (role: Role, personId: string): Promise<string> => {
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    return (
      await api.store.tokens.issue({ by: SYSTEM, personId, role, caseId: book.state.caseId, expiresAt, label: 'test' })
    ).token;
  };

  test('given this life, then every act of the client’s was played with a canary, or it is said why not', () => {
    const played = new Set([...planted.values()].map((label) => label.split('.')[0] ?? ''));
    const missed = Object.keys(COMMANDS).filter(
      (type) => type !== 'SubmitEvidence' && !played.has(type) && !Object.hasOwn(NOT_PLAYED, type),
    );
    expect(missed).toEqual(closes ? [] : ['CloseCase']);
    expect([...played].filter((type) => type.startsWith('evidence')).length).toBeGreaterThan(5);
  });

  test('given the client’s own people, then they read what was written: the canaries are there', async () => {
    const token = await tokenOf('compliance', 'compliance');
    const { text } = await api.get(`/api/cases/${book.state.caseId}/story?limit=1000`, token);
    expect(labelsIn(text)).toEqual(expect.arrayContaining(['PauseCase.reason', 'RaiseRedFlag.reason']));
    expect((await api.get(`/api/cases/${book.state.caseId}/ledger?limit=1000`, token)).status).toBe(200);
    const form = await api.get(`/api/cases/${book.state.caseId}/forms/KP-1`, token);
    expect(labelsIn(form.text).join()).toContain('evidence KP-1');
    const decision = await api.get(`/api/cases/${book.state.caseId}/decisions/waiver:IN-1:1`, token);
    expect(labelsIn(decision.text)).toEqual(expect.arrayContaining(['RequestWaiver.reason', 'Decide.reason']));
  });

  test.each([
    ['vendor-contact', 'vendor-contact'],
    ['engineer', 'ada'],
  ] as const)(
    'given a %s, then nothing that they can get holds a word that was not for them',
    async (role, personId) => {
      const token = await tokenOf(role, personId);
      const { caseId } = book.state;
      const leaks: [string, string[]][] = [];
      const found = new Set<string>();
      // A stream has no end to wait for; what it tells is in events.test.ts.
      for (const route of (await routesOf(api)).filter(({ path }) => path !== '/api/events'))
        for (const { about, ...asked } of askings(route, book)) {
          const { text } = await call(api, route, { token, caseId, hints: { ...ABOUT, ...about }, ...asked });
          for (const label of labelsIn(text)) found.add(label);
          if (leaksIn(text).length > 0)
            leaks.push([`${route.method} ${route.path} ${JSON.stringify(about)}`, leaksIn(text)]);
          expect(text).not.toContain(SECRET_TEXT);
        }
      expect(leaks).toEqual([]);
      // What was for them is there: otherwise nothing was looked at.
      if (role === 'vendor-contact') expect([...found]).toContain('RequestReplacement.reason');
    },
  );

  test('given the letters to the vendor’s people, then none holds a word that was not for them', () => {
    const letters = lettersToVendor(book);
    expect(letters.length).toBeGreaterThan(5);
    expect(letters.flatMap(({ to, text }) => leaksIn(text).map((label) => [to, label]))).toEqual([]);
  });
});
