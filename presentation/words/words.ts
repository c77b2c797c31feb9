import type { Said, Why } from '../../domain/say.js';
import { fill, type Reader } from './fill.js';
import { TABLES } from './said/index.js';

/** Template by code. */
export const WORDS = new Map(TABLES.flatMap((table) => Object.entries(table)));

/** In words what a rule says; a code without words, from a newer version, is shown as it is. */
function word(said: Said, reader: Reader): string {
  const template = WORDS.get(said.code);
  return template === undefined ? said.code : fill(template, said, reader, word);
}

/** A person's own words as they are, or what a rule says in words. Persons stay `{person:p-…}` until a text is read. */
export const wordsOf = (why: Why, reader: Reader = {}): string => (typeof why === 'string' ? why : word(why, reader));

/** Several of them. */
export const wordsOfAll = (whys: readonly Why[], reader: Reader = {}): string[] => whys.map((w) => wordsOf(w, reader));
