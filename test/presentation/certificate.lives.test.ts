import { certificate as schema } from '../../contract/certificate.js';
import type { Instant } from '../../domain/time.js';
import { certificateOf } from '../../presentation/certificate/model.js';
import { certificatePage } from '../../presentation/certificate/page.js';
import { pageHtml } from '../../presentation/page/html.js';
import { reportOf } from '../../presentation/report/model.js';
import { kpiBlocks } from '../../presentation/report/timeSections.js';
import { voiceOf } from '../../presentation/words/voice.js';
import { inputOf } from '../support/api/sampleCase.js';
import { decide, doAll, waive } from '../support/domain/acts.js';
import { as, type Book } from '../support/domain/book.js';
import { afterFirstWeek, onDay30 } from '../support/domain/firstMonth.js';
import { LINK, report, step } from '../support/domain/incident.js';
import { atWork } from '../support/domain/wayToWork.js';

const early = atWork();
const made = certificateOf(inputOf(early));
const day30 = onDay30();
const printed = (book: Book): string => pageHtml(certificatePage(certificateOf(inputOf(book))));

const raise = (book: Book) =>
  book.act(as('security'), { type: 'RaiseRedFlag', flag: 'RF-2', reason: 'A side letter.' });

test('given a case of its first days, then it is a statement that says what is lacking, and no certificate', () => {
  expect(made).toMatchObject({ kind: 'statement', caseId: 'c-test', dayOfPlan: 1 });
  expect(made.whyNot).toEqual([
    'It is day 1 of the plan; the certificate is given from day 30 on.',
    'Not every gate is open: work, knowledge transfer, day 30 review.',
  ]);
  expect(certificatePage(made)).toMatchObject({
    kind: 'Status statement',
    answer: {
      tone: 'wait',
      headline: 'Status statement. The day-30 certificate is issued when every gate is open.',
      points: made.whyNot,
    },
  });
  expect(printed(early)).not.toContain('Day-30 certificate');
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
    ['people', ['legal'], false],
    ['working-agreement', ['executive'], false],
    ['work', [], true],
    ['knowledge-transfer', [], true],
    ['day-30-review', [], false],
  ]);
  expect(made.gates[1]).toMatchObject({
    openSince: early.state.stagesDone.contract,
    contentHash: early.state.approvals['gate:contract']?.contentHash,
    decidedBy: [{ role: 'legal', reason: 'Read and found good.' }],
  });
});

test('from day 30 on, with every gate open, it is a certificate', () => {
  const given = certificateOf(inputOf(day30));
  expect(given).toMatchObject({ kind: 'certificate', whyNot: [], dayOfPlan: 30 });
  expect(certificatePage(given).answer).toMatchObject({
    tone: 'good',
    headline: 'Certified: every gate is open. 3 points still open, listed below.',
    points: [],
  });
  expect(printed(day30)).toContain('<title>Day-30 certificate: ');
});

test('given a day too early, then it is none, whatever is met', () => {
  const book = afterFirstWeek().until('2026-09-29T15:00:00.000Z');
  expect(certificateOf(inputOf(book))).toMatchObject({
    kind: 'statement',
    whyNot: [
      'It is day 29 of the plan; the certificate is given from day 30 on.',
      'Not every gate is open: day 30 review.',
    ],
  });
});

test('given a broken ledger, then it is none', () => {
  const verify = { ok: false as const, caseId: 'c-test', brokenSeq: 3, message: 'Entry 3 differs.' };
  expect(certificateOf(inputOf(day30, { verify }))).toMatchObject({
    kind: 'statement',
    whyNot: ['The ledger does not verify.'],
  });
});

test('given an open red flag, then it is none, and the flag is owed', () => {
  const book = day30.copy();
  raise(book);
  const given = certificateOf(inputOf(book));
  expect(given.whyNot).toEqual(['Red flag RF-2 is open, and stops the case.']);
  expect(given.debts.openFlags).toEqual([
    { key: 'RF-2', title: 'No vague or vendor-favouring IP terms', reason: 'A side letter.', raisedAt: book.now },
  ]);
});

