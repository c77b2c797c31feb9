import type { Candidate, Comparison } from '../../contract/comparison.js';
import { CONTROLS } from '../../domain/controls/index.js';
import type { Instant } from '../../domain/time.js';

const HELD = ['soc-2-type-2', 'iso-27001-2022'];

/** Proven, claimed to be held, in progress, none or refused; undefined while nothing is known. */
function attestationRank({ claimed, path }: Candidate['attestation']): number | undefined {
  const proven = path.flatMap(({ id, status }) => (status === 'met' ? [CONTROLS[id]?.attests] : []));
  if (proven.includes('held')) return 3;
  // What was shown and did not do is no claim any more.
  if (path.some(({ status }) => status === 'refused')) return proven.includes('in-progress') ? 1 : 0;
  if (claimed !== undefined && HELD.includes(claimed)) return 2;
  if (claimed === 'in-progress' || proven.includes('in-progress')) return 1;
  return claimed === 'none' ? 0 : undefined;
}

/** Business days that count: promised, from the request, at no extra cost. */
const slaDays = ({ replacement: r }: Candidate): number | undefined =>
  r?.promised && r.clockFrom === 'request' && !r.extraCost ? r.businessDays : undefined;

const negative = (value: number | undefined): number | undefined => (value === undefined ? undefined : -value);

/** Flags that are not cleared; a control that is not answered counts as one, since it may raise one still. */
const flagsToFear = ({ flags, controls }: Candidate): number =>
  flags.filter(({ status }) => status !== 'cleared').length + controls.filter(({ answered }) => !answered).length;

/** The saving where it rests on as few defaults as anybody's, and on the same: figures that were entered go before those that were not. */
function savingAmong(candidate: Candidate, all: Candidate[]): number | undefined {
  const known = all.flatMap(({ savingYearly }) => (savingYearly === undefined ? [] : [savingYearly.defaults]));
  const fewest = Math.min(...known.map((defaults) => defaults.length));
  const bases = new Set(known.filter((defaults) => defaults.length === fewest).map(String));
  const { savingYearly: own } = candidate;
  return own !== undefined && own.defaults.length === fewest && bases.size === 1 ? own.lowUsd : undefined;
}

/** What a candidate is judged by in a row, the more the better; undefined where it has nothing to be judged by. */
type Merit = (candidate: Candidate, all: Candidate[]) => number | undefined;

const MERITS: Record<string, Merit> = {
  weighted: (c) => (c.weighted === undefined ? undefined : c.counted),
  controls: (c) => -c.controls.length,
  flags: (c) => -flagsToFear(c),
  rate: (c) => negative(c.rateMonthlyUsd),
  saving: savingAmong,
  attestation: (c) => attestationRank(c.attestation),
  replacement: (c) => negative(slaDays(c)),
};

/** A point is judged by its score while its control is met. */
const pointMerit =
  (id: string): Merit =>
  ({ points }) =>
    points.find((p) => p.id === id && p.status === 'met')?.score;

/** The best of a row; nobody while fewer than two can be judged or all are equal. */
function bestOf(candidates: Candidate[], merit: Merit): string[] {
  const judged = candidates.flatMap((c) => {
    const value = merit(c, candidates);
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
      ...candidates
        .filter(({ policyOrigin }) => policyOrigin === 'foreign')
        .map((c) => `${c.vendor} (${c.caseId}) follows a policy that is not this installation’s own.`),
      ...unscored.map((c) => `${c.vendor} (${c.caseId}) has no score yet for ${c.waitingFor.join(', ')}.`),
    ],
  };
}

/** Puts candidates side by side and marks the best of each row. */
export function comparisonOf(candidates: Candidate[], now: Instant, names: Record<string, string>): Comparison {
  const points = [...new Set(candidates.flatMap((c) => c.points.map((p) => p.id)))];
  const merits = {
    ...MERITS,
    ...Object.fromEntries(points.map((id) => [id, pointMerit(id)])),
  };
  const best = Object.entries(merits)
    .map(([row, merit]) => [row, bestOf(candidates, merit)] as const)
    .filter(([, cases]) => cases.length > 0);
  return { asOf: now, ...notesOf(candidates), candidates, best: Object.fromEntries(best), names };
}
