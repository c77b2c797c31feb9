import { type Answer, startApi, type TestApi } from '../support/api/harness.js';
import { act, openWorld, signedPaper, type Who, type World } from '../support/api/world.js';

let api: TestApi;
let world: World;
beforeAll(async () => {
  api = await startApi();
  world = await openWorld(api);
  await signedPaper(api, world, 'msa', { kind: 'master-agreement', signers: ['client', 'vendor'] }, []);
});
afterAll(() => api?.close());

/** Uploads a file under a name and answers its hash. */
async function upload(who: Who, fileName: string, text: string): Promise<string> {
  const at = `/api/cases/${world.caseId}/documents?fileName=${fileName}`;
  const { body } = await api.post(at, world.tokens[who], Buffer.from(text), { 'content-type': 'text/plain' });
  return String(Object(body).sha256);
}

/** Evidence on IP-1 that names a file. */
async function name(who: Who, textHash: string, workMadeForHire = true): Promise<void> {
  const form = {
    ...{ paper: 'msa', textHash, workMadeForHire, coversAllWork: true, retained: [] },
    ...{ assignment: 'hereby-assigns', effectiveOn: 'creation' },
  };
  const answer = await act(api, world, who, 'submit-evidence', { control: 'IP-1', form });
  if (answer.status !== 200) throw new Error(answer.text);
}

const read = (who: Who, sha256: string): Promise<Answer> =>
  api.get(`/api/cases/${world.caseId}/documents/${sha256}`, world.tokens[who]);
const readers = async (sha256: string): Promise<Who[]> => {
  const all: Who[] = ['legal', 'compliance', 'procurement', 'vendor-contact', 'engineer'];
  const answers = await Promise.all(all.map(async (who) => ({ who, status: (await read(who, sha256)).status })));
  return answers.flatMap(({ who, status }) => (status === 200 ? [who] : []));
};

test('given a file that nobody has named, then nobody reads it', async () => {
  expect(await readers(await upload('vendor-contact', 'unnamed.txt', 'Not named.'))).toEqual([]);
});

test('given evidence of the vendor, then its file is read by the client and the vendor’s contact, also once other evidence stands', async () => {
  const first = await upload('vendor-contact', 'first.txt', 'The vendor’s first.');
  await name('vendor-contact', first);
  expect(await read('legal', first)).toMatchObject({
    status: 200,
    text: 'The vendor’s first.',
    headers: {
      'content-type': 'text/plain',
      'content-disposition': "attachment; filename*=UTF-8''first.txt",
      'x-content-type-options': 'nosniff',
    },
  });
  const second = await upload('vendor-contact', 'second.txt', 'The vendor’s second.');
  await name('vendor-contact', second, false);
  const all = ['legal', 'compliance', 'procurement', 'vendor-contact'];
  expect([await readers(first), await readers(second)]).toEqual([all, all]);
});

test('given evidence of the client on a control that the vendor may supply too, then its file is the client’s', async () => {
  const own = await upload('procurement', 'own.txt', 'What procurement has found.');
  await name('procurement', own);
  expect(await readers(own)).toEqual(['legal', 'compliance', 'procurement']);
  // Who only knows the hash does not get the bytes by naming it.
  await name('vendor-contact', own);
  expect(await readers(own)).toEqual(['legal', 'compliance', 'procurement']);
});

test('given an incident’s step with a file, then whoever has recorded it has shown it to the client', async () => {
  const notice = await upload('vendor-contact', 'notice.txt', 'What happened.');
  const report = { incident: 'leak', what: 'disclosure', personalData: true };
  await act(api, world, 'vendor-contact', 'report-incident', report);
  const step = { incident: 'leak', step: 'contain', hash: notice };
  const recorded = await act(api, world, 'vendor-contact', 'record-incident-step', step);
  expect([recorded.status, await readers(notice)]).toEqual([
    200,
    ['legal', 'compliance', 'procurement', 'vendor-contact'],
  ]);
});

test('given a file of another case, then it is not there', async () => {
  const elsewhere = await openWorld(api, 'Elsewhere');
  const at = `/api/cases/${elsewhere.caseId}/documents?fileName=a.txt`;
  const { body } = await api.post(at, elsewhere.tokens['vendor-contact'], Buffer.from('Of another case.'));
  const sha256 = String(Object(body).sha256);
  await name('vendor-contact', sha256);
  expect(await readers(sha256)).toEqual([]);
});
