import { operationsRoutes } from '../operations.js';
import { readsRoutes } from '../reads.js';
import { accessRoutes } from './access.js';
import { calendarRoutes } from './calendar.js';
import { eventRoutes } from './events.js';
import { searchRoutes } from './search.js';

/** What the console reads over all cases, beside the lists. */
export const feeds = [eventRoutes, searchRoutes, accessRoutes, calendarRoutes, readsRoutes, operationsRoutes];
