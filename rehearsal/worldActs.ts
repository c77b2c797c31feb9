import { z } from 'zod';

/** A repository. */
export const onGithub = z.string().regex(/^github:[^/\s]+\/[^/\s]+$/, 'has to be github:owner/name.');
const login = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, 'has to be a login.');
const team = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'has to be the short name of a team, such as contractors.');
const what = z.string().min(1).max(100);
/** What an account may do on a repository, in GitHub's words. */
export const permission = z.enum(['pull', 'triage', 'push', 'maintain', 'admin']);

/** What GitHub and people do there behind everybody's back, one act each. */
const githubActs = [
  z.strictObject({ github: z.enum(['up', 'down', 'drops-every-fifth-delete']) }),
  /** Holds until `github: up`, or for so many requests. */
  z.strictObject({
    'github-answers': z.strictObject({
      status: z.literal([401, 403, 404, 422, 429, 500, 502, 503]),
      says: z.string().max(200).optional(),
      times: z.int().min(1).optional(),
      'changes-only': z.literal(true).optional(),
      'wait-seconds': z.int().min(0).optional(),
    }),
  }),
  z.strictObject({ 'add-at-provider': z.strictObject({ resource: onGithub, account: login, permission }) }),
  z.strictObject({ 'remove-at-provider': z.strictObject({ resource: onGithub, account: login }) }),
  z.strictObject({ invitations: z.enum(['wait', 'accepted']) }),
  z.strictObject({ 'accept-invitation': z.strictObject({ resource: onGithub, account: login }) }),
  z.strictObject({ 'expire-invitations': z.strictObject({ resource: onGithub }) }),
  z.strictObject({ 'add-to-team': z.strictObject({ resource: onGithub, team, account: login, permission }) }),
  z.strictObject({ 'take-out-of-team': z.strictObject({ resource: onGithub, team, account: login }) }),
  z.strictObject({ 'add-to-organisation': z.strictObject({ organisation: login, account: login }) }),
  z.strictObject({ 'take-out-of-organisation': z.strictObject({ organisation: login, account: login }) }),
  z.strictObject({
    'base-permission': z.strictObject({ organisation: login, is: z.enum(['none', 'read', 'write', 'admin']) }),
  }),
  /** A key (by whom, where GitHub says so), a hook or a runner that stays when whoever brought it has left. */
  z.strictObject({
    'leave-behind': z.union([
      z.strictObject({ resource: onGithub, key: what, by: login.optional() }),
      z.strictObject({ resource: onGithub, hook: z.url() }),
      z.strictObject({ resource: onGithub, runner: what }),
    ]),
  }),
  z.strictObject({
    'clear-away': z.union([
      z.strictObject({ resource: onGithub, key: what }),
      z.strictObject({ resource: onGithub, hook: z.url() }),
      z.strictObject({ resource: onGithub, runner: what }),
    ]),
  }),
  z.strictObject({ 'register-account': login }),
  z.strictObject({ 'rename-account': z.strictObject({ from: login, to: login }) }),
  z.strictObject({ 'delete-account': login }),
  z.strictObject({ 'make-repository': onGithub }),
  z.strictObject({ 'rename-repository': z.strictObject({ from: onGithub, to: onGithub }) }),
  z.strictObject({ 'archive-repository': onGithub }),
  z.strictObject({ 'delete-repository': onGithub }),
] as const;

const ownActs = [
  z.strictObject({ 'kill-worker': z.literal(true) }),
  z.strictObject({ 'mail-server': z.enum(['up', 'down', 'drop-after-data']) }),
  z.strictObject({
    'mail-address': z.strictObject({
      address: z.string(),
      says: z.enum(['take', 'refuse', 'refuse-after-data', 'defer']),
    }),
  }),
] as const;

/** What happens in the world while a case runs. */
export const worldAct = z.union([...ownActs, ...githubActs]);
export type WorldAct = z.infer<typeof worldAct>;

/** What happens at GitHub. */
export type GithubAct = z.infer<(typeof githubActs)[number]>;
