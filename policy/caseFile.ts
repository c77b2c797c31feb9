import Holidays from 'date-holidays';
import { z } from 'zod';
import {
  DATA_CLASSES,
  ENGAGEMENT_MODELS,
  type EngagementModel,
  INDUSTRIES,
  type Intake,
  OUTSOURCING_REASONS,
} from '../domain/case/intake.js';
import type { PersonId } from '../domain/case/roles.js';
import { CLIENT_ROLES } from '../domain/case/roles.js';
import { contradictions } from './caseRules.js';
import type { Found } from './found.js';
import { type Fault, parseLocated } from './located.js';
import { dotted } from './sentences.js';

const text = (max: number) => z.string().trim().min(1).max(max);

const isTimeZone = (zone: string): boolean => {
  try {
    return zone.includes('/') || zone === 'UTC'
      ? new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined
      : false;
  } catch {
    return false;
  }
};

const [holidayCountries] = [new Holidays().getCountries('en')];

/** True for a country, or a country and its state, as `date-holidays` lists them: `PL`, `US-NY`. */
export function isHolidayRegion(region: string): boolean {
  const [country = '', state] = region.split('-');
  if (holidayCountries[country] === undefined) return false;
  return state === undefined || new Holidays().getStates(country, 'en')?.[state] !== undefined;
}

const regionNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const isCountry = (code: string): boolean => /^[A-Z]{2}$/.test(code) && regionNames.of(code) !== undefined;

const isRealDay = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);

const timeZone = z
  .string()
  .refine(isTimeZone, 'has to be a time zone of the IANA list, such as Europe/Warsaw.')
  .describe('IANA time zone');
const holidays = z
  .string()
  .refine(isHolidayRegion, 'has to be a holiday region such as PL, US or US-NY.')
  .describe('Holiday region: a country, or a country and its state');
const country = z
  .string()
  .refine(isCountry, 'has to be a country by its two letters, such as PL.')
  .describe('ISO 3166-1 alpha-2');
const email = z
  .string()
  .max(254)
  .regex(/^[^\s@<>"(),;:\\]+@[^\s@<>"(),;:\\]+\.[^\s@<>"(),;:\\]+$/, 'has to be an e-mail address.');
/** Day 1 of a plan, `YYYY-MM-DD`; a real day. */
export const day = z.string().refine(isRealDay, 'has to be a real day written YYYY-MM-DD.');
const account = z
  .string()
  .regex(/^[A-Za-z\d](?:[A-Za-z\d]|-(?=[A-Za-z\d])){0,38}$/, 'has to be a GitHub login.')
  .describe('Account at the access provider: a GitHub login');
const repository = z.string().regex(/^[A-Za-z\d][A-Za-z\d-]{0,38}\/[A-Za-z\d._-]{1,100}$/, 'has to be owner/name.');

const assetId = z
  .string()
  .regex(/^(data|model):[a-z0-9][a-z0-9._-]{0,60}$/, 'has to be data:name or model:name, in small letters.');

const person = z.strictObject({ name: text(120), email, timeZone: timeZone.optional() });

const engineer = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, 'has to be a short id of small letters, digits and hyphens.'),
  name: text(120),
  email,
  account,
  employer: text(120).optional().describe("The employing company where it is not the vendor: a subcontractor's name"),
  country,
  jobRole: text(80),
  timeZone: timeZone.optional(),
  needs: z
    .array(z.strictObject({ resource: z.union([repository, assetId]), profile: text(40), task: text(300) }))
    .max(20),
});

