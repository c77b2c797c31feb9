import type { PersonId } from '../../case/roles.js';
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
/** Key of a company among the subjects of a screening. */
export const companyKey = (company: string): string => `company:${company.trim().toLowerCase()}`;
/** Key of a person among the subjects of a screening. */
export const personKey = (person: PersonId): string => `person:${person}`;

/** The hits after a screening was supplied: its own are added, and those are answered that somebody else clears with a reason. */
export function hitsAfter(hits: Hits, form: JsonObject, by: PersonId): Hits {
  if (!isForm(SCREENED_FORM, form)) return hits;
  const next = new Map(Object.entries(hits));
  for (const [key, { result, clearedBecause }] of screenings(form)) {
    const recorders = next.get(key) ?? [];
    if (result === 'hit') next.set(key, [...new Set([...recorders, by])]);
    else if (result === 'possible-match-cleared' && clearedBecause !== undefined && !recorders.includes(by))
      next.delete(key);
  }
  return Object.fromEntries(next);
}
