import type { CaseState, Person } from '../../case/state.js';
import { approvedFor, declaredSubcontractors } from '../contract/IP-6.js';
import { redFlag } from './redFlag.js';

const onRoster = (state: CaseState): Person[] =>
  Object.values(state.people).filter((p) => p.status === 'proposed' || p.status === 'accepted');

/** What is undisclosed about somebody of the roster; empty when nothing is. */
function undisclosed(state: CaseState, { employer, country }: Person, declared: string[]): string[] {
  const known = employer === state.intake.vendor.name || declared.includes(employer);
  return [
    ...(known ? [] : [`Works for ${employer}, which is neither the vendor nor a declared subcontractor (IP-6).`]),
    ...(approvedFor(state, country) ? [] : [`Works from ${country}, which is not an approved country (IP-6).`]),
  ];
}

/** Undisclosed subcontracting: people of undeclared companies or unapproved countries, and unknown people found at a provider. */
export const RF3 = redFlag({
  id: 'RF-3',
  title: 'No undisclosed subcontracting',
  risk: 'data-exposure',
  nist: 'map',
  on: 'subcontracting',
  turn: 'security',
  raisedBy(state) {
    const declared = declaredSubcontractors(state);
    // Before anything is declared there is nothing to hold the roster against.
    if (declared === undefined) return [];
    const people = onRoster(state).flatMap((p) => {
      const found = undisclosed(state, p, declared);
      return found.length === 0 ? [] : [{ person: p.id, reason: found.join(' ') }];
    });
    const unknownAccounts = Object.entries(state.surveys).flatMap(([resource, s]) =>
      s.unknownAccounts.map((who) => `{person:${who}} reaches ${resource}, and this case grants them nothing there.`),
    );
    return unknownAccounts.length === 0 ? people : [...people, { reason: unknownAccounts.join(' ') }];
  },
});
