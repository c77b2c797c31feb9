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
} as const;
