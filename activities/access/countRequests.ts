import type { AccessProvider } from '../../providers/access/port.js';

/** The same provider, with a count of what was asked of it; the count becomes part of the record. */
export function countRequests(provider: AccessProvider): { counted: AccessProvider; requests(): number } {
  let count = 0;
  const one = <T>(asked: () => Promise<T>): Promise<T> => {
    count++;
    return asked();
  };
  const { leftBehind } = provider;
  const counted: AccessProvider = {
    id: provider.id,
    identifyAccount: (name) => one(() => provider.identifyAccount(name)),
    identifyPlace: (name) => one(() => provider.identifyPlace(name)),
    observe: (target) => one(() => provider.observe(target)),
    grant: (target, grant, whileAllowed) => one(() => provider.grant(target, grant, whileAllowed)),
    withdraw: (target) => one(() => provider.withdraw(target)),
    list: (place, isKnown) => one(() => provider.list(place, isKnown)),
    ...(leftBehind && { leftBehind: (place, asked) => one(() => leftBehind(place, asked)) }),
    check: () => one(() => provider.check()),
  };
  return { counted, requests: () => count };
}
