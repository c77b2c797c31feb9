import { own } from '../../domain/record.js';
/** Names of people by their id. */
export type Names = Readonly<Record<string, string>>;

/** A person as texts carry one: `{person:ID}`, or an id alone, which a person may have typed. */
const PERSON = /\{person:([^{}\s]+)\}|\b(p-[a-z0-9]{16})\b/g;

/** True when the text speaks of a person by id. */
export const speaksOfPeople = (text: string): boolean => text.search(PERSON) >= 0;

/** The text with every person's name in place of the id; an id without a name stays. */
export const withNames = (text: string, names: Names): string =>
  text.replace(PERSON, (_, marked: string | undefined, bare: string | undefined) => {
    const id = marked ?? bare ?? '';
    return own(names, id) ?? id;
  });
