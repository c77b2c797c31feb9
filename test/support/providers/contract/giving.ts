import { allowed, type Kit } from './ground.js';

/** Observing, granting and withdrawing. */
export function givingContract(kit: Kit): void {
  const { provider, target, present, granted, absent } = kit;
  const [least, ...more] = kit.grounds.permissions;
  const most = more.at(-1);

  test('given an account that holds nothing, when observed, then absent', async () => {
    const on = await target();
    expect(await provider().observe(on)).toEqual(absent(on));
  });

  test.each([...kit.grounds.permissions])(
    'given %s given by hand, when observed, then present with it',
    async (word) => {
      const on = await target();
      await kit.ground().outside.give(on.place.name, on.account.name, word);
      expect(await provider().observe(on)).toEqual(present(on, word));
    },
  );

  test.each([...kit.grounds.permissions])('given %s granted, when observed, then it holds it', async (word) => {
    const on = await target();
    await provider().grant(on, { permission: word }, allowed);
    expect(await provider().observe(on)).toEqual(granted(on, word));
  });

  test('given a grant, when granted again, then nothing is different', async () => {
    const on = await target();
    await provider().grant(on, { permission: least }, allowed);
    await provider().grant(on, { permission: least }, allowed);
    expect(await provider().observe(on)).toEqual(granted(on, least));
  });

  if (most !== undefined) {
    test.each([
      [least, most],
      [most, least],
    ])('given %s, when %s is granted, then the last holds', async (first, last) => {
      const on = await target();
      await provider().grant(on, { permission: first }, allowed);
      await provider().grant(on, { permission: last }, allowed);
      expect(await provider().observe(on)).toEqual(granted(on, last));
    });
  }

  if (kit.grounds.ends) {
    const EARLY = '2032-03-01T08:00:00.000Z';
    const LATE = '2032-04-01T08:00:00.000Z';
    test.each([
      [EARLY, LATE],
      [LATE, EARLY],
      [undefined, EARLY],
      [LATE, undefined],
    ])('given a grant until %s, when granted until %s, then that end stands and is told', async (first, last) => {
      const on = await target();
      await provider().grant(on, { permission: least, ...(first && { until: first }) }, allowed);
      expect(await provider().observe(on)).toMatchObject({ until: first ?? null });
      await provider().grant(on, { permission: least, ...(last && { until: last }) }, allowed);
      expect(await provider().observe(on)).toEqual({ ...present(on, least), until: last ?? null });
    });
  }

  test('given two accounts, when one is withdrawn, then it is absent and the other stays', async () => {
    const [on, other] = [await target(), await target(kit.ground().other)];
    await provider().grant(on, { permission: least }, allowed);
    await provider().grant(other, { permission: least }, allowed);
    await provider().withdraw(on);
    expect(await provider().observe(on)).toEqual(absent(on));
    expect(await provider().observe(other)).toEqual(granted(other, least));
  });

  test('given access given by hand, when withdrawn, then absent', async () => {
    const on = await target();
    await kit.ground().outside.give(on.place.name, on.account.name, least);
    await provider().withdraw(on);
    expect(await provider().observe(on)).toEqual(absent(on));
  });

  test('given access that was taken by hand, when observed, then absent', async () => {
    const on = await target();
    await kit.ground().outside.give(on.place.name, on.account.name, least);
    await kit.ground().outside.take(on.place.name, on.account.name);
    expect(await provider().observe(on)).toEqual(absent(on));
  });

  test('given a withdrawal, when withdrawn again, then absent still', async () => {
    const on = await target();
    await provider().grant(on, { permission: least }, allowed);
    await provider().withdraw(on);
    await provider().withdraw(on);
    expect(await provider().observe(on)).toEqual(absent(on));
  });

  test('given nothing was ever there, when withdrawn, then absent', async () => {
    const on = await target();
    await provider().withdraw(on);
    expect(await provider().observe(on)).toEqual(absent(on));
  });

  test('given a withdrawal, when granted anew, then it holds it again', async () => {
    const on = await target();
    await provider().grant(on, { permission: least }, allowed);
    await provider().withdraw(on);
    await provider().grant(on, { permission: least }, allowed);
    expect(await provider().observe(on)).toEqual(granted(on, least));
  });

  for (const way of kit.grounds.ways ?? []) {
    const name = [way.by, way.through].filter(Boolean).join(' ');
    const invited = way.by === 'invitation';
    kit.needing(
      ['giveBy'],
      `given ${way.permission} by ${name}, when observed, then it is seen by that way`,
      async () => {
        const on = await target();
        await kit.hook('giveBy')(way, on.place.name, on.account.name);
        const state = invited ? 'invited' : 'present';
        expect(await provider().observe(on)).toEqual({ ...on, state, permission: way.permission, ways: [way] });
      },
    );

    const then = invited ? 'absent' : 'present by it still';
    kit.needing(['giveBy'], `given a grant and access by ${name}, when withdrawn, then ${then}`, async () => {
      const on = await target();
      await kit.hook('giveBy')(way, on.place.name, on.account.name);
      await provider().grant(on, { permission: least }, allowed);
      await provider().withdraw(on);
      expect(await provider().observe(on)).toEqual(
        invited ? absent(on) : { ...on, state: 'present', permission: way.permission, ways: [way] },
      );
    });
  }
}
