import type { WayIn } from '../../domain/access/lease.js';

const FAILURES: Record<string, string> = {
  ProviderUnavailable: 'the provider does not answer',
  ProviderRateLimited: 'the provider asks us to wait',
  ProviderRefused: 'the provider refuses the look; its credentials may have ended, or lack a right',
  ProviderAnswerUnreadable: 'the answer of the provider cannot be read',
};

/** Why looks at a place fail, within a sentence. */
export const lookFailure = (code: string): string => FAILURES[code] ?? code;

const UNSEEN: Record<string, string> = {
  teams: 'teams',
  organisation: 'membership and owners of the organisation',
};

/** A way in that a look could not see, within a sentence. */
export const unseenText = (way: string): string => UNSEEN[way] ?? way.replaceAll('-', ' ');

/** One way in which somebody comes in at a provider, within a sentence. */
export function wayText({ by, through }: WayIn): string {
  const named = through === undefined ? '' : ` ${through}`;
  switch (by) {
    case 'direct':
      return 'directly';
    case 'invitation':
      return 'by an invitation';
    case 'team':
      return through === undefined ? 'by a team' : `by the team${named}`;
    case 'organisation':
      return `by the organisation${named}`;
    case 'other':
      return through === undefined ? 'by a way that the provider does not show' : `by${named}`;
    default:
      return by satisfies never;
  }
}
