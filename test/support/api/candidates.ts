import type { CaseState } from '../../../domain/case/state.js';
import type { JsonObject } from '../../../domain/controls/form.js';
import { candidateOf } from '../../../presentation/deciding/candidate.js';
import { comparisonOf } from '../../../presentation/deciding/compare.js';
import { HASH, intake, planned, sceneOf, type World } from '../controls/scene.js';

export const NOW = '2026-09-10T10:00:00.000Z';
export const EVIL = '<script>alert("x")</script>';

export const REPLACEMENT: JsonObject = {
  promised: true,
  slaBusinessDays: 7,
  extraCost: false,
  clockFrom: 'request',
  handover: true,
  credit: false,
  score: 3,
  evidenceHash: HASH,
  scoredOn: '2026-09-02',
};
export const POSTURE: JsonObject = {
  attestation: 'in-progress',
  saidInProgress: true,
  expectedOn: '2027-01-31',
  standardDpa: true,
  accessControls: true,
  score: 2,
  evidenceLink: 'https://vendor.example/trust',
  scoredOn: '2026-09-02',
};

export function stateOf(caseId: string, vendor: string, { evidence, intake: change, state }: World = {}): CaseState {
  const score = (weight: number) => ({ weight, minimumScore: 2, replacementMaxBusinessDays: 7 });
  const made = sceneOf('EM-3', {
    numbers: {
      inHouseLowUsd: 22_000,
      inHouseHighUsd: 38_000,
      noticeMaxDays: 30,
      minimumTermMaxMonths: 3,
      exitFeeMaxMonths: 1,
    },
    controls: { 'PE-3': planned('PE-3', score(60)), 'PE-5': planned('PE-5', score(40)) },
    intake: { vendor: { ...intake.vendor, name: vendor }, ...change },
    evidence: evidence ?? {},
  }).state;
  return { ...made, caseId, ...state };
}

export const strong = stateOf('case-a', 'Alder', {
  intake: { monthlyRateUsd: 15_000 },
  evidence: {
    'PE-3': { ...POSTURE, attestation: 'soc-2-type-2', openExceptions: 0, score: 4 },
    'PE-5': REPLACEMENT,
    'IP-6': { subcontractors: [{ company: 'Ash', country: 'UA', task: 'Labels' }], countries: [{ country: 'PL' }] },
  },
});
export const cheap = stateOf('case-b', 'Birch', {
  intake: { monthlyRateUsd: 13_000 },
  evidence: { 'PE-3': POSTURE },
  state: {
    flags: {
      'RF-5': {
        id: 'RF-5',
        status: 'open',
        raisedBy: 'system',
        reason: `${EVIL} by p-abcdefghij123456.`,
        raisedAt: NOW,
      },
      'RF-4': { id: 'RF-4', status: 'cleared', raisedBy: 'system', reason: 'Gone.', raisedAt: NOW },
    },
  },
});
export const side = (...states: CaseState[]) =>
  comparisonOf(
    states.map((s) => candidateOf(s, NOW)),
    NOW,
    { 'p-abcdefghij123456': 'Marta Zielińska' },
  );
