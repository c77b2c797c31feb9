import { createGitHubProvider } from '../../../../providers/access/github/provider.js';
import type { Glimpse } from '../../../../providers/access/port.js';
import { startGithub } from '../../../../sandbox/github/github.js';

const REPOSITORY = 'acme/search';

test('given a place of which everybody is known at a glimpse, then its ways are not asked for; given one of whom not, then they are', async () => {
  const github = await startGithub({ users: ['ada', 'owl', 'staff'], repositories: [REPOSITORY] });
  try {
    await github.setInvitations('wait');
    await github.addByHand(REPOSITORY, 'ada', 'push');
    await github.addToTeam(REPOSITORY, 'reviewers', 'pull', 'staff');
    await github.inviteByHand(REPOSITORY, 'owl', 'pull');
    const provider = createGitHubProvider({ baseUrl: github.url, token: github.token, throttle: false });
    const place = { id: String(github.repositoryId(REPOSITORY)), name: REPOSITORY };
    const whole = await provider.list(place);
    const glimpsed: Glimpse[] = [];
    const before = github.requests().length;
    const brief = await provider.list(place, (all) => glimpsed.push(...all) > 0);
    const asked = github.requests().length - before;
    if ('gone' in whole || 'gone' in brief) throw new Error('The place is there.');
    const others = whole.accounts.filter(({ own }) => own !== true);
    const bare = others.map(({ account, state, permission }) => ({ account, state, permission }));
    expect(glimpsed).toEqual(bare);
    expect(brief).toEqual({
      ...{ place, unseen: [], brief: true },
      accounts: bare.map((one) => ({ ...one, ways: [] })),
    });
    expect(asked).toBe(3);
    expect(await provider.list(place, () => false)).toEqual(whole);
  } finally {
    await github.stop();
  }
});
