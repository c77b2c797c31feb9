import Holidays from 'date-holidays';
import { z } from 'zod';
import { DATA_CLASSES, DATA_FORMS, RESOURCE_KINDS } from '../domain/case/intake.js';
import { isCountry } from '../domain/countries.js';
import type { AccountProvider } from '../domain/people/accounts.js';
import { ADDRESS_MAX, asciiAddress, hasAsciiLocalPart, isAddress } from '../domain/people/details.js';
import { isPlainName } from '../domain/plainText.js';
import { isObjectWord, own } from '../domain/record.js';
import { isDayInRange, isTimeZone } from '../domain/time.js';
import { VOCABULARIES } from '../providers/access/vocabularies.js';

export const text = (max: number) => z.string().trim().min(1).max(max);
/** A name or title: one line, nothing in it that is not seen, no word in two scripts. */
export const name = (max: number) =>
  text(max).refine(
    isPlainName,
    'has to be one line in letters of one script, without line breaks and invisible characters.',
  );

const [holidayCountries] = [new Holidays().getCountries('en')];

/** True for a country, or a country and its state, as `date-holidays` lists them: `PL`, `US-NY`. */
export function isHolidayRegion(region: string): boolean {
  const [country = '', state] = region.split('-');
  if (own(holidayCountries, country) === undefined) return false;
  return state === undefined || own(new Holidays().getStates(country, 'en'), state) !== undefined;
}

const isRealDay = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) &&
  !Number.isNaN(Date.parse(day)) &&
  new Date(day).toISOString().startsWith(day) &&
  isDayInRange(day);

export const timeZone = z
  .string()
  .max(64, { abort: true })
  .refine(isTimeZone, 'has to be a time zone of the IANA list, such as Europe/Warsaw.')
  .describe('IANA time zone');
export const holidays = z
  .string()
  .max(20, { abort: true })
  .refine(isHolidayRegion, 'has to be a holiday region such as PL, US or US-NY.')
  .describe('Holiday region: a country, or a country and its state');
export const country = z
  .string()
  .refine((code) => code !== 'UK', { error: 'has to be GB for the United Kingdom.', abort: true })
  .refine(isCountry, 'has to be a country by its two letters, such as PL.')
  .describe('ISO 3166-1 alpha-2');
export const email = z
  .string()
  .max(ADDRESS_MAX, { abort: true })
  .overwrite(asciiAddress)
  .refine(hasAsciiLocalPart, {
    error: 'has to be in ASCII before the @; many mail servers pass nothing else on.',
    abort: true,
  })
  .refine(isAddress, 'has to be an e-mail address.');
/** Day 1 of a plan, `YYYY-MM-DD`; a real day. */
export const day = z.string().refine(isRealDay, 'has to be a real day written YYYY-MM-DD.');
const providers = Object.keys(VOCABULARIES);
const provider = z
  .enum(providers, `has to be one of ${providers.join(', ')}.`)
  .describe('Who answers for it: github, or manual where a person opens and closes by hand');

/** A resource as `provider:id`; the provider says what an id of its own looks like. */
const resourceRef = z
  .string()
  .max(300, { abort: true })
  .regex(/^[a-z][a-z0-9-]{0,30}:[^\s].*$/, 'has to be provider:id, such as github:acme/search.');

const account = (provider: AccountProvider) => {
  const { account: words, name: at } = VOCABULARIES[provider] ?? {};
  return text(256)
    .refine((given) => words?.matches(given) === true, `has to be ${words?.right}.`)
    .optional()
    .describe(`Account at ${at}: ${words?.right}`);
};

const accounts = z.strictObject({ github: account('github'), postgres: account('postgres'), scim: account('scim') });

export const resource = z.strictObject({
  provider,
  kind: z.enum(RESOURCE_KINDS),
  id: text(250).describe('As its provider names it, such as owner/name; for manual a name of your own'),
  personalData: z.boolean(),
  dataClass: z.enum(DATA_CLASSES).optional().describe('Of a data set or a model'),
  form: z.enum(DATA_FORMS).optional().describe('Of a data set or a model: what was done to its records'),
  country: country.optional().describe('Of a data set or a model: where it lies'),
  owner: email
    .optional()
    .describe('Who of the client, by address, decides on requests for access to it; left out: the engineering manager'),
  administrator: email.optional().describe("manual: the client's person, by address, who opens and closes it"),
  checker: email.optional().describe("manual: another of the client's people, by address, who checks"),
});

export const person = z.strictObject({ name: name(120), email, timeZone: timeZone.optional() });

export const engineer = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,30}$/, 'has to be a short id of small letters, digits and hyphens.')
    .refine((id) => !isObjectWord(id), 'has to be another word.'),
  name: name(120),
  email,
  accounts: accounts.default({}).describe('Accounts, one at each provider of what the person needs'),
  employer: name(120).optional().describe("The employing company where it is not the vendor: a subcontractor's name"),
  country,
  jobRole: name(80),
  timeZone: timeZone.optional(),
  needs: z.array(z.strictObject({ resource: resourceRef, profile: text(40), task: text(300) })).max(20),
});
