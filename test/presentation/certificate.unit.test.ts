import { certificate as schema } from '../../contract/certificate.js';
import type { CaseState } from '../../domain/case/state.js';
import type { Incident } from '../../domain/incidents/incident.js';
import { certificateOf } from '../../presentation/certificate/model.js';
import { certificateHtml } from '../../presentation/report/html.js';
import { inputOf } from '../support/api/sampleCase.js';
import { as } from '../support/domain/book.js';
import { atWork } from '../support/domain/wayToWork.js';

const early = atWork();
const made = certificateOf(inputOf(early));

/** The same case on day 30, every gate open, as its last days would leave it. */
function onDay30(change: Partial<CaseState> = {}) {
  const book = atWork();
  const now = '2026-09-30T15:00:00.000Z';
  const stagesDone = Object.fromEntries(book.state.plan.stages.map(({ id }) => [id, book.state.stagesDone[id] ?? now]));
  return inputOf(book, { now, state: { ...book.state, stagesDone, ...change } });
}

test('given a case of its first days, then it is a statement that says what is lacking, and no certificate', () => {
  expect(made).toMatchObject({ kind: 'statement', caseId: 'c-test', dayOfPlan: expect.any(Number) });
  expect(made.whyNot).toEqual([
    expect.stringMatching(/^It is day \d of the plan; the certificate is given from day 30 on\.$/),
    'Not every gate is open: work, knowledge transfer, day 30 review.',
  ]);
  expect(certificateHtml(made)).toContain('This is no certificate.');
  expect(certificateHtml(made)).not.toContain('Day-30 certificate');
});

test('it is plain data of its schema, and its ledger head is the last row', () => {
  expect(schema.parse(JSON.parse(JSON.stringify(made)))).toEqual(JSON.parse(JSON.stringify(made)));
  expect(made.ledger.head.seq).toBe(early.rows.length);
});

test('gates name who decided them, when, why and on what', () => {
  expect(made.gates.map(({ stage, decidedBy, byItself }) => [stage, decidedBy.map(({ by }) => by), byItself])).toEqual([
    ['evaluate', ['engineering-manager'], false],
    ['contract', ['legal'], false],
    ['data-protection', [], true],
    ['attestation', ['security'], false],
    ['people', [], true],
    ['working-agreement', ['executive'], false],
    ['work', [], true],
    ['knowledge-transfer', [], true],
    ['day-30-review', [], false],
  ]);
  expect(made.gates[1]).toMatchObject({
    openSince: early.state.stagesDone.contract,
    contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    decidedBy: [{ role: 'legal', reason: 'Read and found good.' }],
  });
});

test('from day 30 on, with every gate open, it is a certificate', () => {
  const given = certificateOf(onDay30());
  expect(given).toMatchObject({ kind: 'certificate', whyNot: [], dayOfPlan: 30 });
  expect(certificateHtml(given)).toContain('Day-30 certificate');
});

test.each<[string, Partial<Parameters<typeof certificateOf>[0]>, string]>([
  [
    'a day too early',
    { now: '2026-09-29T15:00:00.000Z' },
    'It is day 29 of the plan; the certificate is given from day 30 on.',
  ],
  [
    'a broken ledger',
    { verify: { ok: false, caseId: 'c-test', brokenSeq: 3, message: 'Entry 3 differs.' } },
    'The ledger does not verify.',
  ],
])('with %s it is none', (_what, change, why) => {
  expect(certificateOf({ ...onDay30(), ...change })).toMatchObject({ kind: 'statement', whyNot: [why] });
});

test('with an open red flag it is none, and the flag is owed', () => {
  const flag = {
    id: 'RF-2',
    status: 'open' as const,
    raisedBy: 'legal',
    reason: 'A side letter.',
    raisedAt: '2026-09-20T08:00:00.000Z',
  };
  const given = certificateOf(onDay30({ flags: { 'RF-2': flag } }));
  expect(given.whyNot).toEqual(['Red flag RF-2 is open, and stops the case.']);
  expect(given.debts.openFlags).toEqual([
    {
      key: 'RF-2',
      title: 'No vague or vendor-favouring IP terms',
      reason: 'A side letter.',
      raisedAt: '2026-09-20T08:00:00.000Z',
    },
  ]);
});

