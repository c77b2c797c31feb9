const APPROVAL = {
  approvedBy: { kind: 'person', optional: true, ask: "Which of the client's people approved it?" },
  approvedOn: { kind: 'day', optional: true, ask: 'On which day was it approved?' },
} as const;

/** What is asked of everybody else who does the work, and of where people work from. */
export const SUBCONTRACTING_FORM = {
  subcontractors: {
    kind: 'list',
    ask: 'Every company or freelancer, other than the vendor, that does part of this work. Leave the list empty if there is none.',
    of: {
      company: {
        kind: 'text',
        maxLength: 120,
        ask: 'Which company? For a freelancer, give a label such as "freelancer 1".',
      },
      country: { kind: 'country', ask: 'From which country does it work?' },
      task: { kind: 'text', maxLength: 200, ask: 'Which part of the work does it do?' },
      ...APPROVAL,
    },
  },
  countries: {
    kind: 'list',
    min: 1,
    ask: 'Every country from which people work. Approval is needed only for countries that the policy does not approve.',
    of: {
      country: { kind: 'country', ask: 'Which country?' },
      ...APPROVAL,
    },
  },
} as const;
