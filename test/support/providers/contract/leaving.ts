import type { Account, LeftBehindAsked, Place } from '../../../../providers/access/port.js';
import { failureOf } from '../stub.js';
import type { Kit } from './ground.js';

/** What outlasts people's access is listed, and whose it is where that is known. */
export function leavingContract(kit: Kit): void {
  const { target, needing, hook } = kit;

  const look = async (place: Place, asked?: LeftBehindAsked) => {
    const { leftBehind } = kit.provider();
    if (leftBehind === undefined) throw new Error('The provider has no such method, and the ground no reason why not.');
    return await leftBehind(place, asked);
  };
  const of = async (place: Place, by: Account) => {
    const found = await look(place, { by });
    return 'gone' in found ? found : found.found;
  };

  needing(['leaveBehind'], 'given nobody left anything, when looked at, then nothing', async () => {
    const { place, account } = await target();
    expect([await look(place), await look(place, { by: account })]).toEqual(Array(2).fill({ found: [], unseen: [] }));
  });

  needing(['leaveBehind'], 'given what one account left, when asked whose, then it is that one’s, by id', async () => {
    const [{ place, account }, other] = [await target(), await target(kit.ground().other)];
    const left = await hook('leaveBehind')(place.name, account.name);
    const expected = left.map(({ by, ...one }) => ({ ...one, ...(by && { by: account }) }));
    const found = await of(place, account);
    expect(found).toMatchObject(expected);
    expect(found).toHaveLength(expected.length);
    expect(await of(place, other.account)).toMatchObject(expected.filter(({ by }) => by === undefined));
  });

  needing(
    ['leaveBehind', 'renameAccount'],
    'given the account was renamed since, when looked at again, then the same under the same ids',
    async () => {
      const { place, account } = await target();
      await hook('leaveBehind')(place.name, account.name);
      const idsOf = async () => {
        const found = await of(place, account);
        return Array.isArray(found) ? found.map(({ kind, id, by }) => [kind, id, by?.id]) : found;
      };
      const before = await idsOf();
      await hook('renameAccount')(account.name, kit.ground().free.account);
      expect(await idsOf()).toEqual(before);
    },
  );

  needing(
    ['leaveBehind', 'deletePlace'],
    'given a place that is no more, when looked at, then it is gone',
    async () => {
      const { place } = await target();
      await hook('deletePlace')(place.name);
      expect(await look(place)).toEqual({ gone: true });
    },
  );

  for (const [broken, code] of [
    ['garble', 'ProviderAnswerUnreadable'],
    ['refuse', 'ProviderRefused'],
    ['unplug', 'ProviderUnavailable'],
  ] as const)
    needing(['leaveBehind', broken], `given a system that does ${broken}, when looked at, then ${code}`, async () => {
      const { place } = await target();
      await hook(broken)();
      const { code: found, message } = await failureOf(look(place));
      expect({ found, named: message.includes(place.name) }).toEqual({ found: code, named: false });
    });
}
