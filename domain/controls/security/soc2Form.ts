import { paperFields } from '../paperPart.js';

const CRITERIA = ['security', 'availability', 'confidentiality', 'privacy', 'processing-integrity'] as const;

/** What is asked about a SOC 2 report. */
export const SOC2_REPORT = {
  ...paperFields('the SOC 2 report'),
  reportType: { kind: 'choice', of: ['type-1', 'type-2'], ask: 'Is it a Type I or a Type II report?' },
  criteria: { kind: 'choices', of: CRITERIA, min: 1, ask: 'Which Trust Services Criteria does the opinion cover?' },
  periodStart: { kind: 'day', ask: 'First day of the audit period; for a Type I report, its as-of date.' },
  periodEnd: { kind: 'day', ask: 'Last day of the audit period; for a Type I report, its as-of date.' },
  firstReport: { kind: 'yes-no', ask: "Is it the vendor's first Type II report?" },
  reportDate: { kind: 'day', ask: "Date of the auditor's opinion." },
  coversService: { kind: 'yes-no', ask: 'Does the report cover the people and services that do this work?' },
  opinion: {
    kind: 'choice',
    of: ['unqualified', 'qualified', 'adverse', 'disclaimer'],
    ask: "What is the auditor's opinion?",
  },
  qualification: {
    kind: 'record',
    optional: true,
    ask: 'For a qualified opinion: the criterion and its remedy.',
    of: {
      criterion: { kind: 'choice', of: CRITERIA, ask: 'On which criterion is the opinion qualified?' },
      remediedOn: { kind: 'day', ask: 'When was it remedied?' },
    },
  },
  exceptions: {
    kind: 'list',
    ask: 'Exceptions found in testing. Leave the list empty if there are none.',
    of: {
      exception: { kind: 'text', maxLength: 300, ask: 'Which control failed, and how?' },
      managementResponse: { kind: 'text', maxLength: 600, optional: true, ask: 'What is the management response?' },
    },
  },
  auditor: { kind: 'text', maxLength: 120, ask: 'Which firm signed the opinion?' },
  auditorIsCpaFirm: { kind: 'yes-no', ask: 'Is it a licensed CPA firm?' },
  subservice: {
    kind: 'list',
    optional: true,
    ask: 'Subservice organisations that the report names: companies that run part of the system. Leave out if it names none.',
    of: {
      company: { kind: 'text', maxLength: 120, ask: 'Which company?' },
      method: {
        kind: 'choice',
        of: ['inclusive', 'carve-out'],
        ask: 'Does the report include its controls, or leave them out (carve-out)?',
      },
      ownReportRead: { kind: 'yes-no', optional: true, ask: 'For a carve-out: was a current report of its own read?' },
    },
  },
  userEntityControls: {
    kind: 'list',
    optional: true,
    ask: 'Complementary user-entity controls that the report assumes the client to have. Leave out if it names none.',
    of: {
      id: { kind: 'text', maxLength: 40, ask: 'Which number or name does the report give it?' },
      what: { kind: 'text', maxLength: 300, ask: 'What has the client to do?' },
      owner: { kind: 'person', ask: "Which of the client's people owns it?" },
    },
  },
  bridge: {
    kind: 'record',
    optional: true,
    ask: 'The bridge letter for the time after the audit period, if there is one.',
    of: {
      paper: { kind: 'paper', ask: 'Which registered paper is the bridge letter?' },
      coversUntil: { kind: 'day', ask: 'Until which day does it cover the controls?' },
      materialChanges: { kind: 'yes-no', ask: 'Does it report material changes to the controls?' },
    },
  },
} as const;
