import type { CaseState, Person } from '../../case/state.js';
import { type Said, say } from '../../say.js';
import { approvedFor } from '../contract/IP-6.js';
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

/** Undisclosed subcontracting: people of undeclared companies or unapproved countries, and unknown people found at a provider. */
export const RF3 = redFlag({
  id: 'RF-3',
  title: 'No undisclosed subcontracting',
  risk: 'data-exposure',
  nist: 'map',
  turn: 'security',
  // An account that was there once says something of the vendor whether or not it is there still.
  standsUntilCleared: ({ person }) => person === undefined,
  raisedBy(state) {
    const { answered, parties } = registerOf(state);
    // Before anything is declared there is nothing to hold the roster against.
    if (!answered.includes('IP-6')) return [];
    const declared = parties.filter((p) => hasRole(p, 'vendor') || hasRole(p, 'subcontractor'));
    const people = Object.values(state.people).flatMap((p) => {
      if (!onRoster(state, p.id)) return [];
      const found = undisclosed(
        state,
        p,
        declared.some(({ employs }) => employs.includes(p.id)),
      );
      return found.length === 0 ? [] : [{ person: p.id, reason: say('RF-3.undisclosed', { found }) }];
    });
    const accounts = Object.entries(state.surveys).flatMap(([resource, s]) =>
      s.unknownAccounts.map((person) => say('RF-3.unknown-account', { person, resource })),
    );
    return accounts.length === 0 ? people : [...people, { reason: say('RF-3.unknown-accounts', { accounts }) }];
  },
});
