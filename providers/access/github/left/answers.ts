import { z } from 'zod';
import { fromMs, type Instant } from '../../../../domain/time.js';
import { accountAnswer } from '../answers.js';

/* Only what is read is described. What one entry says amiss costs that alone: a date that is none is no date. */

const LONGEST = 200;

const id = z.int().positive();
const name = z.string().transform((text) => text.slice(0, LONGEST));
const at = z
  .string()
  .transform((text): Instant | undefined => {
    const ms = Date.parse(text);
    return Number.isNaN(ms) ? undefined : fromMs(ms);
  })
  .nullish();

/** A page of the keys that read or write a repository for whoever has them. */
export const keysAnswer = z.array(
  z.object({ id, title: name, created_at: at, /** A login; older keys have none. */ added_by: z.string().nullish() }),
);

/** A page of the hooks that are told what happens. */
export const hooksAnswer = z.array(
  z.object({
    id,
    name,
    config: z.object({ url: z.string().nullish() }),
    updated_at: at,
  }),
);

/** A page of the machines that run its jobs. */
export const runnersAnswer = z.object({ runners: z.array(z.object({ id, name })) }).transform(({ runners }) => runners);

/** A page of the copies of a repository that the token sees. */
export const forksAnswer = z.array(z.object({ id, full_name: name, owner: accountAnswer, created_at: at }));

/** A page of the Apps that are installed on an organisation. */
export const installationsAnswer = z
  .object({ installations: z.array(z.object({ id, app_slug: name, updated_at: at })) })
  .transform(({ installations }) => installations);

const person = z.object({ id, login: z.string().min(1).max(100) });
const team = z.object({ id, name });
const app = z.object({ id, name });

/** A page of the environments, with who lets deployments to them pass. */
export const environmentsAnswer = z
  .object({
    environments: z.array(
      z.object({
        id,
        name,
        protection_rules: z
          .array(
            z.object({
              reviewers: z
                .array(
                  z.union([
                    z.object({ type: z.literal('User'), reviewer: person }),
                    z.object({ type: z.literal('Team'), reviewer: team }),
                  ]),
                )
                .optional(),
            }),
          )
          .nullish(),
      }),
    ),
  })
  .transform(({ environments }) => environments);

/** A page of the branches. */
export const branchesAnswer = z.array(z.object({ name: z.string().min(1) }));

const actors = z
  .object({ users: z.array(person).optional(), teams: z.array(team).optional(), apps: z.array(app).optional() })
  .nullish();

/** What protects a branch, as far as it names somebody whom it does not hold. */
export const protectionAnswer = z.object({
  restrictions: actors,
  required_pull_request_reviews: z.object({ bypass_pull_request_allowances: actors }).nullish(),
});
export type Actors = z.infer<typeof actors>;

/** A page of the rulesets of a repository, those of its organisation among them. */
export const rulesetsAnswer = z.array(z.object({ id, name, enforcement: z.string() }));

/** A ruleset; whom it does not hold is shown only to those who may change it, and without names. */
export const rulesetAnswer = z.object({
  id,
  name,
  updated_at: at,
  bypass_actors: z.array(z.object({ actor_id: z.int().nullish(), actor_type: z.string().max(50) })).optional(),
});
export type Ruleset = z.infer<typeof rulesetAnswer>;
