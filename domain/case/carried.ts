import type { PersonId } from './roles.js';

/** A person's data on the way into the store, sealed: nobody but the store opens them, and only once the command is recorded. */
export type CarriedPerson = {
  personId: PersonId;
  /** Random id of these data, by which a fact refers to them. */
  details: string;
  sealed: string;
};
