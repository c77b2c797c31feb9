import type { Report } from '../../../contract/report.js';
import { answerOf } from '../../../presentation/report/answer.js';
import { voiceOf } from '../../../presentation/words/voice.js';
import { SAMPLE } from '../../support/api/sampleReport.js';

const [, engineer = '', legal = ''] = Object.keys(SAMPLE.names);
const [late, done] = SAMPLE.clocks.tasks;
if (late === undefined || done === undefined) throw new Error('The sample has two tasks.');

type Task = Report['clocks']['tasks'][number];
const open = (more: Partial<Task>): Task => ({ ...late, due: undefined, lateSince: undefined, lateByMs: 0, ...more });

/** The sample with nothing that needs attention, and these tasks open. */
const calm = (tasks: Task[], more: Partial<Report> = {}): Report => ({
  ...SAMPLE,
  flags: [],
  controls: SAMPLE.controls.filter(({ status }) => status === 'met' || status === 'open'),
  clocks: { ...SAMPLE.clocks, tasks: [...tasks, done], cadence: [] },
  kpis: [],
  ...more,
});

const answer = (report: Report) => answerOf(report, voiceOf({ names: report.names, zone: report.client.timeZone }));
const fact = (report: Report, label: string): string | undefined =>
  answer(report).facts.find((one) => one.label === label)?.value;

const SIGN = open({ task: 'sign:ip2', title: `Sign for {person:${engineer}}`, due: '2026-09-23T23:00:00.000Z' });
const REVIEW = open({ task: 'item:KT-1', title: 'Supply KT-1', assignees: [legal, engineer] });

test('given nothing that needs attention, then the case is on track, and what is next and who is waited for is said', () => {
  expect(answer(calm([REVIEW, SIGN]))).toEqual({
    tone: 'good',
    headline: 'On track',
    points: [],
    facts: [
      {
        label: 'Next',
        value:
          'Attestation gate: 1 control still open. Due Wed 23 Sep 2026, 24:00 (Dublin): Sign for Łukasz Zieliński (Łukasz Zieliński).',
      },
      {
        label: 'Waiting for',
        value: 'The vendor, since Tue 22 Sep 2026, 09:00 (Dublin): Łukasz Zieliński (2 tasks), Aoife Byrne (1 task)',
      },
      { label: 'Gates', value: '2 of 3 open' },
      { label: 'Controls', value: '1 met, 1 waived, 1 open, 1 refused, 0 red flags not raised, 1 not applicable' },
      { label: 'Ledger', value: 'Verified: 131 entries, an unbroken chain, and the state follows from it.' },
    ],
  });
});

test('given what needs attention, then the bad news comes first, and the headline counts it', () => {
  const report: Report = {
    ...SAMPLE,
    access: SAMPLE.access.map((window) => ({ ...window, withdrawnAt: undefined, foundAfterEnd: 1 })),
    incidents: SAMPLE.incidents.flatMap((drill) => [drill, { ...drill, id: 'leak', drill: false }]),
    ledger: { ...SAMPLE.ledger, verification: { ok: true, rows: 131, stateMatches: false } },
  };
  const { tone, headline, points } = answer(report);
  expect([tone, headline]).toEqual(['bad', 'Needs attention: 9 points']);
  expect(points).toEqual([
    'The state of the case does not match its ledger.',
    'Red flag RF-2 No vague or vendor-favouring IP terms, open since Sun 20 Sep 2026: The assignment takes effect upon payment.',
    'Incident leak (model leak), open since Tue 15 Sep 2026.',
    'Refused: SA-1 Current SOC 2 Type II report. The report is of Type I; only Type II tells that controls operate.',
    'Access of Łukasz Zieliński to harbour/claims ended Sun 20 Sep 2026 and is not proven absent yet.',
    'Access of Łukasz Zieliński to harbour/claims was found again after its end.',
    'Late by 18 d 17 h 10 min: Sign the contributor assignment (Łukasz Zieliński).',
    'Waived until Wed 30 Sep 2026, 24:00 (Dublin): DC-1 Least privilege: every grant has a task, an end date, an owner and a usage log.',
    'Daily stand-up missed 2 times of 15, by the vendor.',
  ]);
});

test('given only what waits, then the answer is not bad', () => {
  const { cadence } = SAMPLE.clocks;
  const missed = answer(calm([SIGN], { clocks: { ...calm([SIGN]).clocks, cadence } }));
  expect([missed.tone, missed.headline]).toEqual(['wait', 'Needs attention: 1 point']);
});

