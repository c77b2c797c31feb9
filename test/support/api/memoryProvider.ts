import type { AccessProvider, AccessTarget } from '../../../providers/access/port.js';

/** A provider in memory: what was opened is present until it is closed; `held` by `resource#account`. */
export function memoryProvider(held = new Map<string, string>()): AccessProvider {
  const key = ({ place, account }: AccessTarget) => `${place.id}#${account.id}`;
  const named = async (name: string) => ({ id: name, name });
  return {
    id: 'github',
    identifyAccount: named,
    identifyPlace: named,
    observe: async (target) => {
      const permission = held.get(key(target));
      return permission === undefined
        ? { ...target, state: 'absent', ways: [] }
        : { ...target, state: 'present', permission, ways: [{ by: 'direct', permission }] };
    },
    grant: async (target, { permission }) => void held.set(key(target), permission),
    withdraw: async (target) => void held.delete(key(target)),
    list: async (place) => ({ place, accounts: [], unseen: [] }),
    check: async () => [],
  };
}
