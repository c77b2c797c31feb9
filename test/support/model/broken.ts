import type { AccessProvider, Listing, Observed, Way } from '../../../providers/access/port.js';
import type { Broken } from './modelWorld.js';
import { rank } from './promise.js';

/** Those ways that are not by a team. */
const beside = (ways: Way[]): Way[] => ways.filter(({ by }) => by !== 'team');
const most = (ways: Way[]): string =>
  ways.reduce<Way | undefined>((best, one) => (rank(one.permission) > rank(best?.permission) ? one : best), undefined)
    ?.permission ?? '';

function withoutTeams(observed: Observed): Observed {
  if (observed.state === 'gone' || observed.state === 'absent') return observed;
  const ways = beside(observed.ways);
  const { account, place } = observed;
  return ways.length === 0 ? { state: 'absent', ways, account, place } : { ...observed, ways, permission: most(ways) };
}

/** A provider that does some things otherwise. */
const instead = (provider: AccessProvider, other: Partial<AccessProvider>): AccessProvider => ({
  id: provider.id,
  identifyAccount: (name) => provider.identifyAccount(name),
  identifyPlace: (name) => provider.identifyPlace(name),
  observe: (target) => provider.observe(target),
  grant: (target, grant, whileAllowed) => provider.grant(target, grant, whileAllowed),
  withdraw: (target) => provider.withdraw(target),
  list: (place, isKnown) => provider.list(place, isKnown),
  check: () => provider.check(),
  ...other,
});

/** The engine and its provider, each broken in one way that must be found: without them the model would prove nothing. */
export const BROKEN: Record<string, Broken> = {
  'asks for access without judging it at that instant': ({ provider, store }) => ({
    store,
    provider: instead(provider, {
      grant: (target, grant) => provider.grant(target, grant, (send) => send()),
    }),
  }),
  'knows the accounts of a list by their names': ({ provider, store }) => ({
    store,
    provider: instead(provider, {
      async list(place): Promise<Listing> {
        const listing = await provider.list(place);
        if ('gone' in listing) return listing;
        // The number that was told of a login, whoever goes by it now; whoever goes by another one is overlooked.
        const told = (await store.people.told({})).flatMap(({ accounts }) => accounts?.github ?? []);
        const accounts = listing.accounts.flatMap((one) => {
          const id = told.find(({ name }) => name === one.account.name)?.id;
          return id === undefined ? [] : [{ ...one, account: { ...one.account, id } }];
        });
        return { ...listing, accounts };
      },
    }),
  }),
  'calls absent what it has asked to be taken away': ({ provider, store }) => {
    const taken = new Set<string>();
    return {
      store,
      provider: instead(provider, {
        async withdraw(target) {
          await provider.withdraw(target);
          taken.add(target.account.id);
        },
        async observe({ place, account }): Promise<Observed> {
          return taken.delete(account.id)
            ? { state: 'absent', ways: [], account, place }
            : provider.observe({ place, account });
        },
      }),
    };
  },
  'does not look at teams': ({ provider, store }) => ({
    store,
    provider: instead(provider, {
      observe: async (target) => withoutTeams(await provider.observe(target)),
    }),
  }),
  'takes away what another case grants': ({ provider, store }) => ({
    provider,
    store: { ...store, places: { ...store.places, wants: async () => [] } },
  }),
};