test.each<[string, Partial<Report>, string, string]>([
  ['paused', { pauses: [{ from: '2026-09-10T08:00:00.000Z', reason: 'The budget is frozen.' }] }, 'wait', 'Paused'],
  [
    'gone on after a pause',
    { pauses: [{ from: '2026-09-10T08:00:00.000Z', until: '2026-09-11T08:00:00.000Z' }] },
    'good',
    'On track',
  ],
  ['closing', { status: 'closing', closedOutcome: 'cancelled', closedReason: 'Moved in-house.' }, 'note', 'Closing'],
  ['closed', { status: 'closed', closedOutcome: 'completed', closedReason: 'All is done.' }, 'note', 'Closed'],
])('given a case that is %s, then that is the answer', (_what, change, tone, headline) => {
  expect(answer(calm([SIGN], change))).toMatchObject({ tone, headline, points: [] });
});

test('given a paused case with a late task, then both are said', () => {
  const overdue = calm([{ ...SIGN, lateByMs: 60_000 }], { pauses: [{ from: '2026-09-10T08:00:00.000Z' }] });
  expect(answer(overdue).headline).toBe('Paused, needs attention: 1 point');
});

test('given a closed case that missed meetings and targets, then they are history and no longer need attention', () => {
  const { cadence } = SAMPLE.clocks;
  const closed: Partial<Report> = { status: 'closed', closedOutcome: 'completed', kpis: SAMPLE.kpis };
  expect(answer(calm([], { ...closed, clocks: { ...calm([]).clocks, cadence } }))).toMatchObject({
    headline: 'Closed',
    points: [],
  });
});

test('given a KPI whose last reading missed its target, then that is a point, and no longer once the target is reached', () => {
  const [kpi] = SAMPLE.kpis;
  if (kpi === undefined) throw new Error('The sample has a KPI.');
  const [missed, reached] = kpi.readings;
  const points = (readings: typeof kpi.readings) => answer(calm([], { kpis: [{ ...kpi, readings }] })).points;
  expect(missed && points([missed])).toEqual(['KPI triage-accuracy missed its target in 1 of 1 reading.']);
  expect(missed && reached && points([missed, reached])).toEqual([]);
});

describe('next', () => {
  const gated = (openControls: number, tasks: Task[] = []): Report =>
    calm(tasks, { gates: SAMPLE.gates.map((gate) => ({ ...gate, openControls })) });

  test('a gate that is held says by how many controls, one that is met waits for its decision', () => {
    const decide = open({ task: 'decide:gate:attestation' });
    expect([gated(2), gated(0), gated(0, [decide])].map((report) => fact(report, 'Next'))).toEqual([
      'Attestation gate: 2 controls still open.',
      'Attestation gate: every control is met.',
      'Attestation gate: every control is met, waiting for the decision.',
    ]);
  });

  test('the task that is due first is named, and not one without a day', () => {
    const later = open({ task: 'b', title: 'Later', due: '2026-10-01T08:00:00.000Z' });
    expect(fact(gated(1, [REVIEW, later, SIGN]), 'Next')).toMatch(/ Due Wed 23 Sep 2026, 24:00 \(Dublin\): Sign for /);
    expect(fact(gated(1, [REVIEW]), 'Next')).toBe('Attestation gate: 1 control still open.');
  });

  test('once every gate is open that is said, and of a case that ends how and why', () => {
    const gates = SAMPLE.gates.map((gate) => ({ ...gate, openSince: SAMPLE.asOf }));
    const closing = { closedOutcome: 'walked-away' as const, closedReason: 'No report by the date.' };
    expect([fact(calm([], { gates }), 'Next'), fact(calm([SIGN], closing), 'Next')]).toEqual([
      'Every gate is open.',
      'The client walks away from the vendor: No report by the date.',
    ]);
  });
});

test.each([
  ['client', 'The client, since '],
  ['vendor', 'The vendor, since '],
  ['both', 'The client and the vendor, since '],
  ['nobody', 'No open tasks'],
])('given that it is up to %s, then that party is waited for', (turn, beginning) => {
  const report = calm([SIGN]);
  const waited = fact(
    { ...report, clocks: { ...report.clocks, attribution: { ...report.clocks.attribution, turn } } },
    'Waiting for',
  );
  expect(waited?.startsWith(beginning)).toBe(true);
});

test('given a task that the case names nobody for, then its role is waited for', () => {
  const task = open({ assignees: [], role: 'privacy', title: 'Assess it', due: '2026-09-23T08:00:00.000Z' });
  expect(fact(calm([task]), 'Waiting for')).toBe('The vendor, since Tue 22 Sep 2026, 09:00 (Dublin): privacy (1 task)');
  expect(fact(calm([task]), 'Next')).toContain('Assess it (privacy).');
});
