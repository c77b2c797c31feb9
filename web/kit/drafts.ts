import { draftsIn } from './draftsIn.js';

/** The drafts on this device. */
export const drafts = draftsIn(() => localStorage);
