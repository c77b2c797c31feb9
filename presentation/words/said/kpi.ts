import type { Template } from '../fill.js';

/** Of KPIs and of who reviews them. */
export const kpi: Record<string, Template> = {
  'kpi.duplicate-name': 'More than one KPI is named {names:and}. Give each its own name.',
  'kpi.reviewer-not-in-case': 'Not part of this case: {reviewers:people}. Name reviewers who are.',
  'kpi.too-few-measures': 'The KPIs cover {covered#kind} of measure; the policy requires at least {minimum}.',
  'KP-1.not-supplied': 'No model-quality metrics are agreed yet.',
  'KP-1.no-quality-measure': 'No KPI measures model quality. Add one for accuracy, precision, recall or an eval score.',
  'KP-2.not-supplied': 'No delivery metrics are agreed yet.',
  'KP-3.not-supplied': 'No operational metrics are agreed yet.',
  'KP-4.not-supplied': 'Say which KPIs check for inaccuracy, IP infringement and data privacy.',
  'KP-4.inaccuracy': 'inaccuracy',
  'KP-4.ip-infringement': 'IP infringement',
  'KP-4.data-privacy': 'data privacy',
  'KP-4.unknown-kpi': 'No agreed KPI is named “{name}”. Name the one that checks for {check}.',
  'KP-4.wrong-measure': '“{name}” measures {measure}; a KPI that checks for {check} measures {measures:or}.',
  'KP-5.not-supplied': 'No senior ML reviewer is named yet.',
  'KP-5.reviewer-not-client':
    'In staff augmentation the client owns quality. {reviewer:person} is not one of the client’s people; name one who is.',
  'KP-5.reviewer-not-lead':
    '{reviewer:person} is neither one of the client’s people nor the vendor’s lead named in EM-2. Name one of them.',
  'KP-5.reviewer-not-in-case': '{reviewer:person} is not part of this case. Name a reviewer who is.',
  'KP-5.too-junior': 'The reviewer has {years#year} of ML in production; the policy requires {minimum}.',
  'KP-5.outputs-not-reviewed': 'The reviewer has to review model outputs.',
};
