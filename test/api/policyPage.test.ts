import { loadPolicy } from '../../policy/loadPolicy.js';
import { loadPolicyWork } from '../../workers/policyWork.js';
import { startApi, type TestApi } from '../support/api/harness.js';
import { afterFirstWeek } from '../support/domain/firstMonth.js';
import { recordBook } from '../support/store/recordBook.js';

const OWN = loadPolicy();
/** The evaluation is decided by procurement as well, the DPA is told of sooner, and less time is left for tasks. */
const STRICT = OWN.replace('name: default', 'name: strict')
  .replace(
    'deciders: [{ role: engineering-manager, quorum: 1 }]',
    'deciders: [{ role: engineering-manager, quorum: 1 }, { role: executive, quorum: 1 }]',
  )
  .replace('minimumScore: { value: 2,', 'minimumScore: { value: 4,')
  .replace('taskHours: { value: 16,', 'taskHours: { value: 8,');

let api: TestApi;
let tokens: Record<'compliance' | 'procurement' | 'operator' | 'legal' | 'vendor-contact', string>;
beforeAll(async () => {
  api = await startApi({}, undefined, { policy: loadPolicyWork().reader });
  const book = afterFirstWeek();
  await recordBook(api.store, 'c-test', book);
  api.jumpTo(book.now);
  const token = (role: keyof typeof tokens, caseId?: string) => api.tokenFor(role, `${role}@meridian.example`, caseId);
  tokens = {
    compliance: await token('compliance'),
    procurement: await token('procurement'),
    operator: await token('operator'),
    legal: await token('legal'),
    'vendor-contact': await token('vendor-contact', 'c-test'),
  };
});
afterAll(() => api?.close());

const read = (body: object, who: keyof typeof tokens = 'legal') => api.post('/api/policy/read', tokens[who], body);
const replay = (body: object, who: keyof typeof tokens = 'compliance', query = '') =>
  api.post(`/api/policy/replay${query}`, tokens[who], body);

test('the client and the operator read a policy with its gates, numbers, sources and locked controls; the vendor does not', async () => {
  const own = await read({});
  expect(own.status).toBe(200);
  const { policy, stages, controls, figures } = Object(own.body);
  expect(policy).toMatchObject({ name: 'default', hash: loadPolicyWork().reader.own.hash });
  expect(stages.at(-1)).toEqual({
    id: 'day-30-review',
    after: ['knowledge-transfer'],
    notBeforeDay: 30,
    deciders: [
      { role: 'engineering-manager', quorum: 1 },
      { role: 'procurement', quorum: 1 },
    ],
    decideWithinHours: 16,
    escalateTo: 'executive',
  });
  const control = (id: string) => controls.find((one: { id: string }) => one.id === id);
  expect(control('PE-1')).toMatchObject({ binds: 'holds the next stage', waivableBy: ['executive'], locked: false });
  expect(control('PE-1').figures).toContainEqual({
    name: 'minimumScore',
    text: 'score of at least 2',
    source: 'House rule: below this anchor nothing of theirs runs in production',
  });
  expect(control('IP-2')).toMatchObject({ locked: true, waivableBy: [] });
  expect(figures).toContainEqual({
    name: 'taskHours',
    text: 'Business hours to answer a task without a due day: 16',
    source: 'House rule: two working days for a task without a day of its own',
  });
  expect((await read({ policy: STRICT }, 'operator')).body).toMatchObject({ policy: { name: 'strict' } });
  expect((await read({}, 'vendor-contact')).status).toBe(403);
  expect(await read({ policy: 'name: 1' })).toMatchObject({ status: 400, body: { code: 'Malformed' } });
});

const PLACE = {
  caseId: 'c-test',
  title: 'Delivery-time forecasts, first team',
  vendor: 'Bałtyk AI',
  policy: expect.objectContaining({ name: 'default' }),
};
const DIFFERENCE = [
  {
    where: 'PE-1 (Technical vetting of engineers, and AI shipped to production): number minimumScore',
    before: '2',
    after: '4',
  },
  { where: 'Business hours to answer a task without a due day', before: '16', after: '8' },
  {
    where: 'Gate of the evaluation: decided by',
    before: 'engineering-manager',
    after: 'engineering-manager and executive',
  },
];

test('a policy is played over the open cases: who would lose access is told, and nothing is recorded', async () => {
  const before = await api.store.cases.get('c-test');
  const { status, body } = await replay({ policy: STRICT });
  expect({ status, body }).toEqual({
    status: 200,
    body: {
      policy: { name: 'strict', version: '2026-11-01', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      rows: [
        {
          ...PLACE,
          difference: DIFFERENCE,
          gates: [],
          decisions: [],
          dates: [],
          access: [
            { person: 'ada', resource: 'github:meridian/eta-model' },
            { person: 'nina', resource: 'github:meridian/eta-model' },
          ],
          follows: [
            'Refused: PE-1 Technical vetting of engineers, and AI shipped to production',
            'Access ended: {person:ada} on meridian/eta-model (control lapsed)',
            'Access ended: {person:nina} on meridian/eta-model (control lapsed)',
            'Waiting for the client and the vendor',
          ],
        },
      ],
      names: {},
    },
  });
  expect(await api.store.cases.get('c-test')).toEqual(before);
});

test('the policy that a case follows changes nothing in it', async () => {
  const nothing = { difference: [], gates: [], decisions: [], dates: [], access: [], follows: [] };
  expect((await replay({}, 'procurement')).body).toMatchObject({ rows: [{ ...PLACE, ...nothing }] });
});

test('a policy that a case cannot come under says why', async () => {
  const lost = OWN.replace(/\bcontributor:/, 'reader-only:');
  const { rows } = Object((await replay({ policy: lost })).body);
  expect(rows).toMatchObject([
    { ...PLACE, faults: [expect.stringContaining('access profile contributor')], follows: [] },
  ]);
});

test('the operator is told of plans, not of people; nobody else plays a policy, and a page is bounded', async () => {
  const { rows } = Object((await replay({ policy: STRICT }, 'operator')).body);
  expect(rows).toMatchObject([{ ...PLACE, difference: DIFFERENCE, access: [], follows: [] }]);
  expect((await replay({}, 'legal')).status).toBe(403);
  expect(await replay({}, 'compliance', '?limit=21')).toMatchObject({ status: 400, body: { code: 'Malformed' } });
  expect(await replay({ policy: 'name: 1' })).toMatchObject({ status: 400, body: { code: 'Malformed' } });
});

test('a token for one case plays that case alone', async () => {
  const elsewhere = await api.tokenFor('compliance', 'auditor@meridian.example', 'c-other');
  expect((await api.post('/api/policy/replay', elsewhere, {})).body).toMatchObject({ rows: [] });
});
