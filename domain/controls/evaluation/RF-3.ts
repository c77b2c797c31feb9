import {
  isFoundLongAgo,
  isFoundThere,
  onceVendorsAccounts,
  unanswered,
  vendorsAccounts,
} from '../../access/accounts.js';
import type { CaseState, Person } from '../../case/state.js';
import { own } from '../../record.js';
import { type Said, say } from '../../say.js';
import type { Instant } from '../../time.js';
import { approvedFor } from '../contract/IP-6.js';
import type { RaisedBy } from '../control.js';
import { hasRole } from '../register/parties.js';
import { registerOf } from '../register/register.js';
import { onRoster } from '../sides.js';
import { redFlag } from './redFlag.js';

/** What is undisclosed about somebody of the roster; empty when nothing is. */
function undisclosed(state: CaseState, { employer, country }: Person, isDeclared: boolean): Said[] {
  return [
    ...(isDeclared ? [] : [say('RF-3.undeclared-employer', { employer })]),
    ...(approvedFor(state, country) ? [] : [say('RF-3.unapproved-country', { country })]),
  ];
}

/** People of the roster of whom something is undisclosed. */
function undisclosedPeople(state: CaseState): RaisedBy[] {
  const { answered, parties } = registerOf(state);
  // Before anything is declared there is nothing to hold the roster against.
  if (!answered.includes('IP-6')) return [];
  const declared = parties.filter((p) => hasRole(p, 'vendor') || hasRole(p, 'subcontractor'));
  return Object.values(state.people).flatMap((p) => {
    if (!onRoster(state, p.id)) return [];
    const found = undisclosed(
      state,
      p,
      declared.some(({ employs }) => employs.includes(p.id)),
    );
    return found.length === 0 ? [] : [{ person: p.id, reason: say('RF-3.undisclosed', { found }) }];
  });
}

/** Accounts on repositories of which nobody has said in time whose they are, or that are said to be the vendor's: while they are there, and once where they are gone or nobody can look any more. */
function undisclosedAccounts(state: CaseState, now: Instant): RaisedBy[] {
  const { clearedAt = '' } = own(state.flags, 'RF-3') ?? {};
  const vendors = vendorsAccounts(state);
  const there = vendors.filter((one) => isFoundThere(state, one) && !isFoundLongAgo(state, one, now));
  // Instants of one form compare as text.
  const gone = vendors.filter((one) => !there.includes(one) && one.declared.at > clearedAt);
  const standing = [
    ...unanswered(state, now).map(({ person, resource }) => say('RF-3.unanswered-account', { person, resource })),
    ...there.map(({ person, resource }) => say('RF-3.vendors-account', { person, resource })),
  ];
  const over = gone.map((one) => {
    const { person, resource } = one;
    return isFoundLongAgo(state, one, now)
      ? say('RF-3.vendors-account-unseen', { person, resource })
      : say('RF-3.vendors-account-gone', { person, resource });
  });
  return [
    ...(standing.length === 0 ? [] : [{ reason: say('RF-3.accounts', { accounts: standing }) }]),
    ...(over.length === 0 ? [] : [{ reason: say('RF-3.accounts', { accounts: over }), over: true as const }]),
  ];
}

/** Undisclosed subcontracting: people of undeclared companies or unapproved countries, and accounts at a provider that are the vendor's or nobody's. */
export const RF3 = redFlag({
  id: 'RF-3',
  title: 'No undisclosed subcontracting',
  risk: 'data-exposure',
  nist: 'map',
  turn: 'security',
  // What was said to be the vendor's says something of the vendor whether or not it is there still, and one keeper does not take back alone what
  // another has said; silence is over with an answer.
  standsUntilCleared: ({ person, raisedAt }, state) =>
    person === undefined &&
    onceVendorsAccounts(state).some(({ seenAt, vendorsAt }) => seenAt >= raisedAt || vendorsAt >= raisedAt),
  raisedBy: (state, now) => [...undisclosedPeople(state), ...undisclosedAccounts(state, now)],
});
