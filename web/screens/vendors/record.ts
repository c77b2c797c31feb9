import type { VendorRecord } from '../../../contract/vendors.js';

type Case = VendorRecord['cases'][number];

/** What a record counts, in the words of its reader, the gravest first. */
const COUNTED: [keyof Case['counts'], string, string][] = [
  ['slaBreaches', 'breach of the replacement time', 'breaches of the replacement time'],
  ['lateIncidentDuties', 'late incident duty', 'late incident duties'],
  ['lateMilestones', 'late milestone', 'late milestones'],
  ['returnedMilestones', 'returned delivery', 'returned deliveries'],
  ['missedMeetings', 'missed meeting', 'missed meetings'],
  ['lateTasks', 'late task', 'late tasks'],
  ['escalations', 'escalated decision', 'escalated decisions'],
  ['refusals', 'refusal', 'refusals'],
  ['waivers', 'waiver', 'waivers'],
];

/** One thing that was counted, such as "3 late tasks". */
export type Counted = { n: number; words: string };

/** What happened in some cases, without what never happened. */
export function countedIn(cases: Pick<Case, 'counts' | 'redFlags'>[]): Counted[] {
  const flags = cases.reduce((sum, one) => sum + one.redFlags.length, 0);
  const all: Counted[] = [
    { n: flags, words: flags === 1 ? 'red flag' : 'red flags' },
    ...COUNTED.map(([key, one, many]) => {
      const n = cases.reduce((sum, { counts }) => sum + counts[key], 0);
      return { n, words: n === 1 ? one : many };
    }),
  ];
  return all.filter(({ n }) => n > 0);
}

/** The page that sets cases side by side; undefined where there are too few or too many for one. */
export function comparisonOf(cases: Pick<Case, 'caseId'>[]): string | undefined {
  if (cases.length < 2 || cases.length > 6) return undefined;
  return `/api/compare.html?cases=${cases.map(({ caseId }) => caseId).join(',')}`;
}
