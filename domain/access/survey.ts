import type { CaseEvent } from '../case/events.js';
import type { PersonId } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { plusBusinessHours } from '../clocks/businessTime.js';
import { own } from '../record.js';
import type { Instant } from '../time.js';
import { accountKey } from './account.js';
import { isDeclaredOurs } from './accounts.js';
import { leaseId } from './desiredAccess.js';

/** By what a person of the case is known on a resource: the login of the access there, or the one accepted or proposed. Who was rejected is nobody's without an access there. */
export const loginsOn = ({ people, leases }: CaseState, resource: string): Record<PersonId, string> =>
  Object.fromEntries(
    Object.values(people).flatMap((p) => {
      const offered = p.status === 'rejected' ? undefined : (p.account ?? p.details);
      const told = leases[leaseId(p.id, resource)]?.account ?? offered;
      return told === undefined ? [] : [[p.id, told]];
    }),
  );

/** Who is on a resource without being expected there, and what each of them holds. */
type Found = { resource: string; unknownAccounts: PersonId[]; permissions: Record<PersonId, string> };

/**
 * Who was found on a resource unexpectedly. Access that had ended is withdrawn again, also after its last proof, and so is what somebody accepted
 * holds without a grant. Of anybody else it is asked once whose they are; a login that was only proposed proves nothing.
 */
export function surveyFacts(
  state: CaseState,
  { resource, unknownAccounts: found, permissions }: Found,
  now: Instant,
): CaseEvent[] {
  const unknownAccounts: PersonId[] = [];
  const facts: CaseEvent[] = [];
  const { accountAnswerHours } = state.plan.numbers;
  for (const person of found.filter((one) => !isDeclaredOurs(state, resource, one))) {
    const id = leaseId(person, resource);
    const lease = own(state.leases, id);
    const member = own(state.people, person);
    const held = own(permissions, person);
    const permission = held === undefined ? {} : { permission: held };
    // Somebody may have been granted access again while the list was read.
    if (lease !== undefined) continue;
    if (member?.status === 'accepted' && member.account !== undefined) {
      const { account } = member;
      facts.push({ type: 'AccessFoundWithoutGrant', lease: id, person, resource, account, ...permission });
    } else {
      unknownAccounts.push(person);
      const known = own(state.accounts, accountKey(person, resource));
      const answerBy = plusBusinessHours(state.calendars.client, now, accountAnswerHours);
      // What was declared of somebody who is proposed since says nothing any more.
      if (known?.question === undefined && known?.declared?.is !== 'vendor')
        facts.push({ type: 'UnknownAccountFound', resource, person, ...permission, answerBy });
    }
  }
  return [{ type: 'ResourceSurveyed', resource, unknownAccounts }, ...facts];
}

/** Of whom a case is to be told after a look; undefined where it knows all of it, and has not asked. */
export function surveyNews(
  state: CaseState,
  { resource, permissions }: Pick<Found, 'resource' | 'permissions'>,
  now: Instant,
  asked: boolean,
): PersonId[] | undefined {
  if (state.status !== 'open') return undefined;
  const unknownAccounts = Object.keys(permissions).sort();
  const [surveyed, ...news] = surveyFacts(state, { resource, unknownAccounts, permissions }, now);
  const before = own(state.surveys, resource);
  const remain = surveyed?.type === 'ResourceSurveyed' ? surveyed.unknownAccounts : [];
  const isSame = JSON.stringify(remain) === JSON.stringify(before?.unknownAccounts ?? []);
  return asked || news.length > 0 || !isSame || before?.failingSince !== undefined ? unknownAccounts : undefined;
}
