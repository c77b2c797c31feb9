import { refOf } from '../../../domain/access/resources.js';
import type { JsonObject, Option } from '../../form/field.js';
import type { Schema } from '../../form/questionsOf.js';
import { listOf, objectOf, textOf } from '../../form/values.js';

/** Resources that the file names so far, as `provider:id`. */
export const resourcesIn = ({ resources }: JsonObject): string[] => {
  const named = listOf(resources).map(objectOf);
  const refs = named.map(({ provider, id }) => refOf({ provider: textOf(provider), id: textOf(id) }));
  return [...new Set(refs.filter((ref) => /^.+:.+$/.test(ref)))];
};

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
