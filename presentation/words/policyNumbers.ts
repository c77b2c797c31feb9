import type { PlannedControl } from '../../domain/case/plan.js';
import { own } from '../../domain/record.js';
import { dayText } from './dates.js';
import { amount } from './figures.js';
import { usd } from './money.js';

type Words = (value: number) => string;

/* A day of law stands in a policy as a number: 20250202. */
const lawDay = (value: number): string => dayText(String(value).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'));

/** Numbers of a policy as a report names them beside the answers. */
const NUMBERS: Record<string, Words> = {
  weight: (n) => `weight ${n} of 100`,
  minimumScore: (n) => `score of at least ${n}`,
  threshold: (n) => `weighted score of at least ${n} of 100`,
  acceptanceMaxPercent: (n) => `at most ${n} % of applicants accepted`,
  replacementMaxBusinessDays: (n) => `replacement within ${amount(n, 'business day')}`,
  minimumCriteria: (n) => `at least ${n} success ${n === 1 ? 'criterion' : 'criteria'}`,
  inHouseLowUsd: (n) => `in-house cost from ${usd(n)} a month`,
  inHouseHighUsd: (n) => `in-house cost up to ${usd(n)} a month`,
  managedTeamFromUsd: (n) => `managed team from ${usd(n)} a month`,
  noticeMaxDays: (n) => `notice of at most ${amount(n, 'day')}`,
  minimumTermMaxMonths: (n) => `minimum term of at most ${amount(n, 'month')}`,
  exitFeeMaxMonths: (n) => `exit fee of at most ${amount(n, 'monthly rate')}`,
  repeatDays: (n) => `repeated every ${amount(n, 'day')}`,
  minimumProfessionalUsd: (n) => `professional liability of at least ${usd(n)}`,
  minimumCyberUsd: (n) => `cyber cover of at least ${usd(n)}`,
  tolerancePercent: (n) => `billed at most ${n} % above the agreed price`,
  vendorNoticeMaxHours: (n) => `vendor’s notice within ${amount(n, 'hour')}`,
  authorityHours: (n) => `notice to the authority within ${amount(n, 'hour')}`,
  criteriaForAssessment: (n) => `assessment from ${n} criteria on`,
  minimumPeriodMonths: (n) => `period of at least ${amount(n, 'month')}`,
  firstPeriodMonths: (n) => `first period of at least ${amount(n, 'month')}`,
  validMonths: (n) => `valid for ${amount(n, 'month')}`,
  bridgeLetterMaxMonths: (n) => `bridge letter for at most ${amount(n, 'month')}`,
  certificateMaxMonths: (n) => `certificate of at most ${amount(n, 'month')}`,
  auditMaxMonths: (n) => `last audit at most ${amount(n, 'month')} ago`,
  targetMaxMonths: (n) => `report at most ${amount(n, 'month')} away`,
  minimumObservationMonths: (n) => `observed for at least ${amount(n, 'month')}`,
  logRetentionMinDays: (n) => `logs kept for at least ${amount(n, 'day')}`,
  checkedWithinMonths: (n) => `checked within ${amount(n, 'month')}`,
  logMaxDays: (n) => `prompts logged for at most ${amount(n, 'day')}`,
  prohibitionsFrom: (n) => `prohibited practices apply from ${lawDay(n)}`,
  addedProhibitionsFrom: (n) => `added prohibitions apply from ${lawDay(n)}`,
  generalPurposeFrom: (n) => `general-purpose models from ${lawDay(n)}`,
  transparencyFrom: (n) => `transparency from ${lawDay(n)}`,
  annexIIIFrom: (n) => `high risk by Annex III from ${lawDay(n)}`,
  annexIFrom: (n) => `high risk by Annex I from ${lawDay(n)}`,
  termsAheadMonths: (n) => `supplier terms ${amount(n, 'month')} ahead`,
  minimumSharedHours: (n) => `at least ${amount(n, 'shared hour')} a day`,
  minimumSharedHoursStaffAugmentation: (n) => `at least ${amount(n, 'shared hour')} a day for staff augmentation`,
  minimumMeasures: (n) => `at least ${amount(n, 'measure')}`,
  seniorYears: (n) => `senior from ${amount(n, 'year')} on`,
  minimumSessions: (n) => `at least ${amount(n, 'session')}`,
  minimumSessionsStaffAugmentation: (n) => `at least ${amount(n, 'session')} for staff augmentation`,
  slaBusinessDays: (n) => `replacement within ${amount(n, 'business day')}`,
  overlapMaxDays: (n) => `overlap of at most ${amount(n, 'day')}`,
  creditPercentPerDay: (n) => `credit of ${n} % of a monthly rate for each business day late`,
  creditMaxPercent: (n) => `credit of at most ${n} %`,
  reportsAfterEndMonths: (n) => `breaches reported for ${amount(n, 'month')} after the end`,
  intervalDays: (n) => `every ${amount(n, 'day')}`,
  answerDays: (n) => `answered within ${amount(n, 'day')}`,
};

/** Lists of a policy. */
const LISTS: Record<string, string> = {
  requiredLists: 'lists',
  approvedCountries: 'approved countries',
  acceptedIsolation: 'accepted isolation',
  accountOwners: 'account owners',
  controlsNeeded: 'needs',
};

/** True for a number or list that has words, or that is left out on purpose. */
export const hasPolicyWords = (name: string): boolean => Object.hasOwn(NUMBERS, name) || Object.hasOwn(LISTS, name);

type Thresholds = Pick<PlannedControl, 'numbers' | 'lists'>;

/** The thresholds that a policy sets for a control, by their names, one phrase each. */
export function policyPhrases({ numbers = {}, lists = {} }: Thresholds): { name: string; text: string }[] {
  return [
    ...Object.entries(numbers).map(([name, value]) => ({
      name,
      text: own(NUMBERS, name)?.(value) ?? `${name} ${value}`,
    })),
    ...Object.entries(lists).map(([name, values]) => {
      const label = own(LISTS, name) ?? name;
      return { name, text: `${label}: ${values.join(', ').replaceAll('-', ' ') || 'none'}` };
    }),
  ];
}

/** The thresholds that a policy sets for a control, one phrase each. */
export const policyTexts = (planned: Thresholds): string[] => policyPhrases(planned).map(({ text }) => text);