test('what is owed: tracked items that are not met, waivers in force, remedies; and nothing that ended', () => {
  const since = '2026-09-10T08:00:00.000Z';
  const waiver = { by: 'executive', requestedBy: 'procurement', reason: 'Sandbox first.', since };
  const given = certificateOf(
    onDay30({
      waivers: {
        'ON-2': { ...waiver, until: '2026-10-05T00:00:00.000Z' },
        'ON-3': { ...waiver, until: '2026-09-20T00:00:00.000Z' },
      },
      flags: {
        'RF-2': {
          id: 'RF-2',
          status: 'remedy',
          raisedBy: 'legal',
          reason: 'Side letter.',
          raisedAt: since,
          until: '2026-10-10T00:00:00.000Z',
          remedy: { term: 'An addendum is signed.', owner: 'vendor-contact' },
        },
      },
    }),
  );
  expect(given.kind).toBe('certificate');
  expect(given.debts.waivers).toEqual([
    {
      key: 'ON-2',
      title: 'Scoped data access under least-privilege rules',
      ...waiver,
      until: '2026-10-05T00:00:00.000Z',
    },
  ]);
  expect(given.debts.remedies).toEqual([
    {
      key: 'RF-2',
      title: 'No vague or vendor-favouring IP terms',
      term: 'An addendum is signed.',
      owner: 'vendor-contact',
      until: '2026-10-10T00:00:00.000Z',
    },
  ]);
  expect(given.debts.openFlags).toEqual([]);
  const owed = given.debts.tracked.map(({ key, late }) => [key, late]);
  expect(owed).toEqual(
    expect.arrayContaining([
      ['KT-1', true],
      ['ON-1', true],
    ]),
  );
  expect(given.debts.tracked.map(({ key }) => key)).not.toContain('IP-1');
  expect(given.debts.tracked.map(({ key }) => key)).not.toContain('ON-2');
});

test('an incident and a replacement that are not over are owed; what is over is not', () => {
  const since = '2026-09-20T08:00:00.000Z';
  const incident = (id: string, ended: Partial<Incident> = {}): Incident => ({
    id,
    drill: false,
    what: 'model-leak',
    personalData: false,
    reportedBy: { person: 'security', role: 'security' },
    reportedAt: since,
    vendorAwareAt: since,
    clientAwareAt: since,
    clocks: {},
    steps: {},
    ...ended,
  });
  const replacement = {
    id: 'replacement-1',
    leaver: 'ada',
    requestedAt: since,
    forCause: false,
    terms: { slaBusinessDays: 7, overlapMaxDays: 5, creditPercentPerDay: 5, creditMaxPercent: 50 },
    due: '2026-10-01T22:00:00.000Z',
    candidates: [],
  };
  const made = certificateOf(
    onDay30({
      incidents: { a: incident('a'), b: incident('b', { closedAt: since }) },
      replacements: { 'replacement-1': replacement },
    }),
  );
  expect(made.debts.running).toEqual([
    { kind: 'incident', id: 'a', about: 'model-leak', since },
    { kind: 'replacement', id: 'replacement-1', about: 'ada', since, due: '2026-10-01T22:00:00.000Z' },
  ]);
});

test('the last reading of each KPI stands beside its target', () => {
  const book = atWork();
  book.act(as('vendor-contact'), { type: 'RecordReading', kpi: 'Velocity', value: 30, source: 'board' });
  book.after(1);
  book.act(as('vendor-contact'), { type: 'RecordReading', kpi: 'Velocity', value: 20, source: 'board, week 2' });
  const { kpis } = certificateOf(inputOf(book));
  expect(kpis.find(({ kpi }) => kpi === 'Velocity')).toMatchObject({
    target: 25,
    readings: 2,
    misses: 1,
    last: { value: 20, source: 'board, week 2', missed: true, by: 'vendor-contact' },
  });
  expect(kpis.find(({ kpi }) => kpi === 'Uptime')).toMatchObject({ readings: 0, misses: 0 });
});
