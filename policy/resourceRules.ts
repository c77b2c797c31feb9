import { BY_HAND, refOf } from '../domain/access/resources.js';
import { CLIENT_ACTORS } from '../domain/case/roles.js';
import { kindFault, placeFault } from './accessWords.js';
import type { CaseFile } from './caseSchema.js';
import type { Found } from './found.js';

type FileResource = CaseFile['resources'][number];

export const clientAddresses = (file: CaseFile): Set<string> =>
  new Set(Object.values(file.client.people).flatMap((people) => (people ?? []).map((p) => p.email.toLowerCase())));

/** True where the classes of data name personal data. */
export const namesPersonalData = ({ data }: Pick<CaseFile, 'data'>): boolean =>
  data.classes.some((c) => c === 'personal-data' || c === 'special-category-data');

/** Everything about resources that their single fields cannot tell. */
export function resourceContradictions(file: CaseFile): Found[] {
  const refs = file.resources.map((r) => refOf(r).toLowerCase());
  return file.resources.flatMap((resource, i): Found[] => {
    const at = (field: string, message: string): Found => ({ path: ['resources', i, field], message });
    return [
      ...nameFaults(resource, at),
      ...(refs.indexOf(refOf(resource).toLowerCase()) === i ? [] : [at('id', `${refOf(resource)} is listed twice.`)]),
      ...dataFaults(file, resource, at),
      ...handFaults(file, resource, at),
      ...ownerFaults(file, resource, at),
    ];
  });
}

type At = (field: string, message: string) => Found;

function nameFaults({ provider, kind, id }: FileResource, at: At): Found[] {
  const wrong = placeFault(provider, id);
  const faults = wrong === undefined ? [] : [at('id', wrong)];
  const other = kindFault(provider, kind);
  return other === undefined ? faults : [...faults, at('kind', other)];
}

/** What is known of a data set or a model, and what its data are. */
function dataFaults(file: CaseFile, resource: FileResource, at: At): Found[] {
  const name = refOf(resource);
  const { kind, personalData, dataClass } = resource;
  if (kind === 'repository') {
    const given = (['dataClass', 'form', 'country'] as const).filter((field) => resource[field] !== undefined);
    return [
      ...given.map((field) => at(field, `${name} is a repository; leave ${field} out.`)),
      ...(personalData && !namesPersonalData(file)
        ? [at('personalData', `${name} holds personal data, and data.classes names none; add personal-data there.`)]
        : []),
    ];
  }
  const missing = (['dataClass', 'form', 'country'] as const).filter((field) => resource[field] === undefined);
  return [
    ...missing.map((field) => at(field, `${name} is a ${kind} and needs ${field}.`)),
    ...(dataClass === undefined || file.data.classes.includes(dataClass)
      ? []
      : [at('dataClass', `${name} is ${dataClass}, which data.classes does not name; add it there.`)]),
  ];
}

/** What is opened by hand has two different people of the client's: one who opens and closes, one who checks. */
function handFaults(file: CaseFile, resource: FileResource, at: At): Found[] {
  const name = refOf(resource);
  const hands = ['administrator', 'checker'] as const;
  if (resource.provider !== BY_HAND)
    return hands
      .filter((who) => resource[who] !== undefined)
      .map((who) => at(who, `${name} is opened by a system; leave ${who} out, or make it a resource of manual.`));
  const known = clientAddresses(file);
  const { administrator, checker } = resource;
  return [
    ...hands.flatMap((who) => {
      const address = resource[who];
      if (address === undefined) return [at(who, `${name} is opened by hand and needs ${who}.`)];
      return known.has(address.toLowerCase())
        ? []
        : [at(who, `The ${who} of ${name} is not one of the client's people. List the address under client.people.`)];
    }),
    ...(administrator !== undefined && administrator.toLowerCase() === checker?.toLowerCase()
      ? [at('checker', `${name} is opened and checked by the same person; name somebody else as checker.`)]
      : []),
  ];
}

/** Whoever decides on access acts for the client in the case; compliance reads it alone. */
function ownerFaults({ client }: CaseFile, resource: FileResource, at: At): Found[] {
  const { owner } = resource;
  if (owner === undefined) return [];
  const acting = CLIENT_ACTORS.flatMap((role) => client.people[role] ?? []).map(({ email }) => email.toLowerCase());
  return acting.includes(owner.toLowerCase())
    ? []
    : [
        at(
          'owner',
          `The owner of ${refOf(resource)} is not one of the client's people who decide. List the address under client.people, in another role than compliance.`,
        ),
      ];
}
