import type { PersonId } from './roles.js';

/** What is known of a person and can be corrected (GDPR Art. 16). */
export const PERSON_FIELDS = ['name', 'email', 'accounts', 'timeZone'] as const;
export type PersonField = (typeof PERSON_FIELDS)[number];

/** A person's data on the way into the store, sealed: nobody but the store opens them, and only once the command is recorded. */
export type CarriedPerson = {
  personId: PersonId;
  /** Random id of these data, by which a fact refers to them. */
  details: string;
  sealed: string;
};
