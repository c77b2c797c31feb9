import type { Candidate, Comparison } from '../../contract/comparison.js';
import { CONTROLS } from '../../domain/controls/index.js';
import type { Instant } from '../../domain/time.js';

const HELD = ['soc-2-type-2', 'iso-27001-2022'];

/** Proven, claimed to be held, in progress, none; undefined while nothing is known. */
function attestationRank({ claimed, path }: Candidate['attestation']): number | undefined {
  const proven = path.flatMap(({ id, status }) => (status === 'met' ? [CONTROLS[id]?.attests] : []));
  if (proven.includes('held')) return 3;
  if (claimed !== undefined && HELD.includes(claimed)) return 2;
  if (claimed === 'in-progress' || proven.includes('in-progress')) return 1;
  return claimed === 'none' ? 0 : undefined;
}

/** Business days that count: promised, from the request, at no extra cost. */
const slaDays = ({ replacement: r }: Candidate): number | undefined =>
  r?.promised && r.clockFrom === 'request' && !r.extraCost ? r.businessDays : undefined;

const negative = (value: number | undefined): number | undefined => (value === undefined ? undefined : -value);

/** What each row is judged by, the more the better; undefined where a candidate has nothing to be judged by. */
const MERITS: Record<string, (candidate: Candidate) => number | undefined> = {
  weighted: (c) => c.weighted,
  controls: (c) => -c.controls.length,
  flags: (c) => -c.flags.length,
  rate: (c) => negative(c.rateMonthlyUsd),
  saving: (c) => c.savingYearly?.lowUsd,
  attestation: (c) => attestationRank(c.attestation),
  replacement: (c) => negative(slaDays(c)),
};

/** The best of a row; nobody while fewer than two can be judged or all are equal. */
function bestOf(candidates: Candidate[], merit: (candidate: Candidate) => number | undefined): string[] {
  const judged = candidates.flatMap((c) => {
    const value = merit(c);
    return value === undefined ? [] : [{ caseId: c.caseId, value }];
  });
  const most = Math.max(...judged.map((j) => j.value));
  const best = judged.filter((j) => j.value === most);
  return judged.length < 2 || best.length === judged.length ? [] : best.map((j) => j.caseId);
}

const differ = (values: string[]): boolean => new Set(values.map((v) => v.trim().toLowerCase())).size > 1;

/** Whether the candidates are for one need, and what else weakens the comparison. */
function notesOf(candidates: Candidate[]): { sameNeed: boolean; notes: string[] } {
  const differing = [
    ...(differ(candidates.map((c) => c.title)) ? ['title'] : []),
    ...(differ(candidates.map((c) => c.outcome)) ? ['outcome wanted'] : []),
  ];
  const unscored = candidates.filter((c) => c.waitingFor.length > 0);
  return {
    sameNeed: differing.length === 0,
    notes: [
      ...(differing.length === 0
        ? []
        : [
            `These cases are not for the same need: their ${differing.join(' and ')} ${differing.length === 1 ? 'differs' : 'differ'}.`,
          ]),
      ...(differ(candidates.map((c) => c.policyHash))
        ? ['These cases use different policies, so weights and thresholds may differ.']
        : []),
      ...unscored.map((c) => `${c.vendor} (${c.caseId}) has no score yet for ${c.waitingFor.join(', ')}.`),
    ],
  };
}

/** Puts candidates side by side and marks the best of each row. */
export function comparisonOf(candidates: Candidate[], now: Instant, names: Record<string, string>): Comparison {
  const points = [...new Set(candidates.flatMap((c) => c.points.map((p) => p.id)))];
  const merits = {
    ...MERITS,
    ...Object.fromEntries(points.map((id) => [id, (c: Candidate) => c.points.find((p) => p.id === id)?.score])),
  };
  const best = Object.entries(merits)
    .map(([row, merit]) => [row, bestOf(candidates, merit)] as const)
    .filter(([, cases]) => cases.length > 0);
  return { asOf: now, ...notesOf(candidates), candidates, best: Object.fromEntries(best), names };
}
