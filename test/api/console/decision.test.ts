import { type DecisionPage, decisionPage } from '../../../contract/console/decision.js';
import type { JsonObject } from '../../../domain/controls/form.js';
import { type Answer, startApi, type TestApi } from '../../support/api/harness.js';
import { act, look, openWorld, signedPaper, type Who, type World } from '../../support/api/world.js';

const FORM: JsonObject = {
  paper: 'msa',
  workMadeForHire: true,
  assignment: 'hereby-assigns',
  effectiveOn: 'creation',
  coversAllWork: true,
  retained: [],
};

let api: TestApi;
let world: World;
beforeAll(async () => {
  api = await startApi();
  world = await openWorld(api);
  const paper = { kind: 'master-agreement', signers: ['client', 'vendor'], until: '2027-08-31' };
  await signedPaper(api, world, 'msa', paper, ['vendor-contact', 'legal']);
  await supply(FORM);
});
afterAll(() => api?.close());

async function supply(form: JsonObject): Promise<void> {
  const answer = await act(api, world, 'vendor-contact', 'submit-evidence', { control: 'IP-1', form });
  if (answer.status !== 200) throw new Error(answer.text);
}
const ask = (who: Who, approval = 'gate:contract'): Promise<Answer> =>
  api.get(`/api/cases/${world.caseId}/decisions/${encodeURIComponent(approval)}`, world.tokens[who]);
async function read(who: Who): Promise<DecisionPage> {
  const answer = await ask(who);
  if (answer.status !== 200) throw new Error(answer.text);
  return decisionPage.parse(answer.body);
}

test('given a gate that waits for legal, then the page is there with names, and documents by their file', async () => {
  const page = await read('legal');
  expect(page).toMatchObject({
    title: 'Contract',
    question: 'Do the contracts protect our rights and our secrets?',
    youMayDecide: true,
    role: 'legal',
    others: [],
    contentHash: (await look(api, world, 'legal')).approvals[0]?.contentHash,
  });
  expect(page.candidates?.map(({ name }) => name).sort()).toEqual(['Name of mina', 'Name of rui', 'Name of sean']);
  expect(page.controls).toHaveLength(1);
  expect(page.controls[0]).toMatchObject({ key: 'IP-1', status: 'met', missing: [] });
  expect(page.names[page.controls[0]?.by ?? '']).toBe('Name of ewa');
  expect(page.controls[0]?.documents).toMatchObject([
    { paper: 'msa', title: 'Paper msa', fileName: 'paper.txt', mediaType: 'text/plain', state: 'in-force' },
  ]);
});

test('given a look and answers since, then the next sitting marks what changed, and goes on to while it is read', async () => {
  expect((await read('legal')).lastLookedAt).toBeUndefined();
  await supply({ ...FORM, effectiveOn: 'commit' });
  // Within half an hour it is one look: nothing was seen before it.
  expect((await read('legal')).lastLookedAt).toBeUndefined();
  api.jumpTo('2026-08-25T08:00:00.000Z');
  await supply(FORM);
  const [first, again] = [await read('legal'), await read('legal')];
  expect(first.lastLookedAt?.slice(0, 10)).toBe('2026-08-24');
  expect(first.controls[0]).toMatchObject({
    changed: true,
    changes: [{ question: 'When do the rights pass to the client?', before: 'commit', after: 'creation' }],
  });
  expect([again.lastLookedAt, again.controls[0]?.changes]).toEqual([first.lastLookedAt, first.controls[0]?.changes]);
  // Another person has not looked before.
  expect((await read('executive')).lastLookedAt).toBeUndefined();
});

test('given somebody else, then they read whether they may decide, and the vendor’s contact what the vendor supplied', async () => {
  expect(await read('procurement')).toMatchObject({ youMayDecide: false, whyNot: expect.stringContaining('legal') });
  const theirs = await read('vendor-contact');
  expect(theirs.controls[0]?.answers.length).toBeGreaterThan(3);
  expect([theirs.others, theirs.candidates, theirs.price, theirs.whyNot]).toEqual([[], [], undefined, undefined]);
  expect(await ask('engineer')).toMatchObject({ status: 403, body: { code: 'Forbidden' } });
});

test('given an approval that is none, or none of the vendor’s, then both are unknown alike', async () => {
  await act(api, world, 'procurement', 'request-waiver', { control: 'ON-4', reason: 'Later.', until: '2026-09-10' });
  expect((await ask('executive', 'waiver:ON-4:1')).status).toBe(200);
  const [hidden, none] = [await ask('vendor-contact', 'waiver:ON-4:1'), await ask('vendor-contact', 'waiver:ON-4:2')];
  const seen = ({ status, body }: Answer, approval: string) => [
    status,
    Object(body).code,
    String(Object(body).detail).replace(approval, '…'),
  ];
  expect(seen(hidden, 'waiver:ON-4:1')).toEqual(seen(none, 'waiver:ON-4:2'));
  expect(hidden).toMatchObject({ status: 404, body: { code: 'UnknownApproval' } });
});

test('given a decision that came back with questions and was answered, then the client’s people read both, and the vendor’s none', async () => {
  const { contentHash } = await read('legal');
  const back = { approval: 'gate:contract', contentHash, decision: 'return', reason: 'Does it cover drafts?' };
  expect((await act(api, world, 'legal', 'decide', back)).status).toBe(200);
  expect((await read('legal')).earlier).toEqual([]);
  const answer = { approval: 'gate:contract', answer: 'Yes, clause 4.' };
  expect((await act(api, world, 'vendor-contact', 'answer-questions', answer)).status).toBe(200);
  const page = await read('legal');
  const told = page.earlier?.map(({ question, askedBy, answer: said, answeredBy }) => [
    question,
    page.names[askedBy],
    said,
    page.names[answeredBy],
  ]);
  expect(told).toEqual([['Does it cover drafts?', 'Name of aoife', 'Yes, clause 4.', 'Name of ewa']]);
  expect((await read('vendor-contact')).earlier).toBeUndefined();
});
