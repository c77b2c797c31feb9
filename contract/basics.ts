import { z } from 'zod';
import { isCountry } from '../domain/countries.js';
import type { AccountProvider } from '../domain/people/accounts.js';
import { ADDRESS_MAX, asciiAddress, hasAsciiLocalPart, isAddress } from '../domain/people/details.js';
import { isPlainName, isPlainText } from '../domain/plainText.js';
import { isObjectWord } from '../domain/record.js';
import { isDayInRange, isTimeZone } from '../domain/time.js';

/*
 * A value that is too long is not looked at any further: `abort` keeps patterns and checks from a text of megabytes.
 */

/** A text of 1 to `max` characters without control characters, lone surrogates and direction overrides. */
export const text = (max: number) =>
  z
    .string()
    .min(1)
    .max(max, { abort: true })
    .refine(isPlainText, { error: 'holds control characters, lone surrogates or direction overrides' })
    .refine((value) => value.trim().length > 0, { error: 'must not be blank' });

/** A name or title of 1 to `max` characters: one line, nothing in it that is not seen, no word in two scripts. */
export const name = (max: number) =>
  text(max).refine(isPlainName, {
    error: 'must be one line in letters of one script, without line breaks and invisible characters',
  });

const COUNTRY = 'a country by its two capital letters (ISO 3166-1), for example PL; the United Kingdom is GB';
const matching = (pattern: RegExp, right: string) => z.string().regex(pattern, { error: `must be ${right}` });
/** An id that somebody makes up; it is looked up as a key later. */
const madeUp = (pattern: RegExp, right: string) =>
  matching(pattern, right).refine((id) => !isObjectWord(id), { error: 'must be another word' });

/** Why somebody does what they do; up to 2,000 characters. */
export const reason = text(2000)
  // A blank one is told as blank.
  .refine((value) => value.trim() === '' || /[\p{L}\p{N}]/u.test(value), { error: 'holds no words; say why in words' })
  .describe('Why, in the words that will stand in the trail.');
/** An id that people give to a paper: letters, digits, dots, dashes, underscores. */
export const paperId = madeUp(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/, 'an id of letters, digits, dots, dashes');
/** An id that people give to an incident: small letters, digits, dashes. */
export const incidentId = madeUp(/^[a-z0-9][a-z0-9-]{0,39}$/, 'an id of small letters, digits, dashes');
export const controlId = matching(/^[A-Z]{2}-\d{1,2}$/, 'the id of a control, for example IP-2');
const REF = 'A person of the case: by e-mail address, id, id in the case file, or name.';
/** An approval of a case; of access it names person and resource. */
export const approvalId = text(320);
/** Somebody whom the case knows, as people name them. */
export const personRef = text(320).describe(REF);
/** What is no day is told as that alone. */
const inRange = (text: string): boolean => !/^\d{4}-/.test(text) || isDayInRange(text.slice(0, 10));
const OUT_OF_RANGE = 'must lie between the years 1990 and 2199';
export const day = z.iso
  .date({ error: 'must be a real day written YYYY-MM-DD' })
  .refine(inRange, { error: OUT_OF_RANGE });
/** An instant with its offset; kept in UTC. */
export const instant = z.iso
  .datetime({ offset: true, error: 'must be an instant such as 2026-09-01T08:00:00Z' })
  .refine(inRange, { error: OUT_OF_RANGE })
  .transform((at) => new Date(at).toISOString());
/** Number of an entry after which a list goes on; PostgreSQL counts them in 32 bits. */
export const entryNumber = z.coerce.number().int().min(0).max(2_147_483_647);
/** A time zone of the IANA list. */
export const timeZone = z
  .string()
  .max(64, { abort: true })
  .refine(isTimeZone, 'must be a time zone of the IANA list, such as Europe/Warsaw');
export const link = z.url({ protocol: /^https?$/, error: 'must be a link that starts with https://' }).max(500);
/** An e-mail address; a domain beyond ASCII is taken as `xn--…`. */
export const email = z
  .string()
  .max(ADDRESS_MAX, { abort: true })
  .overwrite(asciiAddress)
  .refine(hasAsciiLocalPart, {
    error: 'must be in ASCII before the @; many mail servers pass nothing else on',
    abort: true,
  })
  .refine(isAddress, { error: 'must be an e-mail address' });
/** Names of a person's accounts, by provider; whoever takes them asks each provider's vocabulary. */
export const accountNames = z.strictObject({
  github: text(39).optional(),
  postgres: text(63).optional(),
  scim: text(256).optional(),
} satisfies Record<AccountProvider, z.ZodType>);
/** An account as its provider lists it: by its name, or an invitation that went to an address. */
export const foundAccount = text(256);
export const hash = matching(/^[0-9a-f]{64}$/, 'a SHA-256 hash in 64 lower-case hexadecimal digits');
/** Name of a provider in the registry. */
export const provider = matching(/^[a-z][a-z0-9-]{0,30}$/, 'the name of a provider, such as github or manual');
/** Something that access is given to, by its provider and its id there. */
export const resource = z
  .string()
  .max(300, { abort: true })
  .regex(/^[a-z][a-z0-9-]{0,30}:[^\s].*$/, { error: 'must be written provider:id, such as github:acme/search' });
export const country = matching(/^[A-Z]{2}$/, COUNTRY).refine(isCountry, { error: `must be ${COUNTRY}` });

/** Largest text of a case file or policy in a body, characters. */
export const FILE_MAX = 900_000;
export const policyText = z.string().max(FILE_MAX);

export const caseParams = z.object({ caseId: matching(/^[A-Za-z0-9-]{3,64}$/, 'the id of a case') });

/** Keyset paging: `limit` 1 to 200, default 50; `cursor` is the `nextCursor` of the answer before. */
export const paging = {
  cursor: text(1000).optional().describe('The `nextCursor` of the answer before.'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

/** A page of rows; `nextCursor` is there as long as there are more. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), nextCursor: z.string().optional() });

/** `true` or `false` in a query. */
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** Names of people by their id, for those ids that stand in the answer. */
export const names = z.record(z.string(), z.string()).describe('Names of people by person id.');

/** The fields of a body, with whatever somebody has written in them; the API checks it. */
export type FieldsOf<Body extends z.ZodType> = { [Field in keyof z.input<Body>]: unknown };

/** The names in any answer that has them; what else it holds is left out. */
export const caseNames = z.object({ names });
