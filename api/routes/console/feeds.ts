import { eventRoutes } from './events.js';

/** What the console reads over all cases, beside the lists. */
export const feeds = [eventRoutes];
