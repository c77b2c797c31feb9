import type { PersonId } from '../../case/roles.js';
import { comparable } from '../company.js';
import { type FormOf, isForm, type JsonObject } from '../form.js';
import { SCREENED_FORM } from './screenedForm.js';
import type { SCREENING } from './screening.js';

/** Who recorded a hit that nobody has answered yet, by the key of its subject. */
type Hits = Record<string, PersonId[]>;

type Answers = FormOf<typeof SCREENED_FORM>;
type Screening = FormOf<typeof SCREENING>;

/** The screenings of a form by the keys of their subjects. */
const screenings = ({ vendor, owners, subcontractors, people }: Answers): [string, Screening][] => [
  [VENDOR, vendor],
  ...owners.map((o): [string, Screening] => [ownerKey(o.label), o]),
  ...subcontractors.map((s): [string, Screening] => [companyKey(s.company), s]),
  ...people.map((p): [string, Screening] => [personKey(p.person), p]),
];

/** Key of the vendor among the subjects of a screening. */
export const VENDOR = 'vendor';
/** Key of an owner among the subjects of a screening. */
export const ownerKey = (label: string): string => `owner:${label.trim().toLowerCase()}`;
/** Key of a company among the subjects of a screening, however its name is written. */
export const companyKey = (company: string): string => `company:${comparable(company)}`;
/** Key of a person among the subjects of a screening. */
export const personKey = (person: PersonId): string => `person:${person}`;

/** What a key of a subject is about: an owner by its label, a company by its name, a person by id; nothing for the vendor itself. */
export function hitOn(key: string): { about: string; name: string } {
  const at = key.indexOf(':');
  return at < 0 ? { about: key, name: '' } : { about: key.slice(0, at), name: key.slice(at + 1) };
}

/**
 * The hits after a screening was supplied: its own are added, and those are answered that somebody else clears with a
 * reason, or says to be gone. A subject that is left out is not answered.
 */
export function hitsAfter(hits: Hits, form: JsonObject, by: PersonId): Hits {
  if (!isForm(SCREENED_FORM, form)) return hits;
  const next = new Map(Object.entries(hits));
  for (const [key, { result, clearedBecause }] of screenings(form)) {
    const recorders = next.get(key) ?? [];
    if (result === 'hit') next.set(key, [...new Set([...recorders, by])]);
    else if (result === 'possible-match-cleared' && clearedBecause !== undefined && !recorders.includes(by))
      next.delete(key);
  }
  for (const { name } of form.noLonger ?? [])
    for (const key of [ownerKey(name), companyKey(name)]) if (next.get(key)?.includes(by) === false) next.delete(key);
  return Object.fromEntries(next);
}
