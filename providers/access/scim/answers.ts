import { z } from 'zod';
import { isId } from './names.js';

/* Only what is read is described; directories add attributes at any time, so unknown ones are let through. */

/** Marks an error that SCIM itself answered (RFC 7644, 3.12). */
const ERROR_SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:Error';

/** Kinds of refusals (RFC 7644, table 9). */
const SCIM_TYPES = [
  'invalidFilter',
  'tooMany',
  'uniqueness',
  'mutability',
  'invalidSyntax',
  'invalidPath',
  'noTarget',
  'invalidValue',
  'invalidVers',
  'sensitive',
] as const;

/** One of them. */
export type ScimType = (typeof SCIM_TYPES)[number];

const id = z.string().refine(isId);
const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);

/** What an error says beside its status; of its words nothing is taken. */
export const errorAnswer = z.object({
  schemas: z.array(z.string()).refine((schemas) => schemas.includes(ERROR_SCHEMA)),
  scimType: optional(z.enum(SCIM_TYPES)).catch(undefined),
});

/** A user; `groups` is what the directory itself says of memberships, where it says something. */
export const userAnswer = z.object({
  id,
  userName: z.string().min(1),
  groups: optional(z.array(z.object({ value: id }))).transform((groups) => groups ?? []),
});

const member = z.object({
  value: id,
  /** `User` or `Group`; many directories leave it out. */
  type: optional(z.string()),
  $ref: optional(z.string()),
});

/** A member of a group, by its id. */
export type Member = z.infer<typeof member>;

/** A group with its direct members; a directory may leave them out where there are none, or always. */
export const groupAnswer = z.object({
  id,
  displayName: z.string().min(1),
  members: optional(z.array(member)),
});

/** A group with its direct members. */
export type Group = Omit<z.infer<typeof groupAnswer>, 'members'> & { members: Member[] };

/** A page of a search. */
export const pageOf = <T>(resource: z.ZodType<T>) =>
  z.object({
    totalResults: z.int().nonnegative(),
    Resources: optional(z.array(resource)).transform((found) => found ?? []),
  });

/** What a change answers: nothing, or the changed group (RFC 7644, 3.5.2). */
export const changedAnswer = optional(z.object({ id }));

const supported = z.object({ supported: z.boolean() });

/** What the directory says that it can do. */
export const configAnswer = z.object({ patch: supported, filter: supported });
