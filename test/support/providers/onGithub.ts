import { createGitHubProvider } from '../../../providers/access/github/provider.js';
import type { AccessProvider, AccessTarget } from '../../../providers/access/port.js';
import { type GithubOptions, type LocalGithub, startGithub } from '../../../sandbox/github/github.js';

/** Our GitHub with a provider on it, a repository, and an account that holds nothing there. */
export type OnGithub = {
  github: LocalGithub;
  provider: AccessProvider;
  target: AccessTarget;
  /** The requests that a piece of work took, without the numbers in them. */
  requestsOf(work: () => Promise<unknown>): Promise<string[]>;
};

export const PLACE = 'acme/scoring';
export const LOGIN = 'Ana-Dev';

export async function startOnGithub(options: Partial<GithubOptions> = {}): Promise<OnGithub> {
  const github = await startGithub({ users: [LOGIN, 'bo-dev'], repositories: [PLACE], ...options });
  const provider = createGitHubProvider({ baseUrl: github.url, token: github.token, throttle: false });
  return {
    github,
    provider,
    target: {
      place: { id: String(github.repositoryId(PLACE)), name: PLACE },
      account: { id: String(github.accountId(LOGIN)), name: LOGIN },
    },
    async requestsOf(work) {
      const before = github.requests().length;
      await work();
      const asked = github.requests().slice(before);
      return asked.map(({ method, path }) => `${method} ${path.replace(/\/\d+/g, '/#').replace(/\?.*/, '')}`);
    },
  };
}
