import { randomBytes } from 'node:crypto';
import type { Collaborator } from './githubEmulator.js';
import { type GithubFault, type GithubRequest, startGithubProxy } from './githubProxy.js';
import { type GithubState, openGithubState } from './githubState.js';

export type { Collaborator, GithubFault, GithubRequest };

/** What the emulated GitHub starts with. */
export type GithubOptions = {
  /** Logins that exist; more can come at run time. */
  users: string[];
  /** Full names, `owner/name`; all private. */
  repositories: string[];
  /** Default: a free port. */
  port?: number;
  /** JSON file that keeps everything over restarts; what it holds is added to `users` and `repositories`. */
  snapshotFile?: string;
};

/** A stateful GitHub on 127.0.0.1. It adds collaborators without an invitation, as the emulator does. */
export type LocalGithub = {
  /** Base of the REST API. */
  url: string;
  /** The only token it takes; its account administers every repository, is not listed and counts as `admin`. */
  token: string;
  /** What reached it, oldest first, at most the last 10,000; what is done here by hand is not among it. */
  requests(): GithubRequest[];
  /** Who is on the repository, read from the emulator itself. */
  collaborators(repository: string): Promise<Collaborator[]>;
  /** Does behind everybody's back what a person could do on GitHub's pages. */
  addByHand(repository: string, login: string, permission: string): Promise<void>;
  removeByHand(repository: string, login: string): Promise<void>;
  /** Makes logins known; those known already are left alone. */
  addUsers(...logins: string[]): Promise<void>;
  /** Makes repositories known; those known already are left alone. */
  addRepositories(...fullNames: string[]): Promise<void>;
  /** Holds until set to something else. */
  setFault(fault: GithubFault): void;
  stop(): Promise<void>;
};

/** Starts the emulator behind a proxy that records, and misbehaves on demand; throws `LocalPartsUnavailable` in a production install. */
export async function startGithub(options: GithubOptions): Promise<LocalGithub> {
  const token = randomBytes(20).toString('hex');
  let opened: GithubState | null = null;
  const proxy = await startGithubProxy(options.port ?? 0, token, async (...request) => {
    // A request between listening and readiness finds its connection reset, like before the start.
    if (opened === null) throw new Error('The GitHub emulator is not ready yet.');
    return await opened.forward(...request);
  });
  const url = `http://127.0.0.1:${proxy.port}`;
  const state = await openGithubState(options, token, url).catch(async (error: unknown) => {
    await proxy.stop();
    throw error;
  });
  opened = state;
  return {
    url,
    token,
    requests: proxy.requests,
    collaborators: state.collaborators,
    addByHand: state.addByHand,
    removeByHand: state.removeByHand,
    addUsers: (...logins) => state.addNames(logins, []),
    addRepositories: (...fullNames) => state.addNames([], fullNames),
    setFault: proxy.setFault,
    async stop() {
      await proxy.stop();
      await state.close();
    },
  };
}
