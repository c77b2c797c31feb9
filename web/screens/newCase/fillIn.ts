import type { Json, JsonObject } from '../../form/field.js';
import { listOf, objectOf, textOf } from '../../form/values.js';

/** Letters that no decomposition turns into ASCII. */
const LETTERS: Record<string, string> = { ł: 'l', ß: 'ss', ø: 'o', đ: 'd', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th' };

/** A name in the letters of an address: "Łukasz Żak" is `lukasz`, `zak`. */
export const asciiWords = (name: string): string[] =>
  name
    .toLowerCase()
    .replace(/[łßøđæœıþ]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

/** How a firm makes addresses out of names. */
const SHAPES: ((first: string, last: string) => string)[] = [
  (first, last) => `${first}.${last}`,
  (first) => first,
  (first, last) => `${first.charAt(0)}.${last}`,
  (first, last) => `${first.charAt(0)}${last}`,
  (first, last) => `${first}${last}`,
  (_first, last) => last,
];

type Person = { name: string; email: string };

function partsOf(name: string): [string, string] | undefined {
  const words = asciiWords(name);
  const [first] = words;
  const last = words.at(-1);
  return first === undefined || last === undefined || words.length < 2 ? undefined : [first, last];
}

/** The address that somebody has, as far as those of others show how it is made. */
export function addressLike(name: string, others: Person[]): string | undefined {
  const own = partsOf(name);
  if (own === undefined) return undefined;
  for (const other of others.toReversed()) {
    const theirs = partsOf(other.name);
    const [local = '', domain] = other.email.split('@');
    if (theirs === undefined || !domain) continue;
    const shape = SHAPES.find((make) => make(...theirs) === local.toLowerCase());
    if (shape !== undefined) return `${shape(...own)}@${domain}`;
  }
  return undefined;
}

const personOf = (value: Json | undefined): Person => {
  const { name, email } = objectOf(value);
  return { name: textOf(name), email: textOf(email) };
};

/** Sets a field where nobody has answered it, or where the answer is what was filled in before. */
function set(group: JsonObject, field: string, next: string | undefined, before: string | undefined): JsonObject {
  const now = textOf(group[field]);
  return next === undefined || (now !== '' && now !== before) ? group : { ...group, [field]: next };
}

function withAddress(was: Json | undefined, is: Json, others: Person[]): JsonObject {
  const [before, now] = [personOf(was), personOf(is)];
  if (before.name === now.name) return objectOf(is);
  return set(objectOf(is), 'email', addressLike(now.name, others), addressLike(before.name, others));
}

/** Where a country lies in time: its one zone, or of several the reader's own. */
export function zoneOf(country: string, own = Intl.DateTimeFormat().resolvedOptions().timeZone): string | undefined {
  if (!/^[A-Z]{2}$/.test(country)) return undefined;
  const locale: Intl.Locale & { timeZones?: string[]; getTimeZones?(): string[] } = new Intl.Locale(`und-${country}`);
  const zones = locale.getTimeZones?.() ?? locale.timeZones ?? [];
  return zones.length === 1 ? zones[0] : zones.find((zone) => zone === own);
}

/** A party whose country was chosen: its zone and holidays are mostly those of the country. */
function placed(was: Json | undefined, is: JsonObject): JsonObject {
  const [before, now] = [textOf(objectOf(was).country), textOf(is.country)];
  if (before === now || now === '') return is;
  return set(set(is, 'timeZone', zoneOf(now), zoneOf(before)), 'holidays', now, before);
}

function clientOf(was: Json | undefined, is: JsonObject): JsonObject {
  const roles = objectOf(is.people);
  const before = objectOf(objectOf(was).people);
  const everybody = Object.values(roles).flatMap((people) => listOf(people).map(personOf));
  const people = Object.fromEntries(
    Object.entries(roles).map(([role, list]) => [
      role,
      listOf(list).map((one, i) => {
        const others = everybody.filter(({ name, email }) => email !== '' && name !== personOf(one).name);
        return withAddress(listOf(before[role])[i], one, others);
      }),
    ]),
  );
  return { ...placed(was, is), ...(is.people !== undefined && { people }) };
}

const shortId = (name: string): string | undefined => asciiWords(name)[0];

function engineerOf(was: Json | undefined, is: Json, others: Person[], country: string): JsonObject {
  const [before, now] = [personOf(was), personOf(is)];
  const addressed = withAddress(was, is, others);
  if (before.name === now.name) return addressed;
  const named = set(addressed, 'id', shortId(now.name), shortId(before.name));
  return set(named, 'country', country === '' ? undefined : country, undefined);
}

/** What follows from an answer that was just given, filled in where nobody has said otherwise. */
export function fillIn(was: JsonObject, is: JsonObject): JsonObject {
  const vendor = objectOf(is.vendor);
  const engineers = listOf(is.engineers);
  const contact = personOf(vendor.contact);
  const team = engineers.map(personOf);
  return {
    ...is,
    ...(is.vendor !== undefined && { vendor: placed(was.vendor, vendor) }),
    ...(is.client !== undefined && { client: clientOf(was.client, objectOf(is.client)) }),
    ...(is.engineers !== undefined && {
      engineers: engineers.map((one, i) => {
        const others = [contact, ...team.filter((_, at) => at < i)].filter(({ email }) => email !== '');
        return engineerOf(listOf(was.engineers)[i], one, others, textOf(vendor.country));
      }),
    }),
  };
}
