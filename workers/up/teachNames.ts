import { isFullName, isLogin } from '../../providers/access/github/vocabulary.js';
import type { AccessProvider } from '../../providers/access/port.js';
import type { LocalGithub } from '../../sandbox/github/github.js';

/**
 * The provider with its sandbox taught every name just before it is asked who or where that is.
 *
 * At the real GitHub repositories and people exist before a case names them; in the sandbox nobody has made them.
 */
export function teachNames(
  provider: AccessProvider,
  sandbox: Pick<LocalGithub, 'addUsers' | 'addRepositories'>,
): AccessProvider {
  const known = new Set<string>();
  const learn = async (name: string, add: (name: string) => Promise<void>) => {
    if (known.has(name)) return;
    await add(name);
    known.add(name);
  };
  const repository = (name: string) => learn(name, (one) => sandbox.addRepositories(one));
  const account = (name: string) => learn(name, (one) => sandbox.addUsers(one));
  return {
    ...provider,
    identifyAccount: async (name) => {
      if (isLogin(name)) await account(name);
      return await provider.identifyAccount(name);
    },
    identifyPlace: async (name) => {
      if (isFullName(name)) await repository(name);
      return await provider.identifyPlace(name);
    },
  };
}
