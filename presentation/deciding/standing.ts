import type { ControlView } from '../../contract/parts.js';
import type { ControlStanding, FlagStanding, VendorStanding } from '../../contract/standing.js';
import type { CaseState, Flag } from '../../domain/case/state.js';
import { countedScore, type Scores, scoresOf } from '../../domain/controls/evaluation/scores.js';
import { CONTROLS } from '../../domain/controls/index.js';
import { waiverFor } from '../../domain/controls/judge.js';
import { fromMs, type Instant, notAfter, toMs } from '../../domain/time.js';
import { dateText } from '../words/dates.js';
import { wordsOf } from '../words/words.js';

/** What became of a flag by `now`: a remedy or waiver whose time is over covers nothing. */
function flagStanding(state: CaseState, key: string, flag: Flag, now: Instant): FlagStanding {
  const { id, person, status, until, remedy } = flag;
  const told = { key, reason: wordsOf(flag.reason) };
  if (status === 'cleared') return { ...told, status };
  if (status === 'remedy' && (until === undefined || !notAfter(until, now)))
    return {
      ...told,
      status,
      ...(until !== undefined && { until }),
      ...(remedy !== undefined && { term: remedy.term }),
    };
  const waiver = waiverFor(state, id, now, person);
  return waiver === undefined ? { ...told, status: 'open' } : { ...told, status: 'waived', until: waiver.until };
}

/** Of the evaluation, and not met; red flags have a list of their own. */
const isAgainst = ({ area, id, status }: ControlView): boolean =>
  area === 'evaluation' && !CONTROLS[id]?.redFlag && status !== 'met' && status !== 'not-applicable';

const controlStanding = ({ key, title, status, missing, until, evidence }: ControlView): ControlStanding => ({
  key,
  title,
  status,
  why: missing,
  ...(status === 'waived' && until !== undefined && { until }),
  answered: evidence !== undefined,
});

/** How the vendor of a case stands in its evaluation; `views`: the controls of the case at `now`. */
export function standingOf(state: CaseState, now: Instant, views: ControlView[]): VendorStanding {
  const { points, weighted, waitingFor }: Scores = scoresOf(state);
  const met = new Set(views.flatMap(({ id, status }) => (status === 'met' ? [id] : [])));
  const isCounted = (id: string): boolean => met.has(id);
  const counted = countedScore(state, isCounted);
  return {
    ...(weighted !== undefined && { weighted }),
    ...(counted !== undefined && { counted }),
    countedPoints: points.flatMap(({ id }) => (isCounted(id) ? [id] : [])),
    notCounted: points.flatMap(({ id }) => (isCounted(id) ? [] : [id])),
    waitingFor,
    controls: views.filter(isAgainst).map(controlStanding),
    flags: Object.entries(state.flags).map(([key, flag]) => flagStanding(state, key, flag, now)),
  };
}

const BECAME = { open: 'open', remedy: 'under remedy', waived: 'waived', cleared: 'cleared' } as const;

/** Red flags by what became of them: `1 open, 1 under remedy`. */
export function flagsText({ flags }: Pick<VendorStanding, 'flags'>): string {
  const counts = (Object.keys(BECAME) as (keyof typeof BECAME)[]).flatMap((status) => {
    const count = flags.filter((flag) => flag.status === status).length;
    return count === 0 ? [] : [`${count} ${BECAME[status]}`];
  });
  return counts.join(', ') || 'none';
}

/** The last day of a remedy or waiver: one that ends at midnight ends with the day before. */
const lasting = (until: Instant | undefined, zone?: string): string =>
  until === undefined ? '' : ` until ${dateText(fromMs(toMs(until) - 1), zone)}`;

/** A red flag in one line, with until when a remedy or waiver lasts. */
export const flagText = ({ key, status, reason, until, term }: FlagStanding, zone?: string): string =>
  `${key} ${BECAME[status]}${lasting(until, zone)}${term === undefined ? '' : ` (${term})`}: ${reason}`;

/** A control that is not met, in one line. */
export const controlText = ({ key, status, why, until }: ControlStanding, zone?: string): string =>
  [`${key} ${status}${lasting(until, zone)}`, why.join(' ')].filter(Boolean).join(': ');

/** The weighted score, over how many points it is, and what it comes to where every other one counts as 0. */
export function scoreText({ weighted, counted, countedPoints, notCounted }: VendorStanding): string[] {
  if (weighted === undefined) return ['not scored'];
  if (notCounted.length === 0) return [`${weighted} of 100`];
  const points = countedPoints.length + notCounted.length;
  return [
    `${counted ?? 0} of 100, ${countedPoints.length} of ${points} points counted`,
    `${notCounted.join(', ')}: not scored or not met, so counted as 0. Over the scored points alone: ${weighted} of 100.`,
  ];
}