test('what is owed: tracked items that are not met, waivers in force, remedies; and nothing that ended', () => {
  const executive = as('executive');
  const book = onDay30({ 'evidence ON-3': waive('ON-3', executive, '2026-09-20', 'Sandbox first.') });
  const owedAt = (now: Instant) => certificateOf(inputOf(book.until(now))).debts;
  doAll(book, waive('OF-1', executive, '2026-10-05', 'The archive moves.'));
  const waivedAt = book.now;
  raise(book);
  doAll(book, [
    {
      name: 'propose a remedy',
      by: as('procurement'),
      command: () => ({
        type: 'ProposeRemedy',
        flag: 'RF-2',
        term: 'An addendum is signed.',
        owner: 'vendor-contact',
        until: '2026-10-10',
        reason: 'Promised.',
      }),
    },
    decide(as('legal'), 'remedy:RF-2:1'),
  ]);
  const given = certificateOf(inputOf(book));
  expect([given.kind, given.debts.openFlags, given.debts.running]).toEqual(['certificate', [], []]);
  expect(given.debts.waivers).toEqual([
    {
      key: 'OF-1',
      title:
        'Offboarding: access withdrawn, material returned or deleted by certificate, knowledge transferred, final pack',
      by: 'executive',
      requestedBy: 'procurement',
      reason: 'The archive moves.',
      since: waivedAt,
      until: '2026-10-05T22:00:00.000Z',
    },
  ]);
  const remedy = {
    key: 'RF-2',
    title: 'No vague or vendor-favouring IP terms',
    term: 'An addendum is signed.',
    owner: 'vendor-contact',
    until: '2026-10-10T22:00:00.000Z',
  };
  expect(given.debts.remedies).toEqual([remedy]);
  expect(given.debts.tracked.map(({ key, late }) => [key, late])).toEqual([
    ['ON-3', true],
    ['CA-1', false],
    ['CA-2', false],
    ['CA-3', false],
  ]);
  expect(owedAt('2026-10-06T08:00:00.000Z')).toMatchObject({ waivers: [], remedies: [remedy], openFlags: [] });
  expect(owedAt('2026-10-11T08:00:00.000Z')).toMatchObject({ waivers: [], remedies: [], openFlags: [{ key: 'RF-2' }] });
});

test('an incident, a drill and a replacement that are not over are owed; what is over is not', () => {
  const book = day30.copy();
  report(book, { personalData: false });
  step(book, as('vendor-contact'), { step: 'contain', link: LINK });
  step(book, as('privacy'), { step: 'assess-risk', link: LINK });
  step(book, as('privacy'), { step: 'document', link: LINK });
  book.act(as('security'), { type: 'CloseIncident', incident: 'inc-1' });
  report(book, { incident: 'leak', what: 'model-leak', personalData: false }, as('security'));
  report(book, { incident: 'exercise', what: 'loss', drill: true }, as('security'));
  book.act(as('procurement'), { type: 'RequestReplacement', person: 'ada', reason: 'Moves on.', forCause: false });
  const since = book.now;
  expect(certificateOf(inputOf(book)).debts.running).toEqual([
    { kind: 'incident', id: 'leak', about: 'model-leak', since },
    { kind: 'drill', id: 'exercise', about: 'loss', since },
    { kind: 'replacement', id: 'replacement-1', about: 'ada', since, due: '2026-10-09T22:00:00.000Z' },
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

test('given a miss that the client recorded and a hit that the vendor read for the same week, then the miss is what certificate and report count', () => {
  const book = atWork().after(24);
  book.act(as('engineering-manager'), { type: 'RecordReading', kpi: 'Velocity', value: 20, source: 'board' });
  book.after(1);
  book.act(as('vendor-contact'), { type: 'RecordReading', kpi: 'Velocity', value: 30, source: 'our board' });
  const input = inputOf(book);
  const certified = certificateOf(input).kpis.find(({ kpi }) => kpi === 'Velocity');
  expect(certified?.last).toMatchObject({ value: 20, missed: true, by: 'engineering-manager' });
  const made = reportOf(input);
  const reported = made.kpis.find(({ kpi }) => kpi === 'Velocity');
  expect(reported?.readings.map(({ seq, value }) => [value, seq === reported.counts])).toEqual([
    [20, true],
    [30, false],
  ]);
  expect(JSON.stringify(kpiBlocks(made, voiceOf({ names: {}, zone: 'UTC' })))).toContain(
    'does not count: the miss of that week stands',
  );
});
