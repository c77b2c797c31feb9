import type { Template } from '../fill.js';

/** Of the first days: problem handed over, data scoped, first change merged, one contact. */
export const onboarding: Record<string, Template> = {
  'ON-1.hand-over': 'The hand-over',
  'ON-1.not-supplied': 'The problem definition has not been handed over yet.',
  'ON-1.no-document': 'Give the SHA-256 of the document or a link to it.',
  'ON-1.incomplete': 'The document must also contain: {lacking}.',
  'ON-1.recipient-not-vendor':
    'The document went to {recipient:person}, who is not one of the vendor’s people. Hand it to one who is.',
  'ON-1.not-acknowledged': '{recipient:person} has not confirmed that the document arrived and is understood.',
  'ON-2.not-supplied': 'Name the data sets that the team needs, or say that it needs none.',
  'ON-2.class-not-declared':
    '{dataSet:place} holds {dataClass}, which this case does not declare. Leave it out, or add the class to the scope.',
  'ON-2.too-broad': '{dataSet:place} holds {dataClass}. Limit access to reading a sample or a subset.',
  'ON-2.not-approved': '{dataSet:place} needs the approval of one of the client’s people.',
  'ON-2.not-approved-by-role': '{dataSet:place} holds {dataClass} and needs the approval of {role:role}.',
  'ON-3.merge': 'The merge',
  'ON-3.not-supplied': 'No first change has been merged yet.',
  'ON-3.unknown-repository': '{repository:place} is not a repository of this case. Name the one the change went into.',
  'ON-3.author-without-access':
    '{author:person} never had access to {repository:place} in this case. Name a change by someone who had.',
  'ON-3.environment-broken': 'The team cannot build and test in its environment yet. Fix that first.',
  'ON-4.not-supplied': 'No point of contact is named yet.',
  'ON-4.contact-not-client': '{contact:person} is not one of the client’s people. Name one who is.',
  'ON-4.cannot-decide':
    '{contact:person} cannot decide on {lacking:or}. Name someone who can, or widen their authority.',
};
