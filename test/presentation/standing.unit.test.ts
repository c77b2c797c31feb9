import { FLAG_STATUS } from '../../contract/standing.js';
import type { CaseState, Flag, Waiver } from '../../domain/case/state.js';
import { boardPageOf } from '../../presentation/deciding/board.js';
import { boardWords } from '../../presentation/deciding/boardWords.js';
import { candidateOf } from '../../presentation/deciding/candidate.js';
import { comparisonOf } from '../../presentation/deciding/compare.js';
import { compareWords } from '../../presentation/deciding/compareWords.js';
import { boardHtml, compareHtml } from '../../presentation/deciding/html.js';
import { NOW, POSTURE, REPLACEMENT, side, stateOf, strong } from '../support/api/candidates.js';

const BEFORE = '2026-09-01T00:00:00.000Z';
/** The end of 1 October, in UTC. */
const LATER = '2026-10-02T00:00:00.000Z';
const flag = (change: Partial<Flag>): Flag => ({
  id: 'RF-5',
  status: 'open',
  raisedBy: 'system',
  reason: 'Nobody vouches for them.',
  raisedAt: BEFORE,
  ...change,
});
const remedy = { term: 'Two references are named', owner: 'p-procurement' };
const waiver = (until: string): Waiver => ({
  until,
  by: 'p-executive',
  reason: 'It is the second engagement.',
  requestedBy: 'p-procurement',
  since: BEFORE,
});

/** Everything that can have become of a red flag, and how it is told. */
const BECAME: [string, Pick<CaseState, 'flags' | 'waivers'>, string, string][] = [
  ['open', { flags: { 'RF-5': flag({}) }, waivers: {} }, '1 open', 'RF-5 open: Nobody vouches for them.'],
  [
    'remedy',
    { flags: { 'RF-5': flag({ status: 'remedy', until: LATER, remedy }) }, waivers: {} },
    '1 under remedy',
    'RF-5 under remedy until Thu 1 Oct 2026 (Two references are named): Nobody vouches for them.',
  ],
  [
    'open',
    { flags: { 'RF-5': flag({ status: 'remedy', until: BEFORE, remedy }) }, waivers: {} },
    '1 open',
    'RF-5 open: Nobody vouches for them.',
  ],
  [
    'waived',
    { flags: { 'RF-5': flag({}) }, waivers: { 'RF-5': waiver(LATER) } },
    '1 waived',
    'RF-5 waived until Thu 1 Oct 2026: Nobody vouches for them.',
  ],
  [
    'open',
    { flags: { 'RF-5': flag({}) }, waivers: { 'RF-5': waiver(BEFORE) } },
    '1 open',
    'RF-5 open: Nobody vouches for them.',
  ],
  [
    'cleared',
    { flags: { 'RF-5': flag({ status: 'cleared' }) }, waivers: {} },
    '1 cleared',
    'RF-5 cleared: Nobody vouches for them.',
  ],
];

test('every status of a red flag is among those that are walked', () => {
  expect(new Set(BECAME.map(([status]) => status))).toEqual(new Set(FLAG_STATUS));
});

test.each(BECAME)('a red flag that is %s is told by the comparison and the board: %#', (status, state, count, line) => {
  const birch = stateOf('case-b', 'Birch', { evidence: { 'PE-3': POSTURE, 'PE-5': REPLACEMENT }, state });
  expect(candidateOf(birch, NOW).flags.map((f) => f.status)).toEqual([status]);
  const made = side(strong, birch);
  const row = compareWords(made).rows.find(({ label }) => label === 'Red flags');
  expect(row?.cells.map(({ text, lines }) => ({ text, lines }))).toEqual([
    { text: 'none', lines: [] },
    { text: count, lines: [line] },
  ]);
  expect(made.best.flags).toEqual(status === 'cleared' ? undefined : ['case-a']);
  expect(compareHtml(made)).toContain(line);
  const page = boardPageOf(birch, NOW);
  expect(boardWords(page)).toMatchObject({ flagCounts: count, flags: [line] });
  expect(boardHtml(page)).toContain(line);
});

/** Everything that can be said of a control that is not met. */
const NOT_MET: [string, CaseState, string, string][] = [
  [
    'open, without an answer',
    stateOf('case-b', 'Birch', { evidence: { 'PE-3': POSTURE } }),
    'PE-5 open',
    '30 of 100, 1 of 2 points counted',
  ],
  [
    'refused',
    stateOf('case-b', 'Birch', { evidence: { 'PE-3': POSTURE, 'PE-5': { ...REPLACEMENT, score: 4 } } }),
    'PE-5 refused',
    '30 of 100, 1 of 2 points counted',
  ],
  [
    'waived',
    stateOf('case-b', 'Birch', { evidence: { 'PE-3': POSTURE }, state: { waivers: { 'PE-5': waiver(LATER) } } }),
    'PE-5 waived until Thu 1 Oct 2026',
    '30 of 100, 1 of 2 points counted',
  ],
];

