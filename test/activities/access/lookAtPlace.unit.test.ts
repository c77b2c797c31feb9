import type { CaseState } from '../../../domain/case/state.js';
import { ProviderError } from '../../../providers/access/port.js';
import { PlaceOfCases, RESOURCE, there } from '../../support/activities/placeOfCases.js';
import { NOW } from '../../support/activities/sharedPlace.js';

const ANA = { id: 'ana', number: '7' };
const since = { attempts: 0, wantSince: '2026-09-10T09:00:00.000Z' };
const told = (seen: object[], more: object = {}) => ({ kind: 'place-looked', resource: RESOURCE, seen, ...more });
const declared = (is: 'client' | 'vendor', person: string): Partial<CaseState> => ({
  accounts: {
    [`${person}/${RESOURCE}`]: {
      ...{ resource: RESOURCE, person, seenAt: NOW },
      declared: { is, by: 'security', at: NOW, reason: 'Known.' },
    },
  },
});
const gone = { want: 'absent' as const, absentAt: NOW, seen: 'absent' as const };

describe('a look at a place', () => {
  test('given everything as the cases know it, then nobody is told, nothing more is asked, and the look is noted', async () => {
    const place = new PlaceOfCases().add('c-1', [{ ...ANA, lease: {} }]).has(there('7', 'ana'));
    expect(await place.look()).toEqual({ told: 0 });
    const read = { unseen: [], rest: expect.stringMatching(/^[0-9a-f]{64}$/) };
    expect([place.told, place.observed, place.looked]).toEqual([[], 0, [{ accounts: 1, read }]]);
  });

  test('given access that was taken away and another permission by hand, then each case is told of its own, as a request of its own read it', async () => {
    const place = new PlaceOfCases()
      .add('c-1', [{ ...ANA, lease: {} }])
      .add('c-2', [{ id: 'bo', number: '9', lease: {} }])
      .has(there('9', 'bo', { permission: 'admin' }));
    await place.look();
    expect(place.told).toEqual([
      ['c-1', told([{ lease: `ana/${RESOURCE}`, seen: 'absent', providerRequests: 1, since }])],
      ['c-2', told([{ lease: `bo/${RESOURCE}`, seen: 'present', permission: 'admin', providerRequests: 1, since }])],
    ]);
  });

  test('given a list that lacks somebody whom a request for them still finds, then nothing is told', async () => {
    const place = new PlaceOfCases().add('c-1', [{ ...ANA, lease: {} }]);
    place.observe = async ({ account }) => ({
      ...there('7', 'ana'),
      account,
      place: { id: '8', name: 'client/claims' },
    });
    await place.look();
    expect([place.told, place.observed]).toEqual([[], 1]);
  });

  test('given somebody who came back after their end, then that is told as such; that another case has let the account in since, as that, and once', async () => {
    const back = new PlaceOfCases().add('c-1', [{ ...ANA, lease: gone }]).has(there('7', 'ana'));
    await back.look();
    expect(back.told).toMatchObject([['c-1', { seen: [{ lease: `ana/${RESOURCE}`, seen: 'present' }] }]]);
    const elsewhere = new PlaceOfCases()
      .add('c-1', [{ ...ANA, lease: gone }])
      .add('c-2', [{ ...ANA, lease: {} }])
      .has(there('7', 'ana'));
    await elsewhere.look();
    expect(elsewhere.told).toMatchObject([['c-1', { seen: [{ seen: 'others', others: { cases: ['c-2'] } }] }]]);
    const told = new PlaceOfCases()
      .add('c-1', [{ ...ANA, lease: { ...gone, seen: 'others' } }])
      .add('c-2', [{ ...ANA, lease: {} }])
      .has(there('7', 'ana'));
    await told.look();
    expect(told.told).toEqual([]);
  });

  test('given an account that has moved to somebody else of the same case, then the one before them is not taken for back', async () => {
    const place = new PlaceOfCases()
      .add('c-1', [
        { ...ANA, lease: { ...gone, seen: 'others' } },
        { id: 'bo', number: '7', name: 'ana', lease: {} },
      ])
      .has(there('7', 'ana'));
    await place.look();
    expect(place.told).toEqual([]);
  });

  test('given somebody who came back, when what another case granted them has lapsed, then it keeps nobody in', async () => {
    const lapsed = { notAfter: '2026-09-10T09:30:00.000Z' };
    const place = new PlaceOfCases()
      .add('c-1', [{ ...ANA, lease: gone }])
      .add('c-2', [{ ...ANA, lease: lapsed }])
      .has(there('7', 'ana'));
    await place.look();
    expect(place.told).toMatchObject([['c-1', { seen: [{ lease: `ana/${RESOURCE}`, seen: 'present' }] }]]);
  });

  test('given another account under the name of somebody, then it is a stranger, and they are absent', async () => {
    const place = new PlaceOfCases().add('c-1', [{ ...ANA, lease: {} }]).has(there('66', 'ana'));
    await place.look();
    expect(place.told).toEqual([
      [
        'c-1',
        told([{ lease: `ana/${RESOURCE}`, seen: 'absent', providerRequests: 1, since }], {
          ...{ unknownAccounts: ['p-ana'], permissions: { 'p-ana': 'push' } },
          people: [{ personId: 'p-ana', details: 'd-0', sealed: 'ana' }],
        }),
      ],
    ]);
  });

  test('given an account that goes by another name now, then the new name comes with the look', async () => {
    const place = new PlaceOfCases().add('c-1', [{ ...ANA, lease: {} }]).has(there('7', 'ana-new'));
    place.observe = async () => ({ ...there('7', 'ana-new'), place: { id: '8', name: 'client/claims' } });
    await place.look();
    expect(place.told).toMatchObject([
      ['c-1', { seen: [{ details: 'd-ana-renamed', seen: 'present' }], people: [{ details: 'd-ana-renamed' }] }],
    ]);
  });

  test('given a place that is no more, then everybody is told of it who was granted access there', async () => {
    const place = new PlaceOfCases().add('c-1', [{ ...ANA, lease: {} }]);
    place.listing = { gone: true };
    await place.look();
    expect(place.told).toEqual([
      ['c-1', told([{ lease: `ana/${RESOURCE}`, seen: 'absent', gone: 'place', providerRequests: 1, since }])],
    ]);
  });

  test('given a closing that is owed, then the look says nothing of it', async () => {
    const place = new PlaceOfCases().add('c-1', [{ ...ANA, lease: { want: 'absent' } }]).has(there('7', 'ana'));
    await place.look();
    expect(place.told).toEqual([]);
  });
});

