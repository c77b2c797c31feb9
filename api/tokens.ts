import type { IssueToken } from '../contract/tokens.js';
import type { Actor, PersonId } from '../domain/case/roles.js';
import { namedFor } from '../domain/people/named.js';
import { DAY_MS, plusMs } from '../domain/time.js';
import { personIdsIn, withNamesOf } from './names.js';
import type { ApiParts } from './parts.js';
import { peopleOf } from './people.js';
import { Problem } from './problems.js';

const fault = (path: string, message: string): Problem =>
  new Problem('Malformed', `The body: \`${path}\` ${message}.`, { faults: [{ path, message }] });

async function byAddress({ store }: ApiParts, email: string, name: string | undefined): Promise<PersonId> {
  const known = await store.people.findByEmail(email);
  if (known !== undefined) return known.personId;
  if (name === undefined) throw fault('name', 'is needed: nobody is known by this address yet');
  return store.people.ensure({ name, email });
}

async function byCase({ store }: ApiParts, caseId: string, { role, person, email }: IssueToken): Promise<PersonId> {
  const found = await store.cases.get(caseId);
  if (found === undefined) throw new Problem('CaseNotFound');
  const named = namedFor(found.state, role);
  const wanted = person ?? email;
  const id = wanted === undefined ? named[0] : await peopleOf(store, found.state)(wanted, 'person');
  if (id === undefined) throw new Problem('UnknownPerson', `This case names nobody as ${role}.`);
  if (!named.includes(id)) throw new Problem('UnknownPerson', `This case does not name "${wanted}" as ${role}.`);
  return id;
}

/** Issues a token; those of the vendor’s people reach one case only. */
export async function issueToken(parts: ApiParts, request: IssueToken, by: Actor) {
  const { role, email, name, caseId, expiresInDays } = request;
  const vendorSide = role === 'vendor-contact' || role === 'engineer';
  if (vendorSide && caseId === undefined) throw fault('caseId', `is needed for the role ${role}`);
  if (email === undefined && caseId === undefined) throw fault('email', 'or `caseId` is needed');
  if (role === 'operator' && email === undefined) throw fault('email', 'is needed: no case names operators');
  const personId =
    caseId === undefined || (email !== undefined && !vendorSide)
      ? await byAddress(parts, email ?? '', name)
      : await byCase(parts, caseId, request);
  const expiresAt = plusMs(parts.clock(), expiresInDays * DAY_MS);
  const bound = vendorSide ? { caseId } : {};
  const issued = await parts.store.tokens.issue({ by, personId, role, ...bound, expiresAt, label: role });
  return { ...issued, personId, role, ...bound, expiresAt };
}

/** The tokens of a person, by address or id, with the names of those who issued them. */
export async function tokensOf({ store }: ApiParts, person: string) {
  const personId = person.includes('@') ? (await store.people.findByEmail(person))?.personId : person;
  if (personId === undefined || (await store.people.find(personId)) === undefined)
    throw new Problem('UnknownPerson', 'No person has this address or id.');
  const rows = await store.tokens.list(personId);
  return withNamesOf(store, personIdsIn([personId, rows]), { rows });
}
