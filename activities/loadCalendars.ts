import { calendarOf, UnknownPlace } from './calendars/calendarOf.js';
import type { EffectActivities } from './contract.js';

/** Computes the working time of both parties anew; a zone or region that is not known is an answer. */
export const loadCalendars: EffectActivities['loadCalendars'] = async ({ client, vendor }) => {
  try {
    return { kind: 'calendars-loaded', client: calendarOf(client), vendor: calendarOf(vendor) };
  } catch (error) {
    if (error instanceof UnknownPlace) return { kind: 'calendars-failed', said: error.said };
    throw error;
  }
};
