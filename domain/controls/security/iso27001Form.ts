/** What is asked of an ISO/IEC 27001 certificate and of the statement of applicability behind it. */
export const ISO27001_FORM = {
  edition: {
    kind: 'choice',
    of: ['2022', '2013'],
    ask: 'Which edition of ISO/IEC 27001 does the certificate attest?',
  },
  coversWork: {
    kind: 'yes-no',
    ask: 'Does the scope on the certificate cover the people, places and services that do this work?',
  },
  scope: { kind: 'text', maxLength: 400, ask: 'Which scope does the certificate name?' },
  certifiedBy: { kind: 'text', maxLength: 120, ask: 'Which certification body issued it?' },
  accreditedBy: {
    kind: 'text',
    maxLength: 120,
    optional: true,
    ask: 'Which national accreditation body accredits the certification body for ISO/IEC 27001? Leave out if none does.',
  },
  issuedOn: { kind: 'day', ask: 'When was it issued?' },
  validUntil: { kind: 'day', ask: 'When does it expire (last valid day)?' },
  lastAuditOn: {
    kind: 'day',
    ask: 'When was the last audit by the certification body (certification, surveillance or recertification)?',
  },
  statement: { kind: 'hash', ask: 'SHA-256 of the statement of applicability.' },
  statementNamed: {
    kind: 'yes-no',
    ask: 'Is this the version of the statement of applicability that the certificate names?',
  },
  excluded: {
    kind: 'list',
    ask: 'Annex A controls that the statement excludes. Leave the list empty if there are none.',
    of: {
      control: { kind: 'text', maxLength: 5, ask: 'Which control (number, for example 7.4)?' },
      justification: {
        kind: 'text',
        maxLength: 400,
        optional: true,
        ask: 'How does the statement justify the exclusion?',
      },
    },
  },
} as const;
