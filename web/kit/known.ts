import type { CaseView } from '../../contract/caseView.js';
import { refOf } from '../../domain/access/resources.js';
import { placeText } from '../../presentation/words/places.js';
import { isWhole, type Seen } from '../api/queries.js';
import type { Known } from '../form/field.js';
import { nameOf, plain, roleName } from './words.js';

/** Whom and what the forms of a case can name: its people by role, its documents by title. */
export function knownOf(seen: Seen, role?: string): Known {
  const papers = seen.papers.map(({ id, title, state }) => ({ id, title, state }));
  const profiles = seen.profiles.map((value) => ({ value, text: plain(value) }));
  const base = { caseId: seen.caseId, papers, profiles, ...(role !== undefined && { role }) };
  if (!isWhole(seen)) return { ...base, people: [{ id: seen.you.person, name: nameOf(seen.names, seen.you.person) }] };
  const resources = seen.resources.map(refOf).map((value) => ({ value, text: placeText(value) }));
  return { ...base, resources, people: peopleOf(seen) };
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
