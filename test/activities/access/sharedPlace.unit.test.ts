import fc from 'fast-check';
import { SharedPlace } from '../../support/activities/sharedPlace.js';

const seen = (outcome: object) => {
  const { seen: is, permission, others, acted } = outcome as Record<string, unknown>;
  return { is, permission, others, acted };
};

/** Case A grants pull, case B grants push, and the account holds push. */
function twoGrants(): SharedPlace {
  const place = new SharedPlace();
  place.record('c-a', 'pull', 'present');
  place.record('c-b', 'push', 'present');
  place.held = 'push';
  return place;
}

describe('one account that two cases let in at one place', () => {
  test('given the lesser grant, when it is opened, then the greater one stays, and what goes beyond is told as the other case’s', async () => {
    const place = twoGrants();
    expect(seen(await place.attempt('c-a', 'open'))).toEqual({
      ...{ is: 'present', permission: 'pull', others: { cases: ['c-b'], permission: 'push' }, acted: false },
    });
    expect([place.held, place.asked]).toEqual(['push', []]);
  });

  test('given the greater grant, when it ends, then what the other case grants is left, and is not called absent', async () => {
    const place = twoGrants();
    place.record('c-b', 'push', 'absent');
    expect(seen(await place.attempt('c-b', 'close'))).toEqual({
      ...{ is: 'others', permission: undefined, others: { cases: ['c-a'], permission: 'pull' }, acted: true },
    });
    expect([place.held, place.asked]).toEqual(['pull', ['give pull']]);
  });

  test('given the lesser grant, when it ends, then nothing is taken away', async () => {
    const place = twoGrants();
    place.record('c-a', 'pull', 'absent');
    expect(seen(await place.attempt('c-a', 'close'))).toMatchObject({ is: 'others', acted: false });
    expect(place.held).toBe('push');
  });

  test('given both, when both have ended, then the last closing takes it away, and the first one’s proof reads it as absent', async () => {
    const place = twoGrants();
    place.record('c-a', 'pull', 'absent');
    await place.attempt('c-a', 'close');
    place.record('c-b', 'push', 'absent');
    expect(seen(await place.attempt('c-b', 'close'))).toMatchObject({ is: 'absent', acted: true });
    expect(seen(await place.attempt('c-a', 'look'))).toMatchObject({ is: 'absent', others: undefined });
    expect(place.held).toBeUndefined();
  });

  test('given an end whose account the other case grants less, when that case has ended meanwhile too, then all is taken away', async () => {
    const place = twoGrants();
    place.record('c-b', 'push', 'absent');
    // After the grants were read, and before anything was sent.
    place.provider.grant = async (_t, _g, whileAllowed) => {
      place.record('c-a', 'pull', 'absent');
      await whileAllowed(async () => {
        place.held = 'pull';
      });
    };
    expect(seen(await place.attempt('c-b', 'close'))).toMatchObject({ is: 'absent', acted: true });
    expect(place.held).toBeUndefined();
  });

  test('given an end, when the papers of what the other case grants lapse within seconds, then nothing is asked for, and all is taken away', async () => {
    const place = twoGrants();
    place.record('c-b', 'push', 'absent');
    place.record('c-a', 'pull', 'present', '2026-09-10T10:00:20.000Z');
    expect(seen(await place.attempt('c-b', 'close'))).toMatchObject({ is: 'absent', acted: true });
    expect(place.asked).toEqual(['withdraw']);
  });

  test('given an end, when what the other case grants was stopped for all cases, then all is taken away', async () => {
    const place = twoGrants();
    place.record('c-b', 'push', 'absent');
    place.stops.add('c-a');
    expect(seen(await place.attempt('c-b', 'close'))).toMatchObject({ is: 'absent', acted: true });
  });

  test('given an end, when what the other case grants has lapsed and its record does not say so yet, then it keeps nobody in', async () => {
    const place = twoGrants();
    place.record('c-b', 'push', 'absent');
    place.record('c-a', 'push', 'present', '2026-09-10T09:00:00.000Z');
    expect(seen(await place.attempt('c-b', 'close'))).toMatchObject({ is: 'absent', acted: true });
  });

  test('given an end, when the other case has let another account in by the time that it is asked for, then the old one is not let in', async () => {
    const place = twoGrants();
    place.record('c-b', 'push', 'absent');
    const { grant } = place.provider;
    place.provider.grant = async (target, given, whileAllowed) => {
      place.moveAccount('c-a');
      return grant(target, given, whileAllowed);
    };
    expect(seen(await place.attempt('c-b', 'close'))).toMatchObject({ is: 'absent', acted: true });
    expect(place.asked).toEqual(['withdraw']);
  });

  test('given a closing that may have taken it away before, when another case had found it in place by then, then it is given back', async () => {
    const place = twoGrants();
    place.record('c-a', 'pull', 'absent');
    place.held = undefined;
    expect(seen(await place.attempt('c-a', 'close', true))).toMatchObject({ is: 'others', acted: true });
    expect(place.held).toBe('push');
  });

  test('given a grant that another case records, and finds in place, while a closing is under way, then the closing gives it back', async () => {
    const place = new SharedPlace();
    place.record('c-a', 'push', 'absent');
    place.record('c-b', 'pull', 'absent');
    place.held = 'push';
    place.meanwhile = () => {
      place.record('c-b', 'push', 'present');
      return place.attempt('c-b', 'open');
    };
    expect(seen(await place.attempt('c-a', 'close'))).toMatchObject({ is: 'others', acted: true });
    expect([place.held, place.asked]).toEqual(['push', ['withdraw', 'give push']]);
  });

  test('given somebody who raised it beyond both grants by hand, when either is put right, then it is the most that a case grants', async () => {
    const place = twoGrants();
    place.held = 'admin';
    expect(seen(await place.attempt('c-a', 'open'))).toMatchObject({ is: 'present', permission: 'pull', acted: true });
    expect(place.held).toBe('push');
  });
});

const WORDS = ['pull', 'triage', 'push', 'maintain'];
const rank = (permission: string) => WORDS.indexOf(permission);
const step = fc.record({
  of: fc.constantFrom('c-a', 'c-b'),
  permission: fc.constantFrom(...WORDS),
  want: fc.constantFrom<'present' | 'absent'>('present', 'absent'),
  /** The other case's record changes, and is attempted, while this one's attempt changes something. */
  during: fc.option(
    fc.record({
      permission: fc.constantFrom(...WORDS),
      want: fc.constantFrom<'present' | 'absent'>('present', 'absent'),
    }),
  ),
});
const intentOf = (want: 'present' | 'absent') => (want === 'absent' ? 'close' : 'open');

test('property: whatever two cases grant and end, however their attempts meet, one account holds the most that any of them grants', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const place = new SharedPlace();
      place.record('c-a', 'pull', 'absent');
      place.record('c-b', 'pull', 'absent');
      for (const { of, permission, want, during } of steps) {
        const other = of === 'c-a' ? 'c-b' : 'c-a';
        place.record(of, permission, want);
        if (during !== null)
          place.meanwhile = () => {
            place.record(other, during.permission, during.want);
            return place.attempt(other, intentOf(during.want));
          };
        await place.attempt(of, intentOf(want));
        place.meanwhile = undefined;
        const granted = [...place.cases.values()].flatMap(({ leases }) =>
          Object.values(leases).flatMap((lease) => (lease.want === 'present' ? [lease.permission] : [])),
        );
        const most = granted.sort((a, b) => rank(b) - rank(a))[0];
        expect(place.held).toBe(most);
      }
    }),
    { numRuns: 500 },
  );
});
