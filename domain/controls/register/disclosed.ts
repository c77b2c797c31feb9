import type { CaseState } from '../../case/state.js';
import { type Said, say } from '../../say.js';
import type { PartyRole } from './entry.js';
import { registerOf } from './register.js';

/** Roles in which a company receives the client's data or does part of the work. */
const RECEIVES: readonly PartyRole[] = ['subcontractor', 'sub-processor', 'model-provider'];

function receivers(state: CaseState): Map<string, string> {
  const { parties } = registerOf(state);
  return new Map(
    parties.flatMap(({ name, roles }) =>
      roles.filter(({ role }) => RECEIVES.includes(role)).map(({ role }) => [`${role}:${name}`, name] as const),
    ),
  );
}

const countriesOf = (state: CaseState): string[] =>
  registerOf(state).places.flatMap(({ country, personal }) => (personal ? [country] : []));

/** Companies that would receive data or work, and countries from which personal data may be seen, that no answer in force names. */
export function disclosedBy(before: CaseState, after: CaseState): Said[] {
  const known = receivers(before);
  const fresh = [...receivers(after)].flatMap(([key, name]) => (known.has(key) ? [] : [name]));
  const places = countriesOf(before);
  const countries = countriesOf(after).filter((country) => !places.includes(country));
  return [
    ...[...new Set(fresh)].map((company) => say('register.discloses-company', { company })),
    ...[...new Set(countries)].map((country) => say('register.discloses-country', { country })),
  ];
}
