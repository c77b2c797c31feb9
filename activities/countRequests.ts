import type { AccessProvider } from '../providers/access/port.js';

/** The same provider, with a count of what was asked of it; the count becomes part of the record. */
export function countRequests(provider: AccessProvider): { counted: AccessProvider; requests(): number } {
  let count = 0;
  const one = <T>(asked: () => Promise<T>): Promise<T> => {
    count++;
    return asked();
  };
  const counted: AccessProvider = {
    kind: provider.kind,
    observe: (target) => one(() => provider.observe(target)),
    open: (target, permission, whileAllowed) => one(() => provider.open(target, permission, whileAllowed)),
    close: (target) => one(() => provider.close(target)),
    list: (resource) => one(() => provider.list(resource)),
  };
  return { counted, requests: () => count };
}
