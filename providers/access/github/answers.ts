import { z } from 'zod';
import { heldPermission } from './names.js';

/* Only what is read is described; GitHub adds fields at any time, so unknown ones are let through. */

/** A repository, of which only the visibility matters. */
export const repositoryAnswer = z.object({ private: z.boolean() });

/** An account. */
export const userAnswer = z.object({ login: z.string().min(1) });

/** An answer whose content says nothing that is needed. */
export const anyAnswer = z.unknown();

/** What one account holds on a repository, by whatever way: directly, by a team, as a member of the organisation. */
export const permissionAnswer = z.object({ permission: z.string(), role_name: z.string().nullish() });

const flags = z.object({
  admin: z.boolean().optional(),
  maintain: z.boolean().optional(),
  push: z.boolean().optional(),
  triage: z.boolean().optional(),
  pull: z.boolean().optional(),
});

/** A page of the accounts on a repository. */
export const collaboratorsAnswer = z.array(
  z.object({ login: z.string().min(1), role_name: z.string().nullish(), permissions: flags.nullish() }),
);

const invitation = z.object({
  id: z.int(),
  permissions: z.string(),
  /* Null when the invitation went to an address and not to an account. */
  invitee: z.object({ login: z.string().min(1) }).nullish(),
  expired: z.boolean().optional(),
});

/** An open or expired invitation to a repository. */
export type Invitation = z.infer<typeof invitation>;

/** A page of the invitations to a repository. */
export const invitationsAnswer = z.array(invitation);

/** What adding an account answers: an invitation, or nothing to speak of when the account had access already. */
export const addedAnswer = z.union([invitation, z.unknown().transform(() => undefined)]);

/** The permission that an entry of the list of collaborators names, if it names one. */
export function listedPermission(entry: z.infer<typeof collaboratorsAnswer>[number]): string | undefined {
  const named = heldPermission(entry.role_name);
  if (named !== undefined) return named;
  const held = entry.permissions ?? {};
  return (['admin', 'maintain', 'push', 'triage', 'pull'] as const).find((name) => held[name] === true);
}
