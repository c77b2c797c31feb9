/** The nine criteria of the guidelines WP248 rev.01 (17/EN, endorsed by the EDPB), section III.B.a. */
export const WP248_CRITERIA = [
  'evaluation-or-scoring',
  'automated-decisions-with-legal-effect',
  'systematic-monitoring',
  'sensitive-data',
  'large-scale',
  'matching-data-sets',
  'vulnerable-people',
  'innovative-technology',
  'bars-a-right-service-or-contract',
] as const;

/** What an assessment has to hold at least: Art. 35(7)(a) to (d) GDPR. */
export const ARTICLE_35_7 = [
  'description-and-purposes',
  'necessity-and-proportionality',
  'risks-to-people',
  'measures',
] as const;

/** What is asked on data protection impact assessments. */
export const ASSESSMENT_FORM = {
  criteria: {
    kind: 'choices',
    of: WP248_CRITERIA,
    ask: 'Which of the nine criteria of WP248 rev.01 does the processing meet?',
  },
  cases: {
    kind: 'choices',
    of: [
      '35(3)(a)-profiling-with-legal-effect',
      '35(3)(b)-large-scale-special-categories',
      '35(3)(c)-public-monitoring',
    ],
    ask: 'Which cases of Art. 35(3) GDPR apply?',
  },
  onAuthorityList: {
    kind: 'yes-no',
    ask: "Is the processing on the supervisory authority's list (Art. 35(4))?",
  },
  reason: { kind: 'text', maxLength: 600, ask: 'Why is an assessment needed or not? One or two sentences.' },
  assessment: {
    kind: 'record',
    optional: true,
    ask: 'The assessment, if one was made.',
    of: {
      report: { kind: 'hash', ask: 'SHA-256 of the report.' },
      doneOn: { kind: 'day', ask: 'When was it done?' },
      holds: { kind: 'choices', of: ARTICLE_35_7, ask: 'Which parts required by Art. 35(7) does it contain?' },
      advice: {
        kind: 'choice',
        of: ['sought', 'no-officer-designated', 'not-sought'],
        ask: "Was the data protection officer's advice sought (Art. 35(2))?",
      },
      residualRisk: {
        kind: 'choice',
        of: ['low', 'medium', 'high'],
        ask: 'How high is the residual risk after the measures?',
      },
    },
  },
  consultation: {
    kind: 'record',
    optional: true,
    ask: 'For a high residual risk: the consultation of the supervisory authority (Art. 36).',
    of: {
      askedOn: { kind: 'day', ask: 'When was it consulted?' },
      outcome: {
        kind: 'choice',
        of: ['waiting', 'no-objection', 'advice-followed', 'advice-not-followed', 'prohibited'],
        ask: 'What was the outcome?',
      },
    },
  },
} as const;
