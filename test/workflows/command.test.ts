import { waitUntil } from '../support/real/waitUntil.js';
import { closeCase, enveloped, openCase, registerPaper } from '../support/workflows/scene.js';
import { startWorld, type World } from '../support/workflows/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await world.worker();
});
afterAll(() => world.end());

test('given a case that is opened, when a paper is registered, then both are recorded and answered with their receipts', async () => {
  const caseId = world.caseId();
  const opened = await world.client.openCase(caseId, openCase());
  const registered = await world.client.send(caseId, registerPaper('c-1'));
  const rows = await world.rows(caseId);
  expect(opened).toMatchObject({ status: 'recorded', events: ['CaseOpened'] });
  expect(registered).toMatchObject({ status: 'recorded', events: ['PaperDrafted'] });
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, i) => i + 1));
  expect(rows.find(({ commandId }) => commandId === 'c-1')?.event.type).toBe('PaperDrafted');
  expect(rows[0]?.runId).toBe((await world.client.describe(caseId)).runId);
});

test('the same key gets the same case and the same receipt; other content under it is refused', async () => {
  const caseId = world.caseId();
  const first = await world.client.openCase(caseId, openCase());
  expect(await world.client.openCase(caseId, openCase())).toEqual(first);
  const [one, two] = await Promise.all([1, 2].map(() => world.client.send(caseId, registerPaper('c-1'))));
  expect(two).toEqual(one);
  await expect(world.client.send(caseId, registerPaper('c-1', 'another'))).rejects.toMatchObject({
    code: 'CommandIdReused',
  });
  expect((await world.rows(caseId)).filter(({ commandId }) => commandId === 'c-1').length).toBeGreaterThan(0);
});

test('other content under the same key at the same moment: one is recorded, and the other sender is told', async () => {
  const caseId = world.caseId();
  await world.client.openCase(caseId, openCase());
  const { commands, ...store } = world.store;
  const bothHaveLooked = meeting(2);
  const client = world.clientWith({
    store: {
      ...store,
      commands: {
        ...commands,
        // Neither of the two finds the other one's command.
        async find(...asked) {
          const found = await commands.find(...asked);
          await bothHaveLooked();
          return found;
        },
      },
    },
  });
  const papers = ['one', 'two'];
  const sent = await Promise.allSettled(papers.map((paper) => client.send(caseId, registerPaper('c-1', paper))));
  const recorded = sent.findIndex(({ status }) => status === 'fulfilled');
  expect(sent[recorded]).toMatchObject({ value: { status: 'recorded', events: ['PaperDrafted'] } });
  expect(sent[1 - recorded]).toMatchObject({ reason: { code: 'CommandIdReused' } });
  const drafted = (await world.rows(caseId)).filter(({ event }) => event.type === 'PaperDrafted');
  expect(drafted.map(({ event }) => event)).toMatchObject([{ paper: { id: papers[recorded] } }]);
});

/** Waits until so many have come; whoever comes later does not wait. */
function meeting(expected: number): () => Promise<void> {
  let come = 0;
  let open: () => void;
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    if (++come === expected) open();
    return all;
  };
}

test('what is refused is answered with its code, and the same again for the same key', async () => {
  const caseId = world.caseId();
  await world.client.openCase(caseId, openCase());
  const stranger = enveloped('c-9', registerPaper('x').command, {
    personId: 'p-stranger',
    role: 'procurement',
  });
  const refused = await world.client.send(caseId, stranger);
  expect(refused).toMatchObject({ status: 'refused', code: 'NotYourRole' });
  expect(await world.client.send(caseId, stranger)).toEqual(refused);
  expect((await world.rows(caseId)).filter(({ event }) => event.type === 'DecisionRefused')).toHaveLength(1);
});

test('a command to a case that does not exist is CaseNotFound', async () => {
  await expect(world.client.send('0000000000000000', registerPaper('c-1'))).rejects.toMatchObject({
    code: 'CaseNotFound',
  });
});

test('a closed case has ended: its run completes, and further commands are refused', async () => {
  const caseId = world.caseId();
  await world.client.openCase(caseId, openCase());
  await world.client.send(caseId, closeCase());
  await waitUntil(
    'the case to be closed',
    async () => (await world.store.cases.get(caseId))?.state.status === 'closed',
  );
  const late = await world.client.send(caseId, registerPaper('late'));
  expect(late).toMatchObject({ status: 'refused', code: 'CaseClosed' });
});
