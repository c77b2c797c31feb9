/** What is asked of each data set that the team receives. */
export const MINIMISATION_FORM = {
  dataSets: {
    kind: 'list',
    ask: 'For each data set of the case: how its records were minimised before development, and who checked this.',
    of: {
      dataSet: { kind: 'text', maxLength: 140, ask: 'Which data set (id, such as manual:claims)?' },
      form: {
        kind: 'choice',
        of: ['masked', 'anonymised', 'synthetic', 'raw'],
        ask: 'In which form does the team receive the records?',
      },
      method: { kind: 'text', maxLength: 300, ask: 'Which method was used, for example names replaced by tokens?' },
      checkedBy: { kind: 'person', ask: "Which of the client's people checked that no raw records remain?" },
      checkedOn: { kind: 'day', ask: 'When was it checked?' },
    },
  },
} as const;