/** The schema of a case file: what procurement knows when it opens a case. */
export const caseFileSchema = z.strictObject({
  title: text(120),
  startDate: day.describe('Day 1 of the plan'),
  vendor: z.strictObject({ name: text(120), country, timeZone, holidays, contact: person }),
  client: z.strictObject({
    name: text(120),
    timeZone,
    holidays,
    people: z.partialRecord(z.enum(CLIENT_ROLES), z.array(person).min(1).max(10)),
    industry: z.enum(INDUSTRIES).optional(),
    groupRevenueEur: z
      .int()
      .min(0)
      .max(10_000_000_000_000)
      .optional()
      .describe('Turnover of the whole group in the preceding year, whole euro'),
  }),
  outcome: z.strictObject({
    statement: text(1000),
    successCriteria: z.array(z.strictObject({ criterion: text(300), measure: text(300) })).max(20),
  }),
  data: z.strictObject({
    classes: z.array(z.enum(DATA_CLASSES)).min(1),
    euPersonalData: z.boolean(),
    roles: z
      .strictObject({ client: z.enum(['controller', 'processor']), vendor: z.enum(['processor', 'sub-processor']) })
      .optional(),
    thirdPartyAccess: z
      .enum(['none', 'controlled'])
      .optional()
      .describe('none: nobody outside may ever reach the most sensitive of the data'),
    residency: z
      .strictObject({ countries: z.array(country).min(1).max(60), requiredBy: z.enum(['regulation', 'policy']) })
      .optional()
      .describe('Countries in which the data may lie and from which they may be reached'),
  }),
  sourcing: z
    .strictObject({
      approach: z.enum(['outsource', 'hybrid']),
      aiIsCoreProduct: z.boolean().describe('AI is the core product and lasting advantage'),
      reasons: z.array(z.enum(OUTSOURCING_REASONS)).max(4),
      weeksToShip: z.strictObject({ vendor: z.int().min(0).max(520), inHouse: z.int().min(0).max(520) }).optional(),
      transfer: z
        .strictObject({ on: day, team: z.array(email).min(1).max(20) })
        .optional()
        .describe("Hybrid: the day, and the client's people by address, to whom the capability goes"),
    })
    .optional(),
  aiAct: z
    .strictObject({ euMarket: z.boolean().describe('Placed on the market or put into service in the EU') })
    .optional(),
  capacity: z.strictObject({
    mlLeadership: z.enum(['strong', 'some', 'none']),
    managementTime: z.enum(['ample', 'limited', 'none']),
  }),
  need: z.strictObject({
    skillGap: z.enum(['one-clear-gap', 'several-gaps', 'no-gap']),
    urgency: z.enum(['weeks', 'quarter', 'none']),
    scope: z.enum(['bounded', 'open']),
    requirements: z.enum(['stable', 'moving']),
  }),
  model: z.enum(ENGAGEMENT_MODELS).describe('The engagement model wanted'),
  currentSoc2Required: z.boolean(),
  monthlyRateUsd: z
    .int()
    .min(1)
    .max(1_000_000)
    .optional()
    .describe('All-in rate per engineer and month, whole US dollars'),
  repositories: z
    .array(z.strictObject({ id: repository, personalData: z.boolean() }))
    .min(1)
    .max(50),
  assets: z
    .array(
      z.strictObject({
        id: assetId,
        personalData: z.boolean(),
        dataClass: z.enum(DATA_CLASSES),
        form: z.enum(['raw', 'masked', 'anonymised', 'synthetic']),
        country,
        administrator: email.describe("The client's person, by address, who opens and closes it"),
        checker: email.describe("Another of the client's people, by address, who checks"),
      }),
    )
    .max(50)
    .optional()
    .describe('Data sets and models that no system gives access to'),
  engineers: z.array(engineer).max(50),
});

export type CaseFile = z.infer<typeof caseFileSchema>;
export type FilePerson = { name: string; email: string; account?: string; timeZone?: string };

/** A case file that was read, and where its parts stand; or what is wrong with it. */
export type ReadCaseFile = { ok: true; file: CaseFile; locate(found: Found): Fault } | { ok: false; faults: Fault[] };

/** Reads a case file; each fault says what is wrong, where, and what would be right. Never throws. */
export function parseCaseFile(content: string): ReadCaseFile {
  const read = parseLocated(content, caseFileSchema, { what: 'case file' });
  if (!read.ok) return read;
  const locate = ({ path, message }: Found): Fault => ({ ...read.at(path), path: dotted(path), message });
  const faults = contradictions(read.value).map(locate);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, file: read.value, locate };
}

/** Everybody that a case file names. */
export const peopleOf = (file: CaseFile): FilePerson[] => [
  ...Object.values(file.client.people)
    .flatMap((people) => people ?? [])
    .map((p) => ({ timeZone: file.client.timeZone, ...p })),
  { timeZone: file.vendor.timeZone, ...file.vendor.contact },
  ...file.engineers.map(({ name, email: address, account: login, timeZone: zone }) => ({
    name,
    email: address,
    account: login,
    timeZone: zone ?? file.vendor.timeZone,
  })),
];

/** The intake of a case file: the same answers with person ids in place of people. */
export function intakeOf(file: CaseFile, personIdOf: (email: string) => PersonId): Intake {
  const people: Intake['client']['people'] = {};
  for (const role of CLIENT_ROLES) {
    const named = file.client.people[role];
    if (named !== undefined) people[role] = [...new Set(named.map((p) => personIdOf(p.email)))];
  }
  const { vendor, client, engineers, model, sourcing, assets, ...rest } = file;
  const chosen: EngagementModel = model;
  return {
    ...rest,
    model: chosen,
    vendor: {
      name: vendor.name,
      country: vendor.country,
      timeZone: vendor.timeZone,
      holidays: vendor.holidays,
      contact: personIdOf(vendor.contact.email),
    },
    client: { ...client, people },
    ...(sourcing === undefined ? {} : { sourcing: sourcingOf(sourcing, personIdOf) }),
    ...(assets === undefined
      ? {}
      : {
          assets: assets.map((a) => ({
            ...a,
            administrator: personIdOf(a.administrator),
            checker: personIdOf(a.checker),
          })),
        }),
    engineers: engineers.map((e) => ({
      person: personIdOf(e.email),
      employer: e.employer ?? vendor.name,
      country: e.country,
      jobRole: e.jobRole,
      needs: e.needs,
    })),
  };
}

function sourcingOf(
  { transfer, ...rest }: NonNullable<CaseFile['sourcing']>,
  personIdOf: (email: string) => PersonId,
): NonNullable<Intake['sourcing']> {
  return transfer === undefined
    ? rest
    : { ...rest, transfer: { on: transfer.on, team: transfer.team.map((t) => personIdOf(t)) } };
}
