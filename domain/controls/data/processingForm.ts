import { paperFields } from '../paperPart.js';
import { ARTICLE_28_3 } from './article28.js';

/** What is asked of a data processing agreement and of further processors. */
export const PROCESSING_FORM = {
  ...paperFields('the data processing agreement'),
  clientRole: {
    kind: 'choice',
    of: ['controller', 'processor'],
    ask: 'In which role does the agreement name the client?',
  },
  vendorRole: {
    kind: 'choice',
    of: ['processor', 'sub-processor'],
    ask: 'In which role does the agreement name the vendor?',
  },
  checks: { kind: 'record', ask: 'What the agreement says on each item of Art. 28(3) GDPR.', of: ARTICLE_28_3 },
  authorisation: {
    kind: 'choice',
    of: ['none-allowed', 'specific', 'general', 'silent'],
    ask: 'How does the agreement authorise further processors (Art. 28(2)): none allowed, each one specifically, in general, or not mentioned?',
  },
  noticeOfChanges: {
    kind: 'yes-no',
    optional: true,
    ask: 'For a general authorisation: is the client told of changes in time to object?',
  },
  subProcessors: {
    kind: 'list',
    ask: 'Further processors in use. Leave the list empty if there are none.',
    of: {
      company: { kind: 'text', maxLength: 120, ask: 'Which company?' },
      country: {
        kind: 'country',
        optional: true,
        ask: 'From which country does it process the data? Leave it out where IP-6 says it.',
      },
      authorised: { kind: 'yes-no', ask: 'Is it authorised in writing (Art. 28(2))?' },
      sameDuties: { kind: 'yes-no', ask: 'Is it bound by contract to the same data protection duties (Art. 28(4))?' },
    },
  },
} as const;
