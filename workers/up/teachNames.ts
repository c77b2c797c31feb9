import type { AccessProvider } from '../../providers/access/port.js';
import type { LocalGithub } from '../../sandbox/github/github.js';

/**
 * The provider with its sandbox taught every name just before it is asked about it.
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
  const target = async (where: { resource: string; account: string }) => {
    await repository(where.resource);
    await account(where.account);
  };
  return {
    kind: provider.kind,
    observe: async (where) => {
      await target(where);
      return await provider.observe(where);
    },
    open: async (where, permission, whileAllowed) => {
      await target(where);
      await provider.open(where, permission, whileAllowed);
    },
    close: async (where) => {
      await target(where);
      await provider.close(where);
    },
    list: async (resource) => {
      await repository(resource);
      return await provider.list(resource);
    },
  };
}
