import { z } from 'zod';
import { startApi, type TestApi } from '../support/api/harness.js';
import { CONTACT, EMAILS, ENGINEER } from '../support/api/smallPolicy.js';
import { act, look, openWorld, type Who, type World } from '../support/api/world.js';
import { tablesOf } from '../support/store/dump.js';

let api: TestApi;
let world: World;
beforeEach(async () => {
  api = await startApi();
  world = await openWorld(api);
});
afterEach(() => api?.close());

const must = async (who: Who, name: string, body: object) => {
  const answer = await act(api, world, who, name, JSON.parse(JSON.stringify(body)));
  expect(answer).toMatchObject({ status: 200 });
};
const statusOf = async (who: Who) => (await api.get(`/api/cases/${world.caseId}`, world.tokens[who])).status;
const successor = {
  name: 'Jo Brandt',
  email: 'jo.brandt@harbour.example',
  timeZone: 'Europe/Dublin',
  reason: 'Takes over.',
};

test('a leaver’s tokens end with the record of it; whoever takes over is called by name and acts', async () => {
  await must('procurement', 'name-for-role', { role: 'legal', replaces: EMAILS.legal, ...successor });
  const before = await look(api, world);
  expect(before.nominations).toMatchObject([{ role: 'legal' }]);
  expect(before.names[before.nominations[0]?.person ?? '']).toBe('Jo Brandt');
  await must('executive', 'confirm-role', { role: 'legal', person: 'Jo Brandt', reason: 'Agreed.' });
  const after = await look(api, world);
  expect(after.client.people.legal?.map((id) => after.names[id])).toEqual(['Jo Brandt']);
  const token = await api.tokenFor('legal', successor.email);
  const body = { role: 'legal', person: EMAILS.executive, until: '2026-09-10', reason: 'Away.' };
  const url = `/api/cases/${world.caseId}/commands/delegate`;
  expect(await api.post(url, world.tokens.legal, { ...body, to: EMAILS.executive, person: undefined })).toMatchObject({
    body: { code: 'NotYourRole' },
  });
  expect((await api.post(url, token, { ...body, to: EMAILS.executive, person: undefined })).status).toBe(200);

  expect(await statusOf('engineering-manager')).toBe(200);
  await must('procurement', 'end-role', {
    person: EMAILS['engineering-manager'],
    left: true,
    reason: 'Left the company.',
  });
  expect(await statusOf('engineering-manager')).toBe(401);
  const story = await api.get(`/api/cases/${world.caseId}/story`, world.tokens.procurement);
  const left = before.client.people['engineering-manager']?.[0] ?? '';
  expect(story.body).toMatchObject({ names: { [left]: 'Name of mina' } });
  expect(story.text).toContain('no longer acts as engineering manager and has left the client');
});

test('an engineer who has left, and a contact who was followed, have no way in to the case any more', async () => {
  expect(await statusOf('engineer')).toBe(200);
  await must('vendor-contact', 'record-departure', { person: ENGINEER, reason: 'Moves on.' });
  expect(await statusOf('engineer')).toBe(401);

  await must('procurement', 'name-for-role', {
    role: 'vendor-contact',
    name: 'Ola Nowak',
    email: 'ola@northwind.example',
    reason: 'Ewa is on leave for good.',
  });
  await must('legal', 'confirm-role', { role: 'vendor-contact', person: 'Ola Nowak', reason: 'Agreed.' });
  expect(await statusOf('vendor-contact')).toBe(401);
  const issued = await api.post('/api/tokens', world.tokens.operator, { role: 'vendor-contact', caseId: world.caseId });
  const { token } = z.object({ token: z.string() }).parse(issued.body);
  expect((await api.get(`/api/cases/${world.caseId}`, token)).status).toBe(200);
});

const REFUSED: [string, Who, object, string][] = [
  ['by the vendor', 'vendor-contact', { role: 'legal', ...successor }, 'NotYourRole'],
  ['of the vendor’s contact', 'procurement', { role: 'legal', ...successor, email: CONTACT }, 'PersonNotInState'],
  ['of somebody who holds it', 'procurement', { role: 'legal', ...successor, email: EMAILS.legal }, 'DuplicateId'],
];

test.each(REFUSED)('somebody named for a role %s: nothing is kept of them', async (_what, who, body, code) => {
  const kept = ['people', 'person_keys', 'case_people', 'tokens', 'documents', 'letters'];
  const before = await tablesOf(api.databaseUrl);
  const answer = await act(api, world, who, 'name-for-role', JSON.parse(JSON.stringify(body)));
  expect(answer).toMatchObject({ body: { code } });
  const after = await tablesOf(api.databaseUrl);
  for (const table of kept) expect(after[table]).toEqual(before[table]);
});
