import type { ResourceKind } from '../../domain/case/intake.js';

/** What a provider's words are: pure, so that whoever checks a case file, a policy or a command needs no way to the provider. */
export type Vocabulary = {
  /** Its name in the registry, and before the colon of a resource: `github` of `github:acme/search`. */
  id: string;
  /** Its name for eyes: `GitHub`. */
  name: string;
  /** What access is given to there, of what the rules know. */
  kinds: readonly ResourceKind[];
  /** Its permissions, each giving all that the ones before it give. */
  permissions: readonly string[];
  /** The one among them that lets its holder give access to others, where there is one: nobody of a vendor's gets it (DC-1). */
  administers?: string;
  /** Whether a text can name a place there, and what would be right: `owner/name of a repository`. */
  place: { matches(text: string): boolean; right: string };
  /** Whether a text can name an account there; absent where accounts are not named, as where people act by hand. */
  account?: { matches(text: string): boolean; right: string };
};
