import { resource } from '../../contract/basics.js';
import type { StopScope } from '../../domain/access/stop.js';
import type { Store } from '../../store/contract.js';
import { Problem } from '../problems.js';

/** Whom or what somebody means: a person's id, a vendor's name, a resource's reference. */
export async function subjectOf(
  store: Pick<Store, 'people' | 'cases'>,
  { scope, subject }: { scope: StopScope; subject: string },
): Promise<string> {
  const given = subject.trim();
  switch (scope) {
    case 'person':
      return await personOf(store, given);
    case 'vendor':
      return given;
    case 'resource':
      if (resource.safeParse(given).success) return given;
      throw new Problem('Malformed', 'A resource must be written provider:id, such as github:acme/search.');
    default: {
      const never: never = scope;
      return never;
    }
  }
}

async function personOf({ people, cases }: Pick<Store, 'people' | 'cases'>, given: string): Promise<string> {
  const known = given.includes('@') ? await people.findByEmail(given) : await people.find(given);
  if (known !== undefined && known !== 'erased') return known.personId;
  if (given.includes('@')) throw new Problem('UnknownPerson', 'No person has this address.');
  const found = (await cases.search(given, { caseIds: [], limit: 20 })).people;
  const same = found.filter(({ name }) => name.toLowerCase() === given.toLowerCase());
  const [only, ...others] = new Set(same.map(({ personId }) => personId));
  if (only === undefined) throw new Problem('UnknownPerson', 'No person has this name or id. Use the e-mail address.');
  if (others.length > 0) throw new Problem('UnknownPerson', 'Several people have this name. Use the e-mail address.');
  return only;
}
