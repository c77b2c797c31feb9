import { CONTROLS } from '../../domain/controls/index.js';
import { own } from '../../domain/record.js';
import { isSaid, type Said, type SaidValue } from '../../domain/say.js';
import { dateText, dayText, endText, instantText } from './dates.js';
import { causeText } from './headings.js';
import { LEFT_ONE, LEFT_UNSEEN, LEFT_WHERE } from './leftBehind.js';
import { usd } from './money.js';
import {
  ARTICLE_28_WORDS,
  CHOICE_WORDS,
  PAPER_WORDS,
  PARTY_WORDS,
  PERMISSION_WORDS,
  ROLE_WORDS,
  STAGE_WORDS,
  STEP_WORDS,
  WEEKDAYS,
} from './names.js';
import { placeText } from './places.js';

/**
 * Words of a code, with the values put in:
 *
 * - `{name}` the value as it is; a list as `a, b`; something said, or a list of it, in its own words
 * - `{name:format}` in one of {@link FORMATS}
 * - `{count#business day}` a number with its noun, `{count#person|people}` where the plural is another word
 */
export type Template = string;

/** Who reads: the zone in which instants are shown, default UTC. */
export type Reader = { zone?: string };

/** Words something that a rule says. */
export type Worder = (said: Said, reader: Reader) => string;

const PLACE = /\{(\w+)(?:([:#])([^{}]+))?\}/g;

/** `a, b and c`. */
export const listed = (items: readonly string[], last: string): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;

const lookedUp = (words: Record<string, string>, key: string): string => own(words, key) ?? key;

const texts = (value: SaidValue): string[] => (Array.isArray(value) ? value.map(String) : [String(value)]);
/** `client-account` as `client account`. */
export const choiceText = (id: string): string =>
  Object.hasOwn(CHOICE_WORDS, id) ? lookedUp(CHOICE_WORDS, id) : id.replaceAll('-', ' ');
const TITLES = Object.fromEntries(Object.values(CONTROLS).map(({ id, title }) => [id, title]));
/** A title up to where it goes into detail: `Offboarding` of `Offboarding: access withdrawn, material returned …`. */
export const briefTitle = (title: string): string => title.split(/[:;] /)[0] ?? title;

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** Formats by name: what each makes of a value. */
const FORMATS: Record<string, (value: SaidValue, reader: Reader) => string> = {
  and: (value) => listed(texts(value), 'and'),
  or: (value) => listed(texts(value), 'or'),
  /** A day as it is, of an instant the day on which it is there. */
  day: (value, { zone }) => (isDay(String(value)) ? dayText(String(value)) : dateText(String(value), zone)),
  instant: (value, { zone }) => instantText(String(value), zone),
  /** An end: midnight is the end of the day before. */
  end: (value, { zone }) => endText(String(value), zone),
  usd: (value) => usd(Number(value)),
  number: (value) => Number(value).toLocaleString('en-US'),
  /** The name is filled in where the text is read, so that no other layer holds it. */
  person: (value) => `{person:${String(value)}}`,
  people: (value) =>
    listed(
      texts(value).map((id) => `{person:${id}}`),
      'and',
    ),
  /** Who signs: a party of the case, or a person. */
  parties: (value) =>
    listed(
      texts(value).map((p) => (Object.hasOwn(PARTY_WORDS, p) ? lookedUp(PARTY_WORDS, p) : `{person:${p}}`)),
      'and',
    ),
  papers: (value) =>
    listed(
      texts(value).map((kind) => lookedUp(PAPER_WORDS, kind)),
      'or',
    ),
  /** Answers that a form offers, by their ids: `client-account` as `client account`. */
  choice: (value) => listed(texts(value).map(choiceText), 'and'),
  anyChoice: (value) => listed(texts(value).map(choiceText), 'or'),
  role: (value) => lookedUp(ROLE_WORDS, String(value)),
  roles: (value) =>
    listed(
      texts(value).map((r) => lookedUp(ROLE_WORDS, r)),
      'or',
    ),
  article28: (value) => lookedUp(ARTICLE_28_WORDS, String(value)),
  stage: (value) => lookedUp(STAGE_WORDS, String(value)),
  /** Of its ISO number, Monday being 1. */
  weekday: (value) => WEEKDAYS[Number(value) - 1] ?? String(value),
  /** A stage by its gate, without article: `data protection`. */
  gate: (value) => lookedUp(STAGE_WORDS, String(value)).replace(/^the /, ''),
  /** The title of a control. */
  title: (value) => lookedUp(TITLES, String(value)),
  /** The title of a control, without its details. */
  brief: (value) => briefTitle(lookedUp(TITLES, String(value))),
  /** What a paper is, with its article. */
  paper: (value) => lookedUp(PAPER_WORDS, String(value)),
  /** Why access ended. */
  cause: (value) => causeText(String(value)),
  /** A resource by the name that people know it by. */
  place: (value) => placeText(String(value)),
  places: (value) => listed(texts(value).map(placeText), 'and'),
  /** What stays after access. */
  left: (value) => lookedUp(LEFT_ONE, String(value)),
  /** What of it nobody could look at. */
  unseen: (value) =>
    texts(value)
      .map((part) => lookedUp(LEFT_UNSEEN, part))
      .join(', '),
  /** Where at the provider that is found. */
  leftWhere: (value) => lookedUp(LEFT_WHERE, String(value)),
  step: (value) => lookedUp(STEP_WORDS, String(value)),
  permission: (value) => lookedUp(PERMISSION_WORDS, String(value)),
  hash: (value) => `${String(value).slice(0, 12)}…`,
  /** Without its last full stop, to go on after it. */
  clause: (value) => String(value).replace(/\.$/, ''),
};

/** The names of the values that a template takes up, with the formats that it names. */
export const placesOf = (template: Template): { name: string; format?: string }[] =>
  [...template.matchAll(PLACE)].map(([, name = '', kind, format]) => (kind === ':' ? { name, format } : { name }));

export const isFormat = (name: string): boolean => Object.hasOwn(FORMATS, name);

function counted(value: SaidValue, noun: string): string {
  const [one = '', many = `${one}s`] = noun.split('|');
  return `${String(value)} ${Number(value) === 1 ? one : many}`;
}

/** Puts the values of what is said into its template. */
export function fill(template: Template, said: Said, reader: Reader, word: Worder): string {
  const inner = (value: SaidValue): string => {
    if (Array.isArray(value)) return value.some(isSaid) ? value.map(inner).join(' ') : value.join(', ');
    return isSaid(value) ? word(value, reader) : String(value);
  };
  return template.replace(PLACE, (_, name: string, kind: string | undefined, format: string | undefined) => {
    const value = own(said, name);
    if (value === undefined) return '';
    if (kind === '#') return counted(value, format ?? '');
    const made = FORMATS[format ?? ''];
    if (made === undefined) return inner(value);
    return isSaid(value) || (Array.isArray(value) && value.some(isSaid))
      ? made(inner(value), reader)
      : made(value, reader);
  });
}
