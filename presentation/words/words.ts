import type { PersonId } from '../../domain/case/roles.js';
import { isSaid, type Said, type Why } from '../../domain/say.js';
import { fill, placesOf, type Reader, type Template } from './fill.js';
import { TABLES } from './said/index.js';

/** Template by code. */
export const WORDS = new Map(TABLES.flatMap((table) => Object.entries(table)));

/** The words of a code before values are put in; of a code without words, from a newer version, the code itself. */
export const templateOf = (code: string): Template => WORDS.get(code) ?? code;

const word = (said: Said, reader: Reader): string => fill(templateOf(said.code), said, reader, word);

/** A person's own words as they are, or what a rule says in words. Persons stay `{person:p-…}` until a text is read. */
export const wordsOf = (why: Why, reader: Reader = {}): string => (typeof why === 'string' ? why : word(why, reader));

/* What a template puts in as people. */
const PEOPLE = ['person', 'people', 'parties'];

/** The people whom something said speaks of, by its templates; an id that somebody typed into a text is none. */
export function peopleSaid(said: Said): PersonId[] {
  const inner = Object.values(said)
    .flat()
    .flatMap((value) => (isSaid(value) ? peopleSaid(value) : []));
  const named = placesOf(templateOf(said.code))
    .filter(({ format = '' }) => PEOPLE.includes(format))
    .flatMap(({ name }) => said[name] ?? []);
  return [...inner, ...named.flatMap((value) => (typeof value === 'string' ? [value] : []))];
}

/** Several of what rules or people say, in words. */
export const wordsOfAll = (whys: readonly Why[], reader: Reader = {}): string[] => whys.map((w) => wordsOf(w, reader));
