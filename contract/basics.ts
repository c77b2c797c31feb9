import { z } from 'zod';
import { isTimeZone } from '../domain/time.js';
import { isPlainText } from './plainText.js';

/** A text of 1 to `max` characters without control characters, lone surrogates and direction overrides. */
export const text = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine(isPlainText, { error: 'holds control characters, lone surrogates or direction overrides' })
    .refine((value) => value.trim().length > 0, { error: 'must not be blank' });

const matching = (pattern: RegExp, right: string) => z.string().regex(pattern, { error: `must be ${right}` });

/** Why somebody does what they do; up to 2,000 characters. */
export const reason = text(2000).describe('Why, in the words that will stand in the trail.');
/** An id that people give to a paper: letters, digits, dots, dashes, underscores. */
export const paperId = matching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/, 'an id of letters, digits, dots, dashes');
/** An id that people give to an incident: small letters, digits, dashes. */
export const incidentId = matching(/^[a-z0-9][a-z0-9-]{0,39}$/, 'an id of small letters, digits, dashes');
export const controlId = matching(/^[A-Z]{2}-\d{1,2}$/, 'the id of a control, for example IP-2');
const REF = 'A person of the case: by e-mail address, id, id in the case file, or name.';
/** Somebody whom the case knows, as people name them. */
export const personRef = text(320).describe(REF);
export const day = z.iso.date({ error: 'must be a real day written YYYY-MM-DD' });
/** An instant with its offset; kept in UTC. */
export const instant = z.iso
  .datetime({ offset: true, error: 'must be an instant such as 2026-09-01T08:00:00Z' })
  .transform((at) => new Date(at).toISOString());
/** Number of an entry after which a list goes on; PostgreSQL counts them in 32 bits. */
export const entryNumber = z.coerce.number().int().min(0).max(2_147_483_647);
/** A time zone of the IANA list. */
export const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, 'must be a time zone of the IANA list, such as Europe/Warsaw');
export const link = z.url({ protocol: /^https?$/, error: 'must be a link that starts with https://' }).max(500);
export const email = z.email({ error: 'must be an e-mail address' }).max(320);
export const hash = matching(/^[0-9a-f]{64}$/, 'a SHA-256 hash in 64 lower-case hexadecimal digits');
export const repository = matching(/^[A-Za-z0-9-]{1,39}\/[A-Za-z0-9._-]{1,100}$/, 'written owner/name');
/** Something that access is given to: a repository, or a data set or model by its id. */
export const resource = matching(
  /^([A-Za-z0-9-]{1,39}\/[A-Za-z0-9._-]{1,100}|(data|model):[a-z0-9][a-z0-9._-]{0,60})$/,
  'a repository written owner/name, or data:name or model:name',
);
export const country = matching(/^[A-Z]{2}$/, 'two capital letters of ISO 3166-1, for example PL');

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
