import { COMMANDS, isCommandType, kebab } from '../../../contract/commands.js';
import { type Preview, preview } from '../../../contract/console/preview.js';
import type { JsonObject } from '../../../domain/controls/form.js';
import { HOUR_MS } from '../../../domain/time.js';
import { type Answer, startApi, type TestApi } from '../../support/api/harness.js';
import { HINTS } from '../../support/api/routes.js';
import { ENGINEER } from '../../support/api/smallPolicy.js';
import { act, look, openWorld, signedPaper, upload, type Who, type World } from '../../support/api/world.js';
import { sampleBody } from '../../support/contract/leaves.js';
import { tablesOf } from '../../support/store/dump.js';

let api: TestApi;
let world: World;
beforeAll(async () => {
  api = await startApi({ requestsPerMinute: 1_000_000 });
  world = await openWorld(api);
});
afterAll(() => api?.close());

const ask = (who: Who, name: string, body: unknown): Promise<Answer> =>
  api.post(`/api/cases/${world.caseId}/commands/${name}/preview`, world.tokens[who], body);
async function previewed(who: Who, name: string, body: unknown): Promise<Preview> {
  const answer = await ask(who, name, body);
  if (answer.status !== 200) throw new Error(answer.text);
  return preview.parse(answer.body);
}

/** What an act was answered with, as a preview says it. */
function asPreview({ status, body }: Answer) {
  const { code, detail, faults, notes, control } = Object(body);
  return status === 200
    ? { accepted: true, notes, ...(control !== undefined && { control }) }
    : { accepted: false, refusal: { code, message: detail, ...(faults !== undefined && { faults }) }, notes: [] };
}

const START = Date.parse('2026-08-25T06:00:00.000Z');
let hours = 0;

test.each(['vendor-contact', 'engineer', 'legal', 'procurement'] as const)(
  'given %s and every act, then its preview is answered as the act itself, and nothing is written for it',
  async (who) => {
    const types = Object.keys(COMMANDS).filter(isCommandType);
    const bodyOf = (type: (typeof types)[number]) => sampleBody(COMMANDS[type].body, { ...HINTS, person: ENGINEER });
    const before = await tablesOf(api.databaseUrl);
    for (const type of types) await previewed(who, kebab(type), bodyOf(type));
    expect(await tablesOf(api.databaseUrl)).toEqual(before);
    for (const [i, type] of types.entries()) {
      // So many refusals in an hour are not recorded any more.
      if (i % 15 === 0) api.jumpTo(new Date(START + ++hours * HOUR_MS).toISOString());
      const { follows: _follows, more: _more, ...said } = await previewed(who, kebab(type), bodyOf(type));
      const done = await act(api, world, who, kebab(type), bodyOf(type) as JsonObject);
      expect([type, said]).toEqual([type, asPreview(done)]);
    }
  },
);

test('given a gate that waits for legal, then what follows is told by name, and a stale hash is refused', async () => {
  world = await openWorld(api, 'For a gate');
  const both = ['vendor-contact', 'legal'] as const;
  const paper = { kind: 'master-agreement', signers: ['client', 'vendor'], until: '2027-08-31' };
  await signedPaper(api, world, 'msa', paper, [...both]);
  const form = {
    paper: 'msa',
    workMadeForHire: true,
    assignment: 'hereby-assigns',
    effectiveOn: 'creation',
    coversAllWork: true,
    retained: [],
  };
  const evidence = await previewed('vendor-contact', 'submit-evidence', { control: 'IP-1', form });
  expect([evidence.accepted, evidence.control]).toEqual([true, 'met']);
  await act(api, world, 'vendor-contact', 'submit-evidence', { control: 'IP-1', form });
  const { contentHash = '' } = (await look(api, world, 'legal')).approvals[0] ?? {};
  const body = { approval: 'gate:contract', contentHash, decision: 'approve', reason: 'Read.' };
  const approved = await previewed('legal', 'decide', body);
  expect(approved).toMatchObject({ accepted: true });
  expect(approved.follows.slice(0, 2)).toEqual(['Contract gate: all approvals given', 'Contract gate opened']);
  expect(JSON.stringify(approved)).not.toContain('{person:');
  expect(await previewed('legal', 'decide', { ...body, contentHash: 'b'.repeat(64) })).toMatchObject({
    accepted: false,
    refusal: { code: 'ContentChanged' },
    follows: [],
  });
  expect(await previewed('vendor-contact', 'decide', body)).toMatchObject({ refusal: { code: 'NotYourRole' } });
});

test('given what is no act, a malformed body, somebody without a part, or compliance, then it is refused', async () => {
  expect(await ask('legal', 'dance', {})).toMatchObject({ status: 404, body: { code: 'NotFound' } });
  expect(await previewed('legal', 'sign-paper', { paper: 3 })).toMatchObject({
    accepted: false,
    refusal: { code: 'Malformed', faults: [{ path: 'paper', message: 'must be a text' }, { path: 'textHash' }] },
  });
  expect(await ask('compliance', 'sign-paper', {})).toMatchObject({ status: 403, body: { code: 'Forbidden' } });
  const other = await openWorld(api, 'Of others');
  const foreign = `/api/cases/${other.caseId}/commands/sign-paper/preview`;
  expect(await api.post(foreign, world.tokens['vendor-contact'], {})).toMatchObject({
    status: 404,
    body: { code: 'CaseNotFound' },
  });
});

test('given a text that was uploaded, then its preview sees it', async () => {
  const textHash = await upload(api, world, 'A text.');
  const body = { paper: 'memo', kind: 'other', title: 'Memo', textHash, signers: ['client'], from: '2026-08-01' };
  expect(await previewed('vendor-contact', 'register-paper', body)).toMatchObject({ accepted: true });
  expect(await previewed('legal', 'register-paper', body)).toMatchObject({ refusal: { code: 'Malformed' } });
});
