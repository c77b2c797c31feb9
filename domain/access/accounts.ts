import type { PersonId } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { own } from '../record.js';
import { DAY_MS, type Instant, notAfter, plusMs } from '../time.js';
import { type AccountDeclaration, accountKey, type OutsideAccount } from './account.js';

type Asked = OutsideAccount & { question: NonNullable<OutsideAccount['question']> };
type Declared = OutsideAccount & { declared: AccountDeclaration };

/** True for whoever is declared on a resource as somebody else's than the vendor's; nobody who is proposed or accepted for the vendor is. */
export function isDeclaredOurs({ accounts, people }: CaseState, resource: string, person: PersonId): boolean {
  const declared = own(accounts, accountKey(person, resource))?.declared;
  const status = own(people, person)?.status;
  return declared !== undefined && declared.is !== 'vendor' && status !== 'accepted' && status !== 'proposed';
}

/** True while the last look at the resource found the account there unexpectedly. */
export const isFoundThere = ({ surveys }: CaseState, { resource, person }: OutsideAccount): boolean =>
  own(surveys, resource)?.unknownAccounts.includes(person) ?? false;

/** How long looks at a resource fail until what the last one found there says nothing any more. */
const STALE_AFTER_MS = 3 * DAY_MS;

/** True where the account was found there, and a look could say for days neither that it still is nor that it is gone, as of a resource that was deleted. */
export const isFoundLongAgo = (state: CaseState, account: OutsideAccount, now: Instant): boolean => {
  const failingSince = own(state.surveys, account.resource)?.failingSince;
  return (
    failingSince !== undefined && isFoundThere(state, account) && notAfter(plusMs(failingSince, STALE_AFTER_MS), now)
  );
};

/** Accounts of which nobody has said yet whose they are. */
export const openQuestions = ({ accounts = {} }: CaseState): Asked[] =>
  Object.values(accounts).flatMap((one) => (one.question === undefined ? [] : [{ ...one, question: one.question }]));

/** Accounts of which nobody has said in time whose they are. */
export const unanswered = (state: CaseState, now: Instant): Asked[] =>
  openQuestions(state).filter(({ question }) => notAfter(question.answerBy, now));

/** Accounts that were found and said to be the vendor's at any time, although something else may be said of them now. */
export const onceVendorsAccounts = ({ accounts = {} }: CaseState): { seenAt: Instant; vendorsAt: Instant }[] =>
  Object.values(accounts).flatMap(({ seenAt, vendorsAt }) =>
    seenAt === undefined || vendorsAt === undefined ? [] : [{ seenAt, vendorsAt }],
  );

/** Accounts that were found and said to be the vendor's. */
export const vendorsAccounts = ({ accounts = {} }: CaseState): (Declared & { seenAt: Instant })[] =>
  Object.values(accounts).flatMap(({ declared, seenAt, ...one }) =>
    declared?.is === 'vendor' && seenAt !== undefined ? [{ ...one, declared, seenAt }] : [],
  );
