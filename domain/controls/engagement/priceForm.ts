/** What a rate may cover; those of {@link ALL_IN} have to be in it, so that nothing is added later. */
const COVERS = [
  'pay',
  'benefits-and-employer-tax',
  'recruiting',
  'equipment',
  'ramp-up-and-onboarding',
  'team-lead',
  'replacement',
] as const;

/** Without these in the rate it is not all-in. */
export const ALL_IN = COVERS.slice(0, 5);

const yearly = (what: string) => ({ kind: 'number', min: 0, ask: `${what}, US dollars a year.` }) as const;

/** The price of the engagement and what the same engineer costs in-house. */
export const PRICE_FORM = {
  monthlyRateUsd: { kind: 'number', min: 1, ask: 'What does one engineer cost a month, all-in, in US dollars?' },
  covers: { kind: 'choices', of: COVERS, ask: 'What does that rate cover?' },
  feesLater: { kind: 'yes-no', ask: 'Is any fee added later, for ramp-up, onboarding or anything else?' },
  quoted: { kind: 'choice', of: ['per-month', 'per-hour'], ask: 'Is the price quoted per month or per hour?' },
  noticeDays: {
    kind: 'number',
    min: 0,
    integer: true,
    ask: 'How many calendar days of notice do you have to give to end it?',
  },
  minimumTermMonths: { kind: 'number', min: 0, integer: true, ask: 'What is the minimum term, in months?' },
  exitFeeUsd: { kind: 'number', min: 0, ask: 'What does leaving cost, in US dollars? 0 if nothing.' },
  inHouse: {
    kind: 'record',
    ask: 'What does the same engineer cost in-house, in five parts?',
    of: {
      baseUsd: yearly('Base salary'),
      equityUsd: yearly('Equity'),
      recruiterUsd: yearly('Fee of the recruiter, spread over the years that an engineer stays'),
      benefitsUsd: yearly('Benefits'),
      employerTaxUsd: yearly("Employer's tax"),
    },
  },
  managementMonthlyUsd: {
    kind: 'number',
    min: 0,
    ask: "What does your own management of the vendor cost, US dollars a month for each of the vendor's engineers?",
  },
} as const;
