import { own } from '../record.js';

/** Beside which answer of a form each threshold of the policy stands, by control, number or list; the rest stand beside the whole. */
export const BESIDE: Record<string, Record<string, string>> = {
  'SU-1': { minimumCriteria: 'successCriteria' },
  'EM-3': { noticeMaxDays: 'noticeDays', minimumTermMaxMonths: 'minimumTermMonths', exitFeeMaxMonths: 'exitFeeUsd' },
  'PE-1': { minimumScore: 'score', acceptanceMaxPercent: 'acceptance.accepted' },
  'PE-2': { minimumScore: 'score' },
  'PE-3': { minimumScore: 'score' },
  'PE-4': { minimumScore: 'score' },
  'PE-5': { minimumScore: 'score', replacementMaxBusinessDays: 'slaBusinessDays' },
  'PE-6': { minimumScore: 'score' },
  'SC-1': { requiredLists: 'vendor.lists' },
  'IN-1': { minimumProfessionalUsd: 'professional.amountUsd', minimumCyberUsd: 'cyber.amountUsd' },
  'IP-6': { approvedCountries: 'countries' },
  'DP-3': {
    vendorNoticeMaxHours: 'vendorNoticeHours',
    authorityHours: 'clientNoticeHours',
    reportsAfterEndMonths: 'reportsAfterEndMonths',
  },
  'DP-4': { criteriaForAssessment: 'criteria' },
  'SA-2': { auditMaxMonths: 'lastAuditOn' },
  'SA-3': { targetMaxMonths: 'targetDate' },
  'DC-1': { logRetentionMinDays: 'useLogs' },
  'DC-3': { acceptedIsolation: 'weights' },
  'DC-4': { checkedWithinMonths: 'checkedOn' },
  'DC-5': { logMaxDays: 'tools', accountOwners: 'tools' },
  'KP-1': { minimumMeasures: 'kpis' },
  'KP-2': { minimumMeasures: 'kpis' },
  'KP-3': { minimumMeasures: 'kpis' },
  'KP-5': { seniorYears: 'productionYears' },
};

/** The field beside whose answer a threshold of a control stands; undefined for none. */
export const fieldBeside = (control: string, threshold: string): string | undefined =>
  own(own(BESIDE, control), threshold);
