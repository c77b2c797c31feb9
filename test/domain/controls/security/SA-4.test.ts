import { say } from '../../../../domain/say.js';
import { assess, HASH, met, open, paper, planned, ref, type World } from '../../../support/controls/scene.js';

const report = {
  paper: 'soc2',
  reportType: 'type-2',
  criteria: ['security'],
  periodStart: '2025-10-01',
  periodEnd: '2026-03-31',
  firstReport: false,
  reportDate: '2026-05-04',
  coversService: true,
  opinion: 'unqualified',
  exceptions: [],
  auditor: 'Audit LLP',
  auditorIsCpaFirm: true,
};
const progress = {
  clientHeld: ['repositories', 'accounts', 'build-and-run-environments', 'model-and-data-stores'],
  storesClientCode: false,
  storesCredentials: false,
  inProgress: 'soc-2-type-2',
  auditor: 'Audit LLP',
  engagedOn: '2026-06-01',
  engagementLetter: HASH,
  observationStart: '2026-07-01',
  targetDate: '2026-12-31',
};
const certificate = {
  paper: 'iso',
  edition: '2022',
  coversWork: true,
  scope: 'Development',
  certifiedBy: 'Cert AG',
  accreditedBy: 'DAkkS',
  issuedOn: '2026-05-01',
  validUntil: '2029-04-30',
  lastAuditOn: '2026-04-20',
  statement: 'b'.repeat(64),
  statementNamed: true,
  excluded: [],
};
const one = { minimumPeriodMonths: 6, firstPeriodMonths: 3, validMonths: 12, bridgeLetterMaxMonths: 3 };
const three = { targetMaxMonths: 12, minimumObservationMonths: 3 };
const two = planned('SA-2', { certificateMaxMonths: 36, auditMaxMonths: 15 }, true, { controlsNeeded: ['8.28'] });
const REPORT_END = '2027-04-01T00:00:00.000Z';
const TARGET_END = '2027-01-01T00:00:00.000Z';
const judge = (world: World, sa3Applies = true) =>
  assess('SA-4', {
    controls: { 'SA-1': planned('SA-1', one), 'SA-2': two, 'SA-3': planned('SA-3', three, sa3Applies) },
    papers: [
      paper('soc2', { kind: 'attestation-report', signers: [] }),
      paper('iso', { kind: 'attestation-report', signers: [], until: '2029-05-01T00:00:00.000Z' }),
    ],
    ...world,
  });
const onReport = [ref('SA-1', report), `paper:soc2@${HASH}`];

test('SA-4 is refused once the report has aged out: the attestation has lapsed', () => {
  expect(judge({ evidence: { 'SA-1': report }, now: REPORT_END })).toEqual(
    open([say('controls.basis-ended', { control: 'SA-1', until: '2027-04-01T00:00:00.000Z' })]),
  );
});

test('SA-4 is refused once the target date has passed without a report', () => {
  expect(judge({ evidence: { 'SA-3': progress }, now: TARGET_END })).toEqual(
    open([say('SA-3.target-passed', { target: '2026-12-31' })]),
  );
});

test('SA-4 is refused an attestation in progress where that path is barred', () => {
  expect(judge({ evidence: { 'SA-3': progress } }, false)).toEqual(open([say('SA-4.not-supplied')]));
});

test('SA-4 is met on the one path that is there, until that ends', () => {
  expect(judge({ evidence: { 'SA-1': report } })).toEqual(met(onReport, REPORT_END));
  expect(judge({ evidence: { 'SA-3': progress } })).toEqual(
    met([ref('SA-3', progress), `document:${HASH}`], TARGET_END),
  );
});

test('SA-4 is met on the path that holds longest, and on it alone when the other has lapsed', () => {
  const evidence = { 'SA-1': report, 'SA-3': progress };
  expect(judge({ evidence })).toEqual(met(onReport, REPORT_END));
  expect(judge({ evidence, now: TARGET_END })).toEqual(met(onReport, REPORT_END));
});

test('SA-4 is met on an ISO/IEC 27001 certificate, alone or because it holds longest', () => {
  const rests = [ref('SA-2', certificate), `paper:iso@${HASH}`, `document:${'b'.repeat(64)}`];
  const expected = met(rests, '2027-07-21T00:00:00.000Z');
  expect(judge({ evidence: { 'SA-2': certificate } })).toEqual(expected);
  expect(judge({ evidence: { 'SA-1': report, 'SA-2': certificate, 'SA-3': progress } })).toEqual(expected);
});

test('SA-4 is met under a waiver until it ends, and open when nothing was ever supplied', () => {
  const until = '2026-10-01T00:00:00.000Z';
  const waiver = { until, by: 'p-security', reason: 'Pilot', requestedBy: 'p-procurement', since: until };
  expect(judge({ state: { waivers: { 'SA-1': waiver } } })).toEqual(met([`waiver:SA-1@${until}`], until));
  expect(judge({ state: { waivers: { 'SA-1': waiver } }, now: until })).toEqual(open([say('SA-4.not-supplied')]));
  expect(judge({})).toEqual(open([say('SA-4.not-supplied')]));
});
