/** What is asked of an ISO/IEC 27001 certificate and of the statement of applicability behind it. */
export const ISO27001_FORM = {
  edition: {
    kind: 'choice',
    of: ['2022', '2013'],
    ask: 'To which edition of ISO/IEC 27001 was the certificate issued?',
  },
  coversWork: {
    kind: 'yes-no',
    ask: 'Does the scope on the certificate cover the people, places and services that do this work?',
  },
  scope: { kind: 'text', maxLength: 400, ask: 'What does the certificate name as its scope?' },
  certifiedBy: { kind: 'text', maxLength: 120, ask: 'Which certification body issued it?' },
  accreditedBy: {
    kind: 'text',
    maxLength: 120,
    optional: true,
    ask: 'Which national accreditation body accredits the certification body for ISO/IEC 27001? Leave out when none does.',
  },
  issuedOn: { kind: 'day', ask: 'On which day was it issued?' },
  validUntil: { kind: 'day', ask: 'Until which day is it valid?' },
  lastAuditOn: {
    kind: 'day',
    ask: 'On which day did the certification body last audit: certification, surveillance or recertification?',
  },
  statement: { kind: 'hash', ask: 'SHA-256 of the statement of applicability.' },
  statementNamed: {
    kind: 'yes-no',
    ask: 'Is that the version of the statement of applicability that the certificate names?',
  },
  excluded: {
    kind: 'list',
    ask: 'Controls of Annex A that the statement leaves out; an empty list when there are none.',
    of: {
      control: { kind: 'text', maxLength: 5, ask: 'Which control, by its number, for example 7.4?' },
      justification: { kind: 'text', maxLength: 400, optional: true, ask: 'How does the statement justify it?' },
    },
  },
} as const;
