import { proxyActivities } from '@temporalio/workflow';
import type { LookedForAll, PlaceActivities, PlaceLook } from '../activities/contract.js';

/** A place with many accounts is read page by page, within the provider's limits; what one look does not come to, the next one does. */
const { lookForAll } = proxyActivities<PlaceActivities>({
  startToCloseTimeout: '15 minutes',
  scheduleToCloseTimeout: '1 hour',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '5 seconds', backoffCoefficient: 2, maximumInterval: '5 minutes', maximumAttempts: 10 },
});

/**
 * One look at a place for all cases that look after it; a Schedule of the place starts it, or whatever says that something changed there.
 * The function's name is the stored type of such a run: never rename it.
 */
export async function lookAtPlace(look: PlaceLook): Promise<LookedForAll> {
  return lookForAll(look);
}