test.each(NOT_MET)('a control that is %s is told by the comparison and the board', (_what, birch, told, score) => {
  const made = side(strong, birch);
  const { rows } = compareWords(made);
  const cellsOf = (label: string) => rows.find((row) => row.label === label)?.cells[1];
  expect(cellsOf('Not met in the evaluation')?.lines.map((line) => line.split(':')[0])).toEqual([told]);
  expect(cellsOf('Weighted score')?.text).toBe(score);
  expect(made.best).toMatchObject({ controls: ['case-a'], weighted: ['case-a'] });
  // A score that was refused is higher than one that is met, and no better.
  expect(made.best['PE-5']).toBeUndefined();
  expect(boardWords(boardPageOf(birch, NOW))).toMatchObject({
    notMet: told,
    score: expect.stringMatching(`^${score}\\. PE-5: not scored or not met, so counted as 0\\. `),
  });
});

test('one point scored in full is not better than two that are scored well', () => {
  const one = stateOf('case-b', 'Birch', {
    evidence: { 'PE-3': { ...POSTURE, attestation: 'soc-2-type-2', openExceptions: 0, score: 4 } },
  });
  expect([candidateOf(one, NOW), candidateOf(strong, NOW)].map((c) => [c.weighted, c.counted])).toEqual([
    [100, 60],
    [90, 90],
  ]);
  expect(side(strong, one).best.weighted).toEqual(['case-a']);
});

test('no flag where nothing was answered is not better than a flag where everything was', () => {
  const silent = stateOf('case-b', 'Birch', {});
  const flagged = { ...strong, flags: { 'RF-5': flag({ status: 'remedy', until: LATER, remedy }) } };
  const made = side(flagged, silent);
  expect(made.best.flags).toEqual(['case-a']);
  const row = compareWords(made).rows.find(({ label }) => label === 'Red flags');
  expect(row?.cells[1]?.lines).toEqual(['The evaluation is not answered in full, so more may come.']);
});

test('figures that were entered go before defaults, and defaults are named', () => {
  const price = (rate: number, more: object) => ({
    'EM-3': {
      monthlyRateUsd: rate,
      quoted: 'per-month',
      covers: [],
      feesLater: false,
      noticeDays: 30,
      minimumTermMonths: 0,
      exitFeeUsd: 0,
      ...more,
    },
  });
  const inHouse = { baseUsd: 150_000, equityUsd: 0, recruiterUsd: 0, benefitsUsd: 30_000, employerTaxUsd: 20_000 };
  const entered = stateOf('case-a', 'Alder', { evidence: price(15_000, { inHouse, managementMonthlyUsd: 500 }) });
  const byDefault = stateOf('case-b', 'Birch', { intake: { monthlyRateUsd: 14_000 } });
  const made = side(entered, byDefault);
  expect(made.candidates.map(({ rateFrom, savingYearly }) => [rateFrom, savingYearly])).toEqual([
    ['EM-3', { lowUsd: 14_000, highUsd: 14_000, defaults: [] }],
    ['intake', { lowUsd: 96_000, highUsd: 288_000, defaults: ['in-house', 'management'] }],
  ]);
  // One alone is judged, so nobody is best.
  expect(made.best.saving).toBeUndefined();
  const { rows } = compareWords(made);
  expect(rows.find(({ label }) => label.startsWith('Saving'))?.cells.map(({ lines }) => lines)).toEqual([
    [],
    ['In-house cost by default: the range of the policy.', 'Your own management is not entered and not included.'],
  ]);
  expect(boardPageOf(byDefault, NOW).warnings).toEqual(
    expect.arrayContaining([
      'The loaded in-house cost is missing (EM-3); the policy’s figures are used instead.',
      'Your own management cost is missing (EM-3) and not included.',
    ]),
  );
  expect(boardPageOf(entered, NOW).warnings).toEqual([]);
});

test('an attestation that was refused is no claim any more, and is told', () => {
  const claimed = candidateOf(strong, NOW);
  const of = (caseId: string, status: 'refused' | 'open') => ({
    ...claimed,
    caseId,
    attestation: { claimed: 'soc-2-type-2' as const, path: [{ id: 'SA-1', status }] },
  });
  const made = comparisonOf([of('case-a', 'refused'), of('case-b', 'open')], NOW, {});
  expect(made.best.attestation).toEqual(['case-b']);
  const row = compareWords(made).rows.find(({ label }) => label === 'Attestation');
  expect(row?.cells.map(({ text, lines }) => [text, ...lines])).toEqual([
    ['SOC 2 Type II', 'None of SA-1 to SA-3 is met.', 'SA-1 refused.'],
    ['SOC 2 Type II', 'None of SA-1 to SA-3 is met.'],
  ]);
});

test('a pause, an end and a policy of somebody else are told beside the vendor', () => {
  const paused = { ...strong, pause: { since: BEFORE, by: 'p-procurement', reason: 'They move.' } };
  const left = {
    ...strong,
    caseId: 'case-b',
    status: 'closed' as const,
    closedReason: 'Too dear.',
    closedOutcome: 'walked-away' as const,
    policyOrigin: { kind: 'foreign' as const },
  };
  const made = side(paused, left);
  expect(compareWords(made).candidates.map(({ status }) => status)).toEqual(['open, paused', 'closed, walked-away']);
  expect(made.notes).toEqual(['Alder (case-b) follows a policy that is not this installation’s own.']);
});
