import type { CaseView } from '../../contract/caseView.js';
import { isWhole, type Seen } from '../api/queries.js';
import type { Known } from '../form/field.js';
import { nameOf, roleName } from './words.js';

/** Whom and what the forms of a case can name: its people by role, its documents by title. */
export function knownOf(seen: Seen, role?: string): Known {
  const papers = seen.papers.map(({ id, title, state }) => ({ id, title, state }));
  const base = { caseId: seen.caseId, papers, ...(role !== undefined && { role }) };
  if (!isWhole(seen)) return { ...base, people: [{ id: seen.you.person, name: nameOf(seen.names, seen.you.person) }] };
  return { ...base, people: peopleOf(seen) };
}

function peopleOf({ client, vendor, people, names }: CaseView): Known['people'] {
  const ofClient = Object.entries(client.people).flatMap(([role, ids]) =>
    ids.map((id) => ({ id, under: roleName(role) })),
  );
  const ofVendor = [
    { id: vendor.contact, under: `contact of ${vendor.name}` },
    ...people.map(({ person, jobRole }) => ({ id: person, under: jobRole })),
  ];
  const byId = new Map([...ofVendor, ...ofClient].map((one) => [one.id, one]));
  return [...byId.values()].map(({ id, under }) => ({ id, name: nameOf(names, id), under }));
}
