import { paperFields } from '../paperPart.js';
import { TRANSFER_FORM } from './transfers.js';

const places = (ask: string) =>
  ({
    kind: 'list',
    min: 1,
    ask,
    of: { country: { kind: 'country', ask: 'Which country?' } },
  }) as const;

/** What is asked of where data may lie and be seen from. */
export const RESIDENCY_FORM = {
  ...paperFields('the agreement that sets out where data may be stored and accessed'),
  clause: { kind: 'text', maxLength: 120, ask: 'In which clause?' },
  storedIn: places('In which countries does that clause allow storage, copies and backups included?'),
  reachedFrom: places('From which countries does that clause allow access, support included?'),
  transfers: {
    kind: 'list',
    ask: 'For personal data under the GDPR or UK GDPR: each country outside its area in which they lie or from which they are seen, and the legal ground for the transfer. Leave the list empty if there is none.',
    of: TRANSFER_FORM,
  },
} as const;
