import type { AccessProvider } from '../../../providers/access/port.js';

/** A provider in memory: what was opened is present until it is closed; `held` by `resource#account`. */
export function memoryProvider(held = new Map<string, string>()): AccessProvider {
  const key = ({ resource, account }: { resource: string; account: string }) => `${resource}#${account}`;
  return {
    kind: 'github',
    observe: async (target) => {
      const permission = held.get(key(target));
      return permission === undefined ? { state: 'absent' } : { state: 'present', permission };
    },
    open: async (target, permission) => void held.set(key(target), permission),
    close: async (target) => void held.delete(key(target)),
    list: async () => [],
  };
}
