import { SCREENING } from './screening.js';

/** What is asked of everybody who is screened. */
export const SCREENED_FORM = {
  vendor: { kind: 'record', ask: 'The screening of the vendor.', of: SCREENING },
  ownersInControl: {
    kind: 'number',
    min: 0,
    max: 100,
    integer: true,
    ask: 'How many owners hold 50 % of the vendor or more, alone or together, or control it?',
  },
  owners: {
    kind: 'list',
    ask: 'The screening of each of these owners.',
    of: {
      label: { kind: 'text', maxLength: 40, ask: 'A label such as "owner 1", not a name.' },
      ...SCREENING,
    },
  },
  subcontractors: {
    kind: 'list',
    ask: 'The screening of each subcontractor declared in IP-6; an empty list when there is none.',
    of: { company: { kind: 'text', maxLength: 120, ask: 'Which company, as declared?' }, ...SCREENING },
  },
  people: {
    kind: 'list',
    ask: 'The screening of each person of the roster.',
    of: { person: { kind: 'person', ask: 'Which person?' }, ...SCREENING },
  },
  noLonger: {
    kind: 'list',
    optional: true,
    ask: 'Owners and companies on which there was a hit and that have nothing to do with this case any more. Somebody has to say so who did not record the hit.',
    of: {
      name: { kind: 'text', maxLength: 120, ask: 'Which owner, by its label, or which company?' },
      because: {
        kind: 'text',
        maxLength: 300,
        ask: 'What shows that it is gone, and not here under another name? Do not write names of people.',
      },
    },
  },
} as const;
