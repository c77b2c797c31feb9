import type { CaseState } from '../case/state.js';
import { endOfDay, localDay } from '../clocks/businessTime.js';
import { plusMonths } from '../controls/days.js';
import { agreedNoticeHours, hasBreachDuty, promisedNoticeHours, reportsAfterEndMonths } from '../controls/terms.js';
import { type Instant, notAfter } from '../time.js';

/** Hours in which the vendor tells the client: those of the contract, else the policy's. */
export const vendorNoticeHours = (state: CaseState): number =>
  agreedNoticeHours(state) ?? state.plan.numbers.vendorNoticeHours;

/** Hours in which the client, a processor itself, tells its controller: what it has promised, and no more than the law gives the controller. */
export const controllerNoticeHours = (state: CaseState): number =>
  Math.min(promisedNoticeHours(state) ?? Number.POSITIVE_INFINITY, authorityNoticeHours(state));

/** Hours in which the client tells the authority, from its awareness (GDPR Art. 33(1)). */
export const authorityNoticeHours = ({ plan }: CaseState): number => plan.numbers.authorityNoticeHours;

/** True while the work waits for a drill: where the breach duty applies, until one was played to its end, unless the policy says otherwise. */
export const awaitsDrill = (state: CaseState): boolean =>
  hasBreachDuty(state) &&
  state.plan.drillIsOptional !== true &&
  !Object.values(state.incidents ?? {}).some((i) => i.drill && i.closedAt !== undefined);

/** Until when a closed case takes reports of breaches: for as long as the contract says, else the policy; undefined where it takes none. */
export function reportsUntil(state: CaseState): Instant | undefined {
  const months = reportsAfterEndMonths(state);
  if (state.closedAt === undefined || months === undefined) return undefined;
  const { client } = state.calendars;
  return endOfDay(client, plusMonths(localDay(client, state.closedAt), months));
}

/** True while a closed case still takes reports of breaches. */
export function takesReports(state: CaseState, now: Instant): boolean {
  const until = state.status === 'closed' ? reportsUntil(state) : undefined;
  return until !== undefined && !notAfter(until, now);
}
