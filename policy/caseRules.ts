import type { CaseFile } from './caseFile.js';
import type { Found } from './found.js';
import type { Path } from './located.js';

/** Everything that single fields of a case file cannot tell. */
export function contradictions(file: CaseFile): Found[] {
  const out: Found[] = [];
  const add = (path: Path, message: string): void => void out.push({ path, message });
  if (file.data.euPersonalData && file.data.roles === undefined)
    add(
      ['data', 'euPersonalData'],
      'data.roles is missing: with personal data of people in the EU, say who is controller and who is processor.',
    );
  if (!file.data.euPersonalData && file.data.roles !== undefined)
    add(
      ['data', 'roles'],
      'data.roles is given without personal data of people in the EU; remove it or set data.euPersonalData to true.',
    );
  const personal = file.data.classes.some((c) => c === 'personal-data' || c === 'special-category-data');
  file.repositories.forEach((r, i) => {
    if (r.personalData && !personal)
      add(
        ['repositories', i, 'personalData'],
        `${r.id} holds personal data, and data.classes names none; add personal-data there.`,
      );
    if (file.repositories.findIndex((s) => s.id.toLowerCase() === r.id.toLowerCase()) !== i)
      add(['repositories', i, 'id'], `${r.id} is listed twice.`);
  });
  file.engineers.forEach((e, i) => {
    if (file.engineers.findIndex((f) => f.id === e.id) !== i)
      add(['engineers', i, 'id'], `The id ${e.id} is used twice.`);
    if (file.engineers.findIndex((f) => f.account.toLowerCase() === e.account.toLowerCase()) !== i)
      add(['engineers', i, 'account'], `The account ${e.account} is used twice.`);
    e.needs.forEach((n, j) => {
      if (!file.repositories.some((r) => r.id === n.repository))
        add(
          ['engineers', i, 'needs', j, 'repository'],
          `${n.repository} is not one of the repositories of this case; list it under repositories.`,
        );
      if (e.needs.findIndex((m) => m.repository === n.repository) !== j)
        add(['engineers', i, 'needs', j, 'repository'], `${n.repository} is needed twice; one need a repository.`);
    });
  });
  return [...out, ...addressContradictions(file)];
}

/** An address is one person: it stands on one side only, and once among the engineers. */
function addressContradictions(file: CaseFile): Found[] {
  const clients = new Set(
    Object.values(file.client.people).flatMap((people) => (people ?? []).map((p) => p.email.toLowerCase())),
  );
  const out: Found[] = [];
  const contact = file.vendor.contact.email.toLowerCase();
  if (clients.has(contact))
    out.push({
      path: ['vendor', 'contact', 'email'],
      message: "This address is one of the client's people; the vendor's contact is somebody else.",
    });
  const seen = new Set<string>();
  file.engineers.forEach((e, i) => {
    const address = e.email.toLowerCase();
    if (seen.has(address))
      out.push({ path: ['engineers', i, 'email'], message: `The address of ${e.id} is used by another engineer.` });
    if (clients.has(address))
      out.push({ path: ['engineers', i, 'email'], message: `The address of ${e.id} is one of the client's people.` });
    seen.add(address);
  });
  return out;
}