describe('accounts that nobody expects', () => {
  const two = () =>
    new PlaceOfCases().add('c-1', [{ ...ANA, lease: {} }]).add('c-2', [{ id: 'bo', number: '9', lease: {} }]);
  const both = [there('7', 'ana'), there('9', 'bo')];

  test('given a stranger, then the case that was opened first is asked whose it is, and no other', async () => {
    const place = two().has(...both, there('66', 'owl', { permission: 'pull' }));
    await place.look();
    expect(place.told).toEqual([
      [
        'c-1',
        told([], {
          ...{ unknownAccounts: ['p-owl'], permissions: { 'p-owl': 'pull' } },
          people: [{ personId: 'p-owl', details: 'd-0', sealed: 'owl' }],
        }),
      ],
    ]);
  });

  test('given a stranger of whom a later case has asked already, then it goes on there', async () => {
    const place = new PlaceOfCases()
      .add('c-1', [{ ...ANA, lease: {} }])
      .add('c-2', [{ id: 'bo', number: '9', lease: {} }], declared('vendor', 'p-owl'))
      .has(...both, there('66', 'owl'));
    place.known.set('66', 'p-owl');
    await place.look();
    expect(place.told).toMatchObject([['c-2', { unknownAccounts: ['p-owl'] }]]);
  });

  test('given an account that one case has declared as the client’s, then it is known to all', async () => {
    const place = new PlaceOfCases()
      .add('c-1', [{ ...ANA, lease: {} }])
      .add('c-2', [{ id: 'bo', number: '9', lease: {} }], declared('client', 'p-owl'))
      .has(...both, there('66', 'owl'));
    place.known.set('66', 'p-owl');
    await place.look();
    expect([place.told, place.carried]).toEqual([[], []]);
  });

  test('given somebody whom one case grants access, when another case has proposed or accepted them, then that one is not asked', async () => {
    for (const status of ['proposed', 'accepted'] as const) {
      const place = new PlaceOfCases()
        .add('c-1', [{ ...ANA, status }])
        .add('c-2', [{ ...ANA, lease: {} }])
        .has(there('7', 'ana'));
      await place.look();
      expect(place.told).toEqual([]);
    }
  });

  test('given somebody accepted who is there without any grant, then their case is told', async () => {
    const place = new PlaceOfCases().add('c-1', [ANA, { id: 'bo', number: '9', lease: {} }]).has(...both);
    await place.look();
    expect(place.told).toEqual([['c-1', told([], { unknownAccounts: ['ana'], permissions: { ana: 'push' } })]]);
  });

  test('given the token’s own account, and the organisation’s people, then nobody is told', async () => {
    const place = two().has(
      ...both,
      there('1', 'drawbridge', { own: true, permission: 'admin' }),
      there('2', 'owner', { ways: [{ by: 'organisation', permission: 'admin' }] }),
    );
    await place.look();
    expect(place.told).toEqual([]);
  });
});

