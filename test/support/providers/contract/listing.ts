import type { Way } from '../../../../providers/access/port.js';
import { allowed, byId, type Kit } from './ground.js';

/** Everybody on a place. */
export function listingContract(kit: Kit): void {
  const { provider, target, listed, needing, hook } = kit;
  const [least] = kit.grounds.permissions;
  const direct = kit.grounds.direct?.(least) ?? { by: 'direct', permission: least };

  test('given nobody was let in, when listed, then nobody', async () => {
    const { place } = await target();
    expect(await listed(place)).toEqual({ place, accounts: [], unseen: [] });
  });

  test('given one by hand and one by a grant, when listed, then both by their ids', async () => {
    const [on, other] = [await target(), await target(kit.ground().other)];
    await kit.ground().outside.give(on.place.name, on.account.name, least);
    await provider().grant(other, { permission: least }, allowed);
    const held = { state: 'present', permission: least, ways: [direct] };
    const waiting = { state: 'invited', permission: least, ways: [{ by: 'invitation', permission: least }] };
    expect(await listed(on.place)).toEqual({
      place: on.place,
      accounts: byId([
        { account: on.account, ...held },
        { account: other.account, ...(kit.grounds.granted === 'invited' ? waiting : held) },
      ]),
      unseen: [],
    });
  });

  for (const way of kit.grounds.ways ?? []) {
    const name = [way.by, way.through].filter(Boolean).join(' ');
    needing(['giveBy'], `given access by ${name}, when listed, then it is found by that way`, async () => {
      const on = await target();
      await hook('giveBy')(way, on.place.name, on.account.name);
      const { permission } = way;
      const state = way.by === 'invitation' ? 'invited' : 'present';
      const found = { account: on.account, state, permission, ways: [way] };
      expect(await listed(on.place)).toEqual({ place: on.place, accounts: [found], unseen: [] });
    });
  }

  const [first] = (kit.grounds.ways ?? []).filter(({ by }) => by !== 'invitation');
  if (first !== undefined)
    needing(['giveBy'], 'given one account by two ways, when listed, then it stands there once with both', async () => {
      const on = await target();
      await hook('giveBy')(first, on.place.name, on.account.name);
      await kit.ground().outside.give(on.place.name, on.account.name, first.permission);
      const straight = kit.grounds.direct?.(first.permission) ?? { by: 'direct', permission: first.permission };
      const ways = expect.toSatisfy((found: Way[]) => sameWays(found, [straight, first]));
      const once = { account: on.account, state: 'present', permission: first.permission, ways };
      expect(await listed(on.place)).toEqual({ place: on.place, accounts: [once], unseen: [] });
    });

  needing(
    ['own'],
    'given the account that the provider acts as on the place, when listed, then it is marked',
    async () => {
      const { own = '', place, outside } = kit.ground();
      await outside.give(place, own, least);
      const found = await provider().list((await target()).place);
      const accounts = 'gone' in found ? [] : found.accounts;
      expect(accounts.filter((one) => one.own).map(({ account }) => account.name)).toEqual([own]);
    },
  );

  needing(['crowd'], 'given more than one page of accounts, when listed, then all of them', async () => {
    const { place } = await target();
    const names = await hook('crowd')(place.name);
    const found = await listed(place);
    const accounts = 'gone' in found ? [] : found.accounts;
    expect(accounts.map(({ account }) => account.name).sort()).toEqual([...names].sort());
  });
}

const sameWays = (a: Way[], b: Way[]): boolean => {
  const kinds = (ways: Way[]) => ways.map(({ by }) => by).sort();
  return JSON.stringify(kinds(a)) === JSON.stringify(kinds(b));
};
