import type { CaseState } from '../../../../domain/case/state.js';
import type { JsonObject } from '../../../../domain/controls/form.js';
import { type Said, say } from '../../../../domain/say.js';
import { flag, judge, raisedIn } from '../../../support/controls/flagged.js';
import { HASH, met, NOW, open, planned } from '../../../support/controls/scene.js';
import { SCORED } from '../../../support/controls/scored.js';

const NUMBERS = {
  minimumPeriodMonths: 6,
  firstPeriodMonths: 3,
  validMonths: 12,
  bridgeLetterMaxMonths: 3,
  targetMaxMonths: 12,
  minimumObservationMonths: 3,
};

test('RF-1 is refused its clearance while the flag is open: it is the turn of security', () => {
  expect(judge('RF-1', flag('RF-1'))).toEqual(
    open([say('flags.open', { flag: 'RF-1', reason: 'It does not do.' })], { turn: 'security' }),
  );
});

test('RF-1 is met when the flag was never raised or is cleared', () => {
  expect(judge('RF-1')).toEqual(met(['flag:RF-1']));
  expect(judge('RF-1', flag('RF-1', { status: 'cleared' }))).toEqual(met(['flag:RF-1']));
});

const SA3_FORM = {
  clientHeld: ['repositories'],
  storesClientCode: false,
  storesCredentials: false,
  inProgress: 'soc-2-type-1',
  auditor: 'Sandberg & Cole CPA',
  engagedOn: '2026-06-15',
  engagementLetter: HASH,
  targetDate: '2026-12-31',
};
const REFUSED = say('flags.answer-refused', {
  control: 'SA-3',
  reasons: [
    say('SA-3.not-client-held', { outside: ['accounts', 'build-and-run-environments', 'model-and-data-stores'] }),
    say('SA-3.type-1'),
  ],
});
const refusedFor = (...answers: Said[]) => [{ reason: say('flags.answers-refused', { answers }) }];
const ALL_HELD = ['repositories', 'accounts', 'build-and-run-environments', 'model-and-data-stores'];
const GOOD_SA3 = { ...SA3_FORM, clientHeld: ALL_HELD, inProgress: 'soc-2-type-2', observationStart: '2026-07-01' };
const SA1_FORM = {
  paper: 'soc2',
  reportType: 'type-1',
  periodStart: '2026-01-01',
  periodEnd: '2026-06-30',
  reportDate: '2026-08-01',
  firstReport: true,
  criteria: ['security'],
  coversService: true,
  opinion: 'unqualified',
  exceptions: [],
  auditor: 'Sandberg & Cole CPA',
  auditorIsCpaFirm: true,
};
const paths = { 'SA-1': planned('SA-1', NUMBERS), 'SA-3': planned('SA-3', NUMBERS) };
const raised = (evidence: Record<string, JsonObject>, state: Partial<CaseState> = {}) =>
  raisedIn('RF-1', { controls: paths, evidence, state });

test('given nothing supplied on any path, then RF-1 is not raised', () => {
  expect(raised({})).toEqual([]);
});

test('given every path that was supplied is refused, then RF-1 is raised with the reasons', () => {
  expect(raised({ 'SA-3': SA3_FORM })).toEqual(refusedFor(REFUSED));
  expect(raised({ 'SA-1': SA1_FORM, 'SA-3': SA3_FORM })).toEqual(
    refusedFor(say('flags.answer-refused', { control: 'SA-1', reasons: [say('SA-1.type-1')] }), REFUSED),
  );
});

test('given one path that is not refused, or waived, then RF-1 is not raised', () => {
  expect(raised({ 'SA-1': SA1_FORM, 'SA-3': GOOD_SA3 })).toEqual([]);
  const waiver = { until: '2026-10-01T00:00:00.000Z', by: 'p-x', reason: 'Urgent.', requestedBy: 'p-y', since: NOW };
  expect(raised({ 'SA-3': SA3_FORM }, { waivers: { 'SA-1': waiver } })).toEqual([]);
  expect(raised({ 'SA-3': SA3_FORM }, { waivers: { 'SA-1': { ...waiver, until: NOW } } })).toEqual(refusedFor(REFUSED));
});

const posture = (attestation: string) => ({ ...SCORED, attestation, standardDpa: true, accessControls: true });
const evaluated = (attestation: string, evidence: Record<string, JsonObject> = {}, state: Partial<CaseState> = {}) =>
  raisedIn('RF-1', {
    controls: { ...paths, 'PE-3': planned('PE-3') },
    evidence: { 'PE-3': posture(attestation), ...evidence },
    state,
  });

test('given an evaluation that found no attestation and no path tried, then RF-1 is raised', () => {
  expect(evaluated('none')).toEqual([
    { reason: say('flags.answer-refused', { control: 'PE-3', reasons: [say('PE-3.no-attestation')] }) },
  ]);
  expect(evaluated('in-progress')).toEqual([]);
});

test('given a path that was tried or waived since, then what the evaluation found no longer raises RF-1', () => {
  expect(evaluated('none', { 'SA-3': GOOD_SA3 })).toEqual([]);
  const waiver = { until: '2026-10-01T00:00:00.000Z', by: 'p-x', reason: 'Urgent.', requestedBy: 'p-y', since: NOW };
  expect(evaluated('none', {}, { waivers: { 'SA-3': waiver } })).toEqual([]);
});

test('given a certificate of the 2013 edition on the path SA-2, then RF-1 is raised from it', () => {
  const sa2 = {
    paper: 'iso',
    edition: '2013',
    coversWork: true,
    scope: 'Development of machine learning systems',
    certifiedBy: 'Cert AG',
    accreditedBy: 'DAkkS',
    issuedOn: '2022-05-01',
    validUntil: '2025-04-30',
    lastAuditOn: '2024-04-20',
    statement: HASH,
    statementNamed: true,
    excluded: [],
  };
  expect(raisedIn('RF-1', { controls: { 'SA-2': planned('SA-2') }, evidence: { 'SA-2': sa2 } })).toEqual(
    refusedFor(say('flags.answer-refused', { control: 'SA-2', reasons: [say('SA-2.edition-2013')] })),
  );
});
