import { comparison } from '../../contract/comparison.js';
import type { JsonObject } from '../../domain/controls/form.js';
import { candidateOf } from '../../presentation/deciding/candidate.js';
import { compareWords } from '../../presentation/deciding/compareWords.js';
import { compareHtml } from '../../presentation/deciding/html.js';
import { cheap, EVIL, NOW, POSTURE, REPLACEMENT, side, stateOf, strong } from '../support/api/candidates.js';
import { HASH } from '../support/controls/scene.js';

const record = {
  cases: 3,
  redFlags: 1,
  refusals: 2,
  lateTasks: 0,
  slaBreaches: 1,
  lateMilestones: 2,
  escalations: 1,
  waivers: 2,
  missedMeetings: 3,
  lateIncidentDuties: 1,
};

test('a candidate is told from its own record', () => {
  expect(JSON.parse(JSON.stringify(candidateOf(strong, NOW, record)))).toEqual({
    caseId: 'case-a',
    title: 'Claims assistant',
    outcome: 'Claims are sorted without a person.',
    vendor: 'Alder',
    status: 'open',
    paused: false,
    policyHash: HASH,
    weighted: 90,
    counted: 90,
    countedPoints: ['PE-3', 'PE-5'],
    notCounted: [],
    waitingFor: [],
    points: [
      {
        id: 'PE-3',
        title: 'Security posture: report or certificate, standard DPA, access controls in writing',
        score: 4,
        status: 'met',
        anchor: 'As 3, and the report was read and leaves no exception open.',
        sharePercent: 60,
        evidence: { link: 'https://vendor.example/trust', scoredOn: '2026-09-02' },
      },
      {
        id: 'PE-5',
        title: 'Replacement and continuity terms: business days from the request, at no extra cost',
        score: 3,
        status: 'met',
        anchor: "Replacement comes within the policy's business days from the request, at no extra cost.",
        sharePercent: 40,
        evidence: { documentHash: HASH, scoredOn: '2026-09-02' },
      },
    ],
    controls: [],
    flags: [],
    rateMonthlyUsd: 15_000,
    rateFrom: 'intake',
    vendorMonthlyUsd: 15_000,
    savingYearly: { lowUsd: 84_000, highUsd: 276_000, defaults: ['in-house', 'management'] },
    attestation: { claimed: 'soc-2-type-2', expectedOn: '2027-01-31', path: [] },
    replacement: { promised: true, businessDays: 7, clockFrom: 'request', extraCost: false },
    countries: ['PL', 'UA'],
    subcontractors: [{ company: 'Ash', country: 'UA' }],
    record,
  });
});

test('the best of each row is marked; a row that tells nobody apart, or that one alone has an answer to, marks nobody', () => {
  const made = side(strong, cheap);
  expect(comparison.parse(JSON.parse(JSON.stringify(made)))).toEqual(JSON.parse(JSON.stringify(made)));
  expect({ sameNeed: made.sameNeed, best: made.best }).toEqual({
    sameNeed: true,
    best: {
      weighted: ['case-a'],
      controls: ['case-a'],
      flags: ['case-a'],
      rate: ['case-b'],
      saving: ['case-b'],
      attestation: ['case-a'],
      'PE-3': ['case-a'],
    },
  });
  expect(side(strong, { ...strong, caseId: 'case-c' }).best).toEqual({});
});

test('a control of the evaluation that is open counts, and a point that is not scored is said', () => {
  const made = side(strong, stateOf('case-d', 'Dogwood', { evidence: { 'PE-3': { ...POSTURE, score: 3 } } }));
  expect(made.candidates[1]?.controls.map(({ key, status }) => [key, status])).toEqual([
    ['PE-3', 'refused'],
    ['PE-5', 'open'],
  ]);
});

test('days that do not count from the request, or cost extra, are no better than any', () => {
  const offer = (caseId: string, change: JsonObject) =>
    stateOf(caseId, caseId, { evidence: { 'PE-5': { ...REPLACEMENT, ...change } } });
  const best = (change: JsonObject) => side(offer('case-a', {}), offer('case-b', change)).best.replacement;
  expect(best({ slaBusinessDays: 5 })).toEqual(['case-b']);
  expect(best({ slaBusinessDays: 5, clockFrom: 'departure' })).toBeUndefined();
  expect(best({ slaBusinessDays: 5, extraCost: true })).toBeUndefined();
});

test.each([
  [{ title: 'Another need' }, 'These cases are not for the same need: their title differs.'],
  [
    { title: 'Another need', outcome: { statement: 'Another outcome.', successCriteria: [] } },
    'These cases are not for the same need: their title and outcome wanted differ.',
  ],
])('cases for different needs are said to be so: %#', (change, said) => {
  const made = side(strong, stateOf('case-e', 'Elm', { intake: change }));
  expect(made.sameNeed).toBe(false);
  expect(made.notes).toContain(said);
  expect(compareHtml(made)).toContain('Not for the same need');
});

test('different policies are said to be so', () => {
  const other = { ...cheap, plan: { ...cheap.plan, policy: { ...cheap.plan.policy, hash: 'b'.repeat(64) } } };
  expect(side(strong, other).notes).toContain(
    'These cases use different policies, so weights and thresholds may differ.',
  );
});

test('in words, each row says what is known of each candidate', () => {
  const made = side(strong, cheap);
  const { rows } = compareWords(made);
  const row = (label: string) => rows.find((r) => r.label.startsWith(label))?.cells;
  expect(row('Weighted score')).toEqual([
    { text: '90 of 100', lines: [], best: true },
    {
      text: '30 of 100, 1 of 2 points counted',
      lines: ['PE-5: not scored or not met, so counted as 0. Over the scored points alone: 50 of 100.'],
      best: false,
    },
  ]);
  expect(row('PE-5')).toEqual([
    {
      text: '3 of 4',
      lines: [
        "Replacement comes within the policy's business days from the request, at no extra cost.",
        'document aaaaaaaaaa…, scored 2 Sep 2026',
      ],
      best: false,
    },
    { text: 'not scored', lines: [], best: false },
  ]);
  expect(row('Red flags')).toEqual([
    { text: 'none', lines: [], best: true },
    {
      text: '1 open, 1 cleared',
      lines: [
        `RF-5 open: ${EVIL} by Marta Zielińska.`,
        'RF-4 cleared: Gone.',
        'The evaluation is not answered in full, so more may come.',
      ],
      best: false,
    },
  ]);
  expect(row('Attestation')).toEqual([
    { text: 'SOC 2 Type II', lines: ['None of SA-1 to SA-3 is met.'], best: true },
    { text: 'in progress, expected on 31 Jan 2027', lines: ['None of SA-1 to SA-3 is met.'], best: false },
  ]);
  expect(row('Replacement')).toEqual([
    { text: '7 business days', lines: ['Counted from the request, at no extra cost.'], best: false },
    { text: 'not entered (PE-5)', lines: [], best: false },
  ]);
  expect(row('Subcontractors')).toEqual([
    { text: '1', lines: ['Ash (UA)'], best: false },
    { text: 'not declared (IP-6)', lines: [], best: false },
  ]);
  const html = compareHtml(made);
  expect(html).not.toMatch(/<script|<link|<img|<a |url\(|@import/i);
  expect(html).toContain('&lt;script&gt;');
});
