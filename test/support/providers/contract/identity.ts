import { failureOf } from '../stub.js';
import { allowed, type Kit } from './ground.js';

const gone = (what: 'account' | 'place') => ({ state: 'gone', what });

/** Names come and go, ids stay. */
export function identityContract(kit: Kit): void {
  const { provider, target, present, granted, absent, listed, needing, hook } = kit;
  const [least] = kit.grounds.permissions;
  const free = () => kit.ground().free;

  test('given names, when identified twice, then the same ids with the names that they go by', async () => {
    const { account, other, place } = kit.ground();
    const [on, again, second] = [await target(), await target(), await target(other)];
    expect(again).toEqual(on);
    expect([on.account.name, on.place.name, second.account.name]).toEqual([account, place, other]);
    expect(second.account.id).not.toBe(on.account.id);
  });

  test('given names that nobody has, or nobody can have, when identified, then undefined', async () => {
    for (const name of [free().account, '', '../..', 'a b', 'a\u0000b', 'x'.repeat(5_000)])
      expect(await provider().identifyAccount(name)).toBeUndefined();
    for (const name of [free().place, '', '../..', 'a b', 'a\u0000b', 'x'.repeat(5_000)])
      expect(await provider().identifyPlace(name)).toBeUndefined();
  });

  needing(['renameAccount'], 'given a renamed account, when observed, then it is followed under its id', async () => {
    const on = await target();
    await provider().grant(on, { permission: least }, allowed);
    await hook('renameAccount')(on.account.name, free().account);
    const now = { ...on, account: { ...on.account, name: free().account } };
    expect(await provider().observe(on)).toEqual(granted(now, least));
    await provider().withdraw(on);
    expect(await provider().observe(on)).toEqual(absent(now));
    await provider().grant(on, { permission: least }, allowed);
    expect(await provider().observe(on)).toEqual(granted(now, least));
  });

  needing(
    ['renameAccount', 'createAccount'],
    'given somebody else under the old name, when observed, granted and withdrawn, then that one never counts',
    async () => {
      const on = await target();
      await hook('renameAccount')(on.account.name, free().account);
      await hook('createAccount')(on.account.name);
      const impostor = await target(on.account.name);
      const now = { ...on, account: { ...on.account, name: free().account } };
      expect(impostor.account.id).not.toBe(on.account.id);
      await provider().grant(on, { permission: least }, allowed);
      expect(await provider().observe(on)).toEqual(granted(now, least));
      expect(await provider().observe(impostor)).toEqual(absent(impostor));
      await kit.ground().outside.give(impostor.place.name, impostor.account.name, least);
      await provider().withdraw(on);
      expect(await provider().observe(on)).toEqual(absent(now));
      expect(await provider().observe(impostor)).toEqual(present(impostor, least));
    },
  );

  needing(['deleteAccount'], 'given an account that is no more, when asked for anything, then it is gone', async () => {
    const on = await target();
    await provider().grant(on, { permission: least }, allowed);
    await hook('deleteAccount')(on.account.name);
    expect(await provider().observe(on)).toEqual(gone('account'));
    await provider().withdraw(on);
    expect((await failureOf(provider().grant(on, { permission: least }, allowed))).code).toBe('ProviderRefused');
    expect(await provider().observe(on)).toEqual(gone('account'));
    expect(await listed(on.place)).toEqual({ place: on.place, accounts: [], unseen: [] });
  });

  needing(
    ['deleteAccount', 'createAccount'],
    'given somebody else under the name of an account that is no more, then it is gone, and that one is left alone',
    async () => {
      const on = await target();
      await hook('deleteAccount')(on.account.name);
      await hook('createAccount')(on.account.name);
      const impostor = await target();
      await kit.ground().outside.give(impostor.place.name, impostor.account.name, least);
      expect(await provider().observe(on)).toEqual(gone('account'));
      await provider().withdraw(on);
      expect(await provider().observe(impostor)).toEqual(present(impostor, least));
    },
  );

  needing(
    ['renamePlace'],
    'given a renamed place, when observed and listed, then it is followed under its id',
    async () => {
      const on = await target();
      await provider().grant(on, { permission: least }, allowed);
      await hook('renamePlace')(on.place.name, free().place);
      const now = { ...on, place: { ...on.place, name: free().place } };
      expect(await provider().observe(on)).toEqual(granted(now, least));
      expect(await listed(on.place)).toMatchObject({ place: now.place, accounts: [{ account: on.account }] });
      await provider().withdraw(on);
      expect(await provider().observe(on)).toEqual(absent(now));
      await provider().grant(on, { permission: least }, allowed);
      expect(await provider().observe(on)).toEqual(granted(now, least));
    },
  );

  needing(
    ['renamePlace', 'createPlace'],
    'given a new place under the old name, when asked for, then it is another place',
    async () => {
      const on = await target();
      await provider().grant(on, { permission: least }, allowed);
      await hook('renamePlace')(on.place.name, free().place);
      await hook('createPlace')(on.place.name);
      const now = { ...on, place: { ...on.place, name: free().place } };
      const namesake = await target();
      expect(namesake.place.id).not.toBe(on.place.id);
      expect(await provider().observe(namesake)).toEqual(absent(namesake));
      expect(await provider().observe(on)).toEqual(granted(now, least));
      await kit.ground().outside.give(namesake.place.name, namesake.account.name, least);
      await provider().withdraw(on);
      expect(await provider().observe(on)).toEqual(absent(now));
      expect(await provider().observe(namesake)).toEqual(present(namesake, least));
    },
  );

  needing(['deletePlace'], 'given a place that is no more, when asked for anything, then it is gone', async () => {
    const on = await target();
    await provider().grant(on, { permission: least }, allowed);
    await hook('deletePlace')(on.place.name);
    expect(await provider().observe(on)).toEqual(gone('place'));
    await provider().withdraw(on);
    expect((await failureOf(provider().grant(on, { permission: least }, allowed))).code).toBe('ProviderRefused');
    expect(await provider().list(on.place)).toEqual({ gone: true });
  });

  needing(
    ['deletePlace', 'createPlace'],
    'given a new place under the name of one that is no more, then that one is gone, and the new one is left alone',
    async () => {
      const on = await target();
      await hook('deletePlace')(on.place.name);
      await hook('createPlace')(on.place.name);
      const namesake = await target();
      await kit.ground().outside.give(namesake.place.name, namesake.account.name, least);
      expect(await provider().observe(on)).toEqual(gone('place'));
      await provider().withdraw(on);
      expect(await provider().list(on.place)).toEqual({ gone: true });
      expect(await provider().observe(namesake)).toEqual(present(namesake, least));
    },
  );
}