describe('a place of which everybody is known at a glimpse', () => {
  const ORGANISATION = [{ by: 'organisation' as const, permission: 'pull' }];
  const staff = there('2', 'staff', { permission: 'pull', ways: ORGANISATION });
  /** A place at which one look has read everything. */
  async function readOnce(...more: ReturnType<typeof there>[]): Promise<PlaceOfCases> {
    const place = new PlaceOfCases().add('c-1', [{ ...ANA, lease: {} }]).has(there('7', 'ana'), staff, ...more);
    await place.look();
    return place;
  }
  const isBrief = (place: PlaceOfCases) => place.looked.map((one) => !('read' in one));

  test('given nothing that changed, then the ways are not read again, and nobody is told', async () => {
    const place = await readOnce();
    await place.look();
    expect([isBrief(place), place.told]).toEqual([[false, true], []]);
  });

  test('given access that was taken away, then that is told at a glimpse too', async () => {
    const place = await readOnce();
    place.has(staff);
    await place.look();
    expect([isBrief(place), place.told.map(([caseId]) => caseId)]).toEqual([[false, true], ['c-1']]);
  });

  test.each<[string, (place: PlaceOfCases) => unknown]>([
    ['somebody who came in', (place) => place.has(there('7', 'ana'), staff, there('66', 'owl'))],
    [
      'somebody of the organisation who can do more',
      (place) => place.has(there('7', 'ana'), { ...staff, permission: 'push' }),
    ],
    [
      'somebody who was granted it and is there with more',
      (place) => place.has(there('7', 'ana', { permission: 'admin' }), staff),
    ],
    ['another case', (place) => place.add('c-2', [])],
    [
      'a week since everything was read',
      (place) => {
        place.readAt = '2026-09-03T10:00:00.000Z';
      },
    ],
    [
      'somebody of the organisation who is proposed',
      (place) => place.add('c-2', [{ id: 'bo', number: '2', status: 'proposed' }]),
    ],
    [
      'looks that failed',
      (place) =>
        place.add('c-2', [], {
          surveys: { [RESOURCE]: { at: NOW, attempts: 1, failingSince: NOW, unknownAccounts: [] } },
        }),
    ],
  ])('given %s, then everything is read', async (_what, change) => {
    const place = await readOnce();
    change(place);
    await place.look();
    expect(isBrief(place)).toEqual([false, false]);
  });

  test('given a case that asks, or one that could not be told, then everything is read', async () => {
    const asking = await readOnce();
    await asking.lookFor('c-1');
    expect(isBrief(asking)).toEqual([false, false]);
    const place = new PlaceOfCases().add('c-1', [{ ...ANA, lease: {} }]).has(there('7', 'ana'), there('66', 'owl'));
    place.deaf.add('c-1');
    await expect(place.look()).rejects.toThrow();
    place.deaf.clear();
    await place.look();
    expect(place.told).toMatchObject([['c-1', { unknownAccounts: ['p-owl'] }]]);
  });
});

