import { fromRef, refOf } from '../domain/access/resources.js';
import { namedAccounts, sameAccount } from '../domain/people/accounts.js';
import { hasAccounts } from './accessWords.js';
import type { CaseFile } from './caseSchema.js';
import type { Found, Path } from './found.js';
import { clientAddresses, namesPersonalData, resourceContradictions } from './resourceRules.js';

/** Everything that single fields of a case file cannot tell. */
export function contradictions(file: CaseFile): Found[] {
  const out: Found[] = [];
  const add = (path: Path, message: string): void => void out.push({ path, message });
  if (file.data.euPersonalData && file.data.roles === undefined)
    add(
      ['data', 'euPersonalData'],
      'data.roles is missing: with personal data of people in the EU, say who is controller and who is processor.',
    );
  if (!namesPersonalData(file) && !file.data.euPersonalData && file.data.roles !== undefined)
    add(
      ['data', 'roles'],
      'data.roles is given without personal data; remove it or add personal-data to data.classes.',
    );
  file.engineers.forEach((e, i) => {
    if (file.engineers.findIndex((f) => f.id === e.id) !== i)
      add(['engineers', i, 'id'], `The id ${e.id} is used twice.`);
    for (const [provider, name] of namedAccounts(e.accounts))
      if (file.engineers.slice(0, i).some((f) => hasAccount(f, provider, name)))
        add(['engineers', i, 'accounts', provider], `The account ${name} is used twice.`);
    e.needs.forEach((n, j) => {
      if (!file.resources.some((r) => refOf(r) === n.resource))
        add(
          ['engineers', i, 'needs', j, 'resource'],
          `${n.resource} is nothing that this case gives access to; list it under resources.`,
        );
      const { provider } = fromRef(n.resource);
      if (hasAccounts(provider) && !namedAccounts(e.accounts).some(([at]) => at === provider))
        add(
          ['engineers', i, 'needs', j, 'resource'],
          `${n.resource} needs an account at ${provider}; name it under accounts.`,
        );
      if (e.needs.findIndex((m) => m.resource === n.resource) !== j)
        add(['engineers', i, 'needs', j, 'resource'], `${n.resource} is needed twice; one need a resource.`);
    });
  });
  return [...out, ...addressContradictions(file), ...resourceContradictions(file), ...sourcingContradictions(file)];
}

const hasAccount = ({ accounts }: CaseFile['engineers'][number], provider: string, name: string): boolean =>
  namedAccounts(accounts).some(([at, other]) => at === provider && sameAccount(provider, other, name));

/** An address is one person: it has one name, stands on one side only, and once among the engineers. */
function addressContradictions(file: CaseFile): Found[] {
  const out: Found[] = [];
  const add = (path: Path, message: string): void => void out.push({ path: [...path, 'email'], message });
  const clients = clientAddresses(file);
  const nameOf = new Map<string, string>();
  const named = (path: Path, { name, email }: { name: string; email: string }): void => {
    const known = nameOf.get(email.toLowerCase());
    if (known === undefined) nameOf.set(email.toLowerCase(), name);
    else if (spelled(known) !== spelled(name))
      add(path, `${email} is the address of ${known} above; one address is one person.`);
  };
  for (const [role, people = []] of Object.entries(file.client.people))
    people.forEach((who, i) => {
      named(['client', 'people', role, i], who);
    });
  const { contact } = file.vendor;
  if (clients.has(contact.email.toLowerCase()))
    add(['vendor', 'contact'], "This address is one of the client's people; the vendor's contact is somebody else.");
  else named(['vendor', 'contact'], contact);
  const seen = new Set<string>();
  file.engineers.forEach((e, i) => {
    const address = e.email.toLowerCase();
    const path = ['engineers', i];
    if (seen.has(address)) add(path, `The address of ${e.id} is used by another engineer.`);
    if (clients.has(address)) add(path, `The address of ${e.id} is one of the client's people.`);
    if (!seen.has(address) && !clients.has(address)) named(path, e);
    seen.add(address);
  });
  return out;
}

/** A name however its letters are put together, large or small. */
const spelled = (name: string): string => name.normalize('NFC').toLowerCase().trim().replace(/\s+/g, ' ');

/** A hybrid names the transfer, nothing else does; its team is the client's. */
function sourcingContradictions({ sourcing, ...file }: CaseFile): Found[] {
  const transfer = sourcing?.transfer;
  if (sourcing === undefined || transfer === undefined) return [];
  const known = clientAddresses({ ...file, sourcing });
  const outside = transfer.team.filter((t) => !known.has(t.toLowerCase()));
  return [
    ...(transfer.on > file.startDate
      ? []
      : [
          {
            path: ['sourcing', 'transfer', 'on'],
            message: `The transfer is on ${transfer.on}, and the work starts on ${file.startDate}; it has to come after the start.`,
          },
        ]),
    ...(sourcing.approach === 'hybrid'
      ? []
      : [
          {
            path: ['sourcing', 'transfer'],
            message: 'A transfer is named and the approach is outsource; set it to hybrid, or remove the transfer.',
          },
        ]),
    ...outside.map((t) => ({
      path: ['sourcing', 'transfer', 'team', transfer.team.indexOf(t)],
      message: "This address is none of the client's people; list it under client.people as in-house-engineer.",
    })),
  ];
}
