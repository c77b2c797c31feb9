const CRITERIA = ['security', 'availability', 'confidentiality', 'privacy', 'processing-integrity'] as const;

/** What is asked about a SOC 2 report. */
export const SOC2_FORM = {
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