describe('looks that fail, and cases that do not answer', () => {
  const refused = new ProviderError('ProviderRefused', 'Not for this token.');
  const failing: Partial<CaseState> = {
    surveys: { [RESOURCE]: { at: NOW, attempts: 1, failingSince: NOW, unknownAccounts: [] } },
  };

  test('given a provider that refuses, then it is told once, and again only to the case that asked', async () => {
    const place = new PlaceOfCases().add('c-1', [{ ...ANA, lease: {} }]).add('c-2', [], failing);
    place.listing = refused;
    expect(await place.look()).toEqual({ told: 1, failed: 'ProviderRefused' });
    const failed = {
      kind: 'survey-failed',
      resource: RESOURCE,
      code: 'ProviderRefused',
      message: 'Not for this token.',
    };
    expect([place.told, place.looked]).toEqual([[['c-1', failed]], [{ failed: 'ProviderRefused' }]]);
    expect(await place.lookFor('c-2')).toEqual({ ...failed, asked: true });
  });

  test('given looks that failed before, when one succeeds, then the case is told that it did', async () => {
    const place = new PlaceOfCases().add('c-1', [{ ...ANA, lease: {} }], failing).has(there('7', 'ana'));
    await place.look();
    expect(place.told).toEqual([['c-1', told([], { unknownAccounts: [] })]]);
  });

  test('given a case that does not answer, then the others are told, and the look is made again', async () => {
    const place = new PlaceOfCases()
      .add('c-1', [{ ...ANA, lease: {} }])
      .add('c-2', [{ id: 'bo', number: '9', lease: {} }]);
    place.deaf.add('c-1');
    await expect(place.look()).rejects.toThrow('Not told what was found: 1.');
    expect([place.told.map(([caseId]) => caseId), place.looked]).toEqual([['c-2'], []]);
  });

  test('given a case in quarantine, then its people are nobody’s strangers, and everything is read again; a database that does not answer fails the look', async () => {
    const place = new PlaceOfCases()
      .add('c-1', [{ ...ANA, lease: {} }])
      .add('c-2', [{ id: 'bo', number: '9', lease: {} }])
      .has(there('9', 'bo'));
    place.unreadable.set('c-2', Object.assign(new Error('broken'), { code: 'CaseQuarantined' }));
    await place.look();
    expect([place.told.map(([, one]) => 'unknownAccounts' in one), place.looked]).toEqual([[false], [{ accounts: 1 }]]);
    place.unreadable.set('c-2', new Error('deadlock detected'));
    await expect(place.look()).rejects.toThrow('deadlock detected');
  });

  test('given a case that asks, then it is answered whatever was found, and the others are told as ever', async () => {
    const place = new PlaceOfCases()
      .add('c-1', [{ ...ANA, lease: {} }])
      .add('c-2', [{ id: 'bo', number: '9', lease: {} }]);
    place.has(there('7', 'ana'));
    expect(await place.lookFor('c-1')).toEqual(told([], { unknownAccounts: [] }));
    expect(place.told.map(([caseId]) => caseId)).toEqual(['c-2']);
  });
});
