import { createGitHubProvider } from '../../../providers/access/github/provider.js';
import type { RequestNote } from '../../../providers/access/github/requests.js';
import { type LocalGithub, startGithub } from '../../../sandbox/github/github.js';
import type { Ground, Grounds, Outside } from './contract.js';

const PLACE = 'acme/scoring';
const TEAM = 'contractors';
const CROWD = 130;

/** What an App needs for everything that the provider does and sees. */
export const APP_PERMISSIONS = {
  administration: 'write',
  members: 'read',
  actions: 'read',
  contents: 'read',
  organization_administration: 'write',
  repository_hooks: 'read',
} as const;

/** The same grounds, with an App in place of a token. */
export const githubAppGrounds = (): Grounds => ({
  ...githubGrounds('accepted', undefined, true),
  lacks: { own: 'an installation is nobody on a repository' },
});

/** Our GitHub with a provider on it; `notes` are told every request. */
export function githubGrounds(
  invitations: 'accepted' | 'wait',
  notes?: RequestNote[],
  byApp = false,
): Grounds & { open(): Promise<Ground & { github: LocalGithub }> } {
  return {
    permissions: ['pull', 'triage', 'push', 'maintain', 'admin'],
    granted: invitations === 'wait' ? 'invited' : 'present',
    ways: [
      { by: 'team', through: TEAM, permission: 'push' },
      { by: 'organisation', through: 'member', permission: 'pull' },
      { by: 'organisation', through: 'owner', permission: 'admin' },
      { by: 'invitation', permission: 'triage' },
    ],
    async open() {
      const github = await startGithub({
        users: ['Ana-Dev', 'bo-dev'],
        repositories: [PLACE],
        invitations,
        ...(byApp && { app: { permissions: APP_PERMISSIONS }, own: 'nobody' as const }),
      });
      const provider = createGitHubProvider({
        baseUrl: github.url,
        ...(byApp ? { app: github.appKeys() } : { token: github.token }),
        throttle: false,
        ...(notes && { log: (note: RequestNote) => notes.push(note) }),
      });
      return {
        github,
        provider,
        place: PLACE,
        account: 'Ana-Dev',
        other: 'bo-dev',
        free: { account: 'ana-2', place: 'acme/scoring-v1' },
        own: 'drawbridge-bot',
        outside: outsideOf(github),
        close: () => github.stop(),
      };
    },
  };
}

const outsideOf = (github: LocalGithub): Outside => ({
  give: github.addByHand,
  take: github.removeByHand,
  async giveBy({ by, through = '', permission }, place, account) {
    const [org = ''] = place.split('/');
    if (by === 'team') return await github.addToTeam(place, through, permission, account);
    if (by === 'invitation') return await github.inviteByHand(place, account, permission);
    await github.addMember(org, account, through === 'owner' ? 'owner' : 'member');
    if (through === 'member') await github.setBasePermission(org, 'read');
  },
  renameAccount: github.renameUser,
  createAccount: (name) => github.addUsers(name),
  deleteAccount: github.deleteUser,
  renamePlace: github.renameRepository,
  createPlace: (name) => github.addRepositories(name),
  deletePlace: github.deleteRepository,
  async crowd(place) {
    const names = Array.from({ length: CROWD }, (_, i) => `dev-${i}`);
    await github.addUsers(...names);
    for (const name of names) await github.addByHand(place, name, 'pull');
    return names;
  },
  async leaveBehind(place, account) {
    await github.leaveBehind(place, { kind: 'key', title: 'laptop', by: account });
    await github.leaveBehind(place, { kind: 'runner', name: 'box' });
    return [
      { kind: 'deploy-key', what: 'laptop', by: true },
      { kind: 'runner', what: 'box' },
    ];
  },
  loseNextAnswer: async () => github.setFault({ kind: 'dropAnswer' }),
  garble: async () => github.setFault({ kind: 'garbled' }),
  refuse: async () =>
    github.setFault({
      kind: 'status',
      status: 403,
      times: Number.POSITIVE_INFINITY,
      message: `Ana-Dev, bo-dev and ${PLACE} may not`,
    }),
  unplug: async () => github.setFault({ kind: 'down' }),
  changes: async () => github.requests().filter(({ method }) => method !== 'GET').length,
});
