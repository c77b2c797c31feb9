import type { JsonObject, Option } from '../../form/field.js';
import type { Schema } from '../../form/questionsOf.js';
import { listOf, objectOf, textOf } from '../../form/values.js';

/** Repositories and data sets that the file names so far. */
export const resourcesIn = ({ repositories, assets }: JsonObject): string[] => [
  ...new Set(
    [...listOf(repositories), ...listOf(assets)].map((one) => textOf(objectOf(one).id)).filter((id) => id !== ''),
  ),
];

/** The client's people by address, each once. */
export function addressesIn(people: JsonObject): Option[] {
  const all = Object.values(people).flatMap((list) => listOf(list).map(objectOf));
  const byAddress = new Map(all.map(({ name, email }) => [textOf(email), textOf(name)]));
  return [...byAddress].flatMap(([value, name]) => (value === '' ? [] : [{ value, text: name || value }]));
}

/** Roles of the client's people, as the form of the file names them. */
export function rolesIn({ properties = {} }: Schema): string[] {
  const people = properties.client?.properties?.people;
  return (people?.propertyNames?.enum ?? []).map(String);
}
