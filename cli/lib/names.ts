/** Names of people by their id, as the API gives them along. */
export type Names = Record<string, string>;

/** A person as texts of the record name one: `{person:p-…}`, or the id alone. */
const PERSON = /\{person:(p-[a-z0-9]{16})\}|\b(p-[a-z0-9]{16})\b/g;

/** True when the text speaks of a person by id. */
export const speaksOfPeople = (text: string): boolean => text.search(PERSON) >= 0;

/** The text with every person's name in place of the id. */
export const withNames = (text: string, names: Names): string =>
  text.replace(PERSON, (_, marked: string | undefined, bare: string | undefined) => {
    const id = marked ?? bare ?? '';
    return names[id] ?? id;
  });

/** The text to read: names in place of ids, hashes cut short, instants to the minute. */
export const inProse = (text: string, names: Names): string =>
  withNames(text, names)
    .replace(/\b([0-9a-f]{12})[0-9a-f]{52}\b/g, '$1…')
    .replace(/\b(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}):\d{2}\.\d{3}Z/g, '$1 $2 UTC');
