import { CLIENT_ROLES, type PersonId } from '../../domain/case/roles.js';
import { clientPeople } from '../../domain/people/named.js';
import type { OidcPerson } from '../../sandbox/oidc/oidc.js';
import type { Store } from '../../store/contract.js';

/** Open cases whose people are offered; more would be no list any more. */
const CASES_MAX = 50;

/** The client's people of `examples/cases/managed-team.yaml`, one or two a role, and whoever looks after the machine. */
export const EXAMPLE_PEOPLE: readonly OidcPerson[] = [
  { name: 'Petra Lang', email: 'petra.lang@meridian.example', roles: ['procurement'] },
  { name: 'Jonas Brandt', email: 'jonas.brandt@meridian.example', roles: ['engineering-manager'] },
  { name: 'Hanna Vogt', email: 'hanna.vogt@meridian.example', roles: ['legal'] },
  { name: 'Felix Sommer', email: 'felix.sommer@meridian.example', roles: ['legal'] },
  { name: 'Ines Maurer', email: 'ines.maurer@meridian.example', roles: ['privacy'] },
  { name: 'Karl Winter', email: 'karl.winter@meridian.example', roles: ['security'] },
  { name: 'Ruth Albrecht', email: 'ruth.albrecht@meridian.example', roles: ['executive'] },
  { name: 'Otto Reimers', email: 'otto.reimers@meridian.example', roles: ['compliance'] },
  { name: 'Local operator', email: 'operator@drawbridge.example', roles: ['operator'] },
];

/** The people of the example, then the client's people of the cases that are open. */
export async function localPeople(store: Pick<Store, 'cases' | 'people'>): Promise<OidcPerson[]> {
  const { rows } = await store.cases.list({ status: 'open' }, { limit: CASES_MAX });
  const roles = new Map<PersonId, Set<string>>();
  for (const { caseId } of rows) {
    const found = await store.cases.get(caseId);
    if (found === undefined) continue;
    const byRole = clientPeople(found.state);
    for (const role of CLIENT_ROLES)
      for (const person of byRole[role] ?? []) roles.set(person, (roles.get(person) ?? new Set()).add(role));
  }
  const known = await store.people.findAll([...roles.keys()]);
  const people = known.map(({ personId, name, email }) => ({ name, email, roles: [...(roles.get(personId) ?? [])] }));
  const listed = new Map(EXAMPLE_PEOPLE.map((person) => [person.email, person]));
  for (const person of people) listed.set(person.email, merged(listed.get(person.email), person));
  return [...listed.values()];
}

const merged = (known: OidcPerson | undefined, person: OidcPerson): OidcPerson => ({
  ...person,
  roles: [...new Set([...(known?.roles ?? []), ...person.roles])],
});
