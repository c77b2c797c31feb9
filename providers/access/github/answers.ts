import { z } from 'zod';
import { heldPermission } from './names.js';

/* Only what is read is described; GitHub adds fields at any time, so unknown ones are let through. */

const id = z.int().positive();
const login = z.string().min(1).max(100);

const flags = z.object({
  admin: z.boolean().optional(),
  maintain: z.boolean().optional(),
  push: z.boolean().optional(),
  triage: z.boolean().optional(),
  pull: z.boolean().optional(),
});

/** An account, of a person or of anything else. */
export const accountAnswer = z.object({ id, login, type: z.string() });

/** A repository. */
export const repositoryAnswer = z.object({
  id,
  full_name: z.string().min(3).max(200),
  private: z.boolean(),
  owner: accountAnswer,
  /** Copies of it, seen or not. */
  forks_count: z.int().min(0).optional(),
  /** What the token may do there. */
  permissions: flags.nullish(),
});
export type RepositoryAnswer = z.infer<typeof repositoryAnswer>;

/** An answer whose content says nothing that is needed. */
export const anyAnswer = z.unknown();

/** What one account holds on a repository, by whatever way. */
export const permissionAnswer = z.object({
  permission: z.string(),
  role_name: z.string().nullish(),
  user: z.object({ id, login }).nullish(),
});

/** A page of the accounts on a repository. */
export const collaboratorsAnswer = z.array(
  z.object({ id, login, role_name: z.string().nullish(), permissions: flags.nullish() }),
);
export type Collaborator = z.infer<typeof collaboratorsAnswer>[number];

const invitation = z.object({
  id,
  permissions: z.string(),
  /* Null when the invitation went to an address and not to an account. */
  invitee: z.object({ id, login }).nullish(),
  expired: z.boolean().optional(),
});

/** An open or expired invitation to a repository. */
export type Invitation = z.infer<typeof invitation>;

/** A page of the invitations to a repository. */
export const invitationsAnswer = z.array(invitation);

/** What adding an account answers: an invitation, or nothing when the account had access already. */
export const addedAnswer = z.union([
  invitation,
  z
    .undefined()
    .or(z.literal(''))
    .transform(() => undefined),
]);

/** A page of the teams on a repository. */
export const teamsAnswer = z.array(
  z.object({
    slug: z.string().min(1),
    name: z.string().min(1),
    permission: z.string(),
    role_name: z.string().nullish(),
  }),
);
export type Team = z.infer<typeof teamsAnswer>[number];

/** What an account is in a team or an organisation. */
export const membershipAnswer = z.object({ state: z.string(), role: z.string() });

/** A page of accounts. */
export const accountsAnswer = z.array(z.object({ id, login }));

/** An organisation; the permission that every member has is shown to its owners alone. */
export const organisationAnswer = z.object({ default_repository_permission: z.string().nullish() });

/** The permission that an entry of the list of collaborators names: the highest of its roles. */
export function listedPermission(entry: Collaborator): string | undefined {
  const named = heldPermission(entry.role_name);
  if (named !== undefined) return named;
  const held = entry.permissions ?? {};
  return (['admin', 'maintain', 'push', 'triage', 'pull'] as const).find((name) => held[name] === true);
}
