import { ProviderError, type WhileAllowed } from '../../../../providers/access/port.js';
import { failureOf } from '../stub.js';
import { allowed, type Kit } from './ground.js';

const notAllowed: WhileAllowed = () => Promise.reject(new ProviderError('OpeningTooLate', 'Not any more.'));

/** What goes wrong is told by a code, without a name, and leaves nothing half-done. */
export function failingContract(kit: Kit): void {
  const { provider, target, granted, absent, needing, hook } = kit;
  const [least, ...more] = kit.grounds.permissions;
  const most = more.at(-1);

  let remembered: Awaited<ReturnType<Kit['target']>>;
  beforeEach(async () => {
    remembered = await target();
  });

  /** Each method asked once, as its failure. */
  const ask = async () => [
    await failureOf(provider().identifyAccount(remembered.account.name)),
    await failureOf(provider().identifyPlace(remembered.place.name)),
    await failureOf(provider().observe(remembered)),
    await failureOf(provider().grant(remembered, { permission: least }, allowed)),
    await failureOf(provider().withdraw(remembered)),
    await failureOf(provider().list(remembered.place)),
  ];

  test('given that it is not allowed any more, when granted, then that is the answer, and nothing is asked for', async () => {
    const before = await kit.ground().outside.changes();
    expect(await failureOf(provider().grant(remembered, { permission: least }, notAllowed))).toMatchObject({
      code: 'OpeningTooLate',
    });
    expect(await kit.ground().outside.changes()).toBe(before);
    expect(await provider().observe(remembered)).toEqual(absent(remembered));
  });

  if (most !== undefined)
    test('given that it is not allowed any more, when another permission is granted, then the first one stays', async () => {
      await provider().grant(remembered, { permission: least }, allowed);
      const before = await kit.ground().outside.changes();
      const asked = provider().grant(remembered, { permission: most }, notAllowed);
      expect((await failureOf(asked)).code).toBe('OpeningTooLate');
      expect(await kit.ground().outside.changes()).toBe(before);
      expect(await provider().observe(remembered)).toEqual(granted(remembered, least));
    });

  test('given a grant, when it is sent, then within what is allowed and not before or after', async () => {
    const { changes } = kit.ground().outside;
    let inside = 0;
    const start = await changes();
    const watched: WhileAllowed = async (send) => {
      const before = await changes();
      try {
        return await send();
      } finally {
        inside += (await changes()) - before;
      }
    };
    await provider().grant(remembered, { permission: least }, watched);
    expect(inside).toBeGreaterThan(0);
    expect((await changes()) - start).toBe(inside);
  });

  needing(
    ['loseNextAnswer'],
    'given the answer to a grant is lost, when granted again, then it holds it once',
    async () => {
      await hook('loseNextAnswer')();
      expect((await failureOf(provider().grant(remembered, { permission: least }, allowed))).code).toBe(
        'ProviderUnavailable',
      );
      expect(await provider().observe(remembered)).toEqual(granted(remembered, least));
      await provider().grant(remembered, { permission: least }, allowed);
      expect(await provider().observe(remembered)).toEqual(granted(remembered, least));
    },
  );

  needing(
    ['loseNextAnswer'],
    'given the answer to a withdrawal is lost, when withdrawn again, then absent',
    async () => {
      await provider().grant(remembered, { permission: least }, allowed);
      await hook('loseNextAnswer')();
      expect((await failureOf(provider().withdraw(remembered))).code).toBe('ProviderUnavailable');
      await provider().withdraw(remembered);
      expect(await provider().observe(remembered)).toEqual(absent(remembered));
    },
  );

  needing(['garble'], 'given answers of another shape, when anything is asked, then they are unreadable', async () => {
    await hook('garble')();
    expect((await ask()).map(({ code }) => code)).toEqual(Array(6).fill('ProviderAnswerUnreadable'));
  });

  needing(
    ['refuse'],
    'given refusals that name everybody, when anything is asked, then refused without a name',
    async () => {
      await hook('refuse')();
      const found = await ask();
      expect(found.map(({ code }) => code)).toEqual(Array(6).fill('ProviderRefused'));
      expectNoNames(found);
    },
  );

  needing(
    ['unplug'],
    'given that nobody answers, when anything is asked, then unavailable without a name',
    async () => {
      await hook('unplug')();
      const found = await ask();
      expect(found.map(({ code }) => code)).toEqual(Array(6).fill('ProviderUnavailable'));
      expectNoNames(found);
    },
  );

  test('given a system that can be worked with, when checked, then everything is well', async () => {
    const found = await provider().check();
    expect(found.filter(({ ok }) => !ok)).toEqual([]);
    expect(found.length).toBeGreaterThan(0);
  });

  needing(['unplug'], 'given that nobody answers, when checked, then that is told and nothing thrown', async () => {
    await hook('unplug')();
    expect((await provider().check()).some(({ ok }) => !ok)).toBe(true);
  });

  function expectNoNames(found: { message: string }[]): void {
    const { account, place } = remembered;
    const said = found.map(({ message }) => message).join('\n');
    for (const word of [account.name, account.id, place.name, place.id]) expect(said).not.toContain(word);
  }
}
