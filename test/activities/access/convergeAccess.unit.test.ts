import { createConvergeAccess } from '../../../activities/access/convergeAccess.js';
import type { EffectContext } from '../../../activities/contract.js';
import type { OtherWant } from '../../../domain/access/sharedPlace.js';
import type { CaseState } from '../../../domain/case/state.js';
import type { Accounts } from '../../../domain/people/accounts.js';
import { type AccessProvider, type Observed, ProviderError } from '../../../providers/access/port.js';
import { providersOf } from '../../../providers/access/registry.js';
import type { HeldCase } from '../../../store/heldCase.js';
import type { Opening, StopRow } from '../../../store/stopsContract.js';
import { LEASE, leaseState } from '../../support/activities/leaseState.js';
import { WHO } from '../../support/controls/fixtures.js';

const NOW = '2026-09-10T10:00:00.000Z';
const context = (now = NOW): EffectContext => ({
  caseId: 'c-1',
  caseTime: now,
  clockOffsetMs: Date.parse(now) - Date.now(),
});

const where = { account: { id: '7', name: 'ana-dev' }, place: { id: '8', name: 'client/claims' } };
const present = (permission: string): Observed => ({
  ...where,
  state: 'present',
  permission,
  ways: [{ by: 'direct', permission }],
});
const [PRESENT, LESS] = [present('push'), present('pull')];
const ABSENT: Observed = { ...where, state: 'absent', ways: [] };

type Asked = 'observe' | 'open push' | 'close';

/** A provider that holds one account, and drops what it is told to drop. */
function holding(held: Observed, { drops = [] as Asked[], breaks = [] as Asked[] } = {}) {
  const asked: Asked[] = [];
  let now = held;
  const ask = (what: Asked, effect: () => void) => {
    asked.push(what);
    if (breaks.includes(what)) throw new ProviderError('ProviderUnavailable', 'It did not answer.', 1_000);
    if (!drops.includes(what)) effect();
  };
  const provider: AccessProvider = {
    id: 'github',
    identifyAccount: async (name) => ({ id: '7', name }),
    identifyPlace: async (name) => ({ id: '8', name }),
    observe: async () => {
      ask('observe', () => undefined);
      return now;
    },
    grant: (_target, _grant, whileAllowed) =>
      whileAllowed(async () =>
        ask('open push', () => {
          now = PRESENT;
        }),
      ),
    withdraw: async () =>
      ask('close', () => {
        now = ABSENT;
      }),
    list: async (place) => ({ place, accounts: [], unseen: [] }),
    check: async () => [],
  };
  return { asked, provider };
}

const ANA: Accounts = { github: { name: 'ana-dev', id: '7' }, postgres: { name: 'ana', id: '16385' } };
const CLAIMS = { id: '8', name: 'client/claims' };

const converge = (
  provider: AccessProvider,
  intent: 'open' | 'close' | 'look',
  {
    state = leaseState(),
    person = ANA as Accounts | 'erased' | 'none',
    now = NOW,
    notAfter = undefined as string | undefined,
    underHold = undefined as CaseState | undefined,
    stillHeld = true,
    stop = undefined as StopRow | undefined,
    wasThere = undefined as true | undefined,
    again = undefined as true | undefined,
    others = [] as OtherWant[],
  } = {},
) =>
  createConvergeAccess({
    store: storeOf(state, person, { state: underHold ?? state, stillHeld, stop, others }),
    providers: providersOf(provider),
  })(
    {
      id: 'e-1',
      kind: 'converge-access',
      lease: LEASE,
      person: WHO.ana,
      resource: 'github:client/claims',
      permission: 'push',
      intent,
      attempts: 0,
      place: CLAIMS,
      decidedAt: now,
      ...(notAfter !== undefined && { notAfter }),
      ...(wasThere && { wasThere }),
    },
    { ...context(now), ...(again && { again }) },
  );

type Held = { state: CaseState; stillHeld: boolean; stop: StopRow | undefined; others: OtherWant[] };

function storeOf(state: CaseState, person: Accounts | 'erased' | 'none', held: Held) {
  return {
    cases: { get: async () => ({ state, stateHash: '', head: { seq: 0, hash: '' } }) },
    people: {
      accounts: async () => (person === 'none' ? {} : person),
      carryCorrection: async () => ({
        person: { personId: WHO.ana, details: 'd-renamed', sealed: 'sealed' },
        digest: '',
      }),
    },
    places: { wants: async () => held.others },
    openings: {
      hold: <T>(_case: string, open: (held: HeldCase) => Promise<T>) =>
        open({
          state: held.state,
          stillHeld: async () => held.stillHeld,
          stopOn: async ({ person: who, vendor, places }: Opening) =>
            held.stop && [who, vendor, ...places].includes(held.stop.subject) ? held.stop : undefined,
        }),
    },
  };
}

const seen = (intent: 'open' | 'close', change: object) => ({
  ...{ kind: 'access-seen', lease: LEASE, intent, attempts: 0 },
  ...change,
});

test('given papers in force, when it is to be opened, then it is opened and read back by a request of its own', async () => {
  const { asked, provider } = holding(ABSENT);
  expect(await converge(provider, 'open')).toEqual(
    seen('open', { seen: 'present', permission: 'push', acted: true, providerRequests: 3 }),
  );
  expect(asked).toEqual(['observe', 'open push', 'observe']);
});

test('what is there already is left alone; another permission is put right', async () => {
  const same = holding(PRESENT);
  expect(await converge(same.provider, 'open')).toMatchObject({ seen: 'present', acted: false, providerRequests: 1 });
  const less = holding(LESS);
  expect(await converge(less.provider, 'open')).toMatchObject({ permission: 'push', acted: true });
});

test.each<[string, CaseState, string | undefined]>([
  ['its assignment has lapsed meanwhile', leaseState({ until: '2026-09-10T09:59:59.000Z' }), undefined],
  ['the record has ended it', leaseState({ lease: { want: 'absent' } }), undefined],
  ['its last instant is now', leaseState(), NOW],
])('nothing is opened when %s', async (_, state, notAfter) => {
  const { asked, provider } = holding(ABSENT);
  expect(await converge(provider, 'open', { state, notAfter })).toMatchObject({ seen: 'absent', acted: false });
  expect(asked).toEqual(['observe']);
});

test('given papers that ended while the provider was looked at, when the case is held, then nothing is opened', async () => {
  const { asked, provider } = holding(ABSENT);
  const underHold = leaseState({ lease: { want: 'absent' } });
  expect(await converge(provider, 'open', { underHold })).toMatchObject({ seen: 'absent', acted: false });
  // Looked at again: the first look may be from before an opening that was under way.
  expect(asked).toEqual(['observe', 'observe']);
});

test('given a hold that is lost before the request, then nothing is sent, and it counts as a failed attempt', async () => {
  const { asked, provider } = holding(ABSENT);
  expect(await converge(provider, 'open', { stillHeld: false })).toMatchObject({
    kind: 'access-failed',
    code: 'OpeningTooLate',
  });
  expect(asked).toEqual(['observe']);
});

test.each([WHO.ana, leaseState().intake.vendor.name, 'github:client/claims'])(
  'given a stop of %s that its case was not told of, then nothing is sent, and it counts as a failed attempt',
  async (subject) => {
    const { asked, provider } = holding(ABSENT);
    const by = { personId: 'p-sec', role: 'security' as const };
    const stop: StopRow = { stop: 's-1', scope: 'person', subject, reason: 'Alarm.', by, at: NOW };
    expect(await converge(provider, 'open', { stop })).toMatchObject({ kind: 'access-failed', code: 'AccessStopped' });
    expect(asked).toEqual(['observe']);
  },
);

test('given papers that lapse while the request may be under way, then nothing is opened', async () => {
  const { asked, provider } = holding(ABSENT);
  const state = leaseState({ until: '2026-09-10T10:00:29.000Z' });
  expect(await converge(provider, 'open', { state })).toMatchObject({ seen: 'absent', acted: false });
  expect(asked).toEqual(['observe']);
});

test('given an end on the record, when it is to be closed, then it is closed and seen to be absent', async () => {
  const { asked, provider } = holding(PRESENT);
  const state = leaseState({ lease: { want: 'absent' } });
  expect(await converge(provider, 'close', { state })).toEqual(
    seen('close', { seen: 'absent', acted: true, providerRequests: 3 }),
  );
  expect(asked).toEqual(['observe', 'close', 'observe']);
});

test('a closing that the provider dropped silently is not reported as absence', async () => {
  const { provider } = holding(PRESENT, { drops: ['close'] });
  const state = leaseState({ lease: { want: 'absent' } });
  expect(await converge(provider, 'close', { state })).toMatchObject({ seen: 'present', acted: true });
});

test('given a team that lets in all the same, when it is to be closed, then the ways in come back by name; a look tells none', async () => {
  const byTeam: Observed = {
    ...where,
    state: 'present',
    permission: 'push',
    ways: [{ by: 'team', through: 'contractors', permission: 'push' }],
  };
  const { provider } = holding(byTeam, { drops: ['close'] });
  const state = leaseState({ lease: { want: 'absent' } });
  expect(await converge(provider, 'close', { state })).toEqual(
    seen('close', {
      ...{ seen: 'present', permission: 'push', acted: true, providerRequests: 3 },
      ways: [{ by: 'team', through: 'contractors' }],
    }),
  );
  expect(await converge(holding(byTeam).provider, 'look', { state })).not.toHaveProperty('ways');
});

test('given an invitation that lapsed, when a look finds it, then that comes back with what was seen', async () => {
  const { provider } = holding({ ...ABSENT, lapsedInvitation: true });
  expect(await converge(provider, 'look')).toMatchObject({ seen: 'absent', lapsedInvitation: true });
});

test('given access that was there and is gone, when it is to be opened, then it is answered as gone and nothing is opened', async () => {
  const gone = holding(ABSENT);
  expect(await converge(gone.provider, 'open', { wasThere: true })).toMatchObject({ seen: 'absent', acted: false });
  expect(gone.asked).toEqual(['observe']);
  const other = holding(LESS);
  expect(await converge(other.provider, 'open', { wasThere: true })).toMatchObject({ permission: 'push', acted: true });
});

test('given a closing that finds nothing, then it counts as its own work only after an attempt that did not come to its end', async () => {
  const state = leaseState({ lease: { want: 'absent' } });
  const { provider } = holding(ABSENT);
  expect(await converge(provider, 'close', { state })).toMatchObject({ seen: 'absent', acted: false });
  expect(await converge(provider, 'close', { state, again: true })).toMatchObject({ seen: 'absent', acted: true });
});

test('what the record wants again meanwhile is not closed, and a look changes nothing', async () => {
  const wanted = holding(PRESENT);
  expect(await converge(wanted.provider, 'close')).toMatchObject({ seen: 'present', acted: false });
  const back = holding(PRESENT);
  const state = leaseState({ lease: { want: 'absent', absentAt: NOW } });
  expect(await converge(back.provider, 'look', { state })).toMatchObject({ seen: 'present', acted: false });
  expect(back.asked).toEqual(['observe']);
});

test('a provider that does not answer, and a person without an account, are outcomes', async () => {
  const broken = holding(ABSENT, { breaks: ['open push'] });
  expect(await converge(broken.provider, 'open')).toEqual({
    kind: 'access-failed',
    lease: LEASE,
    intent: 'open',
    attempts: 0,
    code: 'ProviderUnavailable',
    message: 'It did not answer.',
    retryAfterMs: 1_000,
  });
  const { provider, asked } = holding(ABSENT);
  expect(await converge(provider, 'open', { person: 'none' })).toMatchObject({
    code: 'RecipientUnknown',
  });
  expect(await converge(provider, 'close', { person: 'erased' })).toMatchObject({ code: 'RecipientErased' });
  expect(asked).toEqual([]);
});

test('given an account whose number nobody has asked for yet, or one elsewhere, then nothing is asked about anybody', async () => {
  const { provider, asked } = holding(ABSENT);
  const elsewhere: Accounts[] = [{ github: { name: 'ana-dev' } }, { postgres: { name: 'ana', id: '16385' } }];
  for (const person of elsewhere)
    expect(await converge(provider, 'open', { person })).toMatchObject({ code: 'RecipientUnknown' });
  expect(asked).toEqual([]);
});

test('given an account and a place that go by other names now, then what is told of them comes back with the look', async () => {
  const renamed: Observed = {
    ...{ state: 'present', permission: 'push', ways: [{ by: 'direct', permission: 'push' }] },
    account: { id: '7', name: 'ana-new' },
    place: { id: '8', name: 'client/claims-v1' },
  };
  expect(await converge(holding(renamed).provider, 'look')).toEqual({
    ...{ kind: 'access-seen', lease: LEASE, intent: 'look', attempts: 0 },
    ...{ seen: 'present', permission: 'push', acted: false },
    ...{ providerRequests: 1, place: { id: '8', name: 'client/claims-v1' } },
    ...{ details: 'd-renamed', people: [{ personId: WHO.ana, details: 'd-renamed', sealed: 'sealed' }] },
  });
});

test('given an account that is no more, when it is to be closed, then it is seen to be absent', async () => {
  const { provider, asked } = holding({ state: 'gone', what: 'account' });
  const state = leaseState({ lease: { want: 'absent' } });
  expect(await converge(provider, 'close', { state })).toMatchObject({ seen: 'absent', acted: false, gone: 'account' });
  expect(asked).toEqual(['observe']);
});

describe('the end at which the provider closes by itself', () => {
  const END = '2026-11-01T08:00:00.000Z';
  const until = (change: Partial<Observed> = {}): Observed => ({ ...PRESENT, ...change }) as Observed;
  /** How far the end that was sent lies from what the papers say, by the clock of the world, whole seconds; none where nothing was sent. */
  async function moved(held: Observed, state = leaseState({ until: END })) {
    const sent: (string | undefined)[] = [];
    const { asked, provider } = holding(held);
    const watched: AccessProvider = {
      ...provider,
      grant: (target, grant, whileAllowed) => {
        sent.push(grant.until);
        return provider.grant(target, grant, whileAllowed);
      },
    };
    await converge(watched, 'open', { state });
    const offsetMs = Date.parse(NOW) - Date.now();
    return {
      asked: asked.length,
      apart: sent.map((at = '') => Math.round((Date.parse(at) + offsetMs - Date.parse(END)) / 1_000) + 0),
    };
  }
  const world = (at: string) => new Date(Date.parse(at) - (Date.parse(NOW) - Date.now())).toISOString();

  test('given nothing is held, when opened, then it is sent with the papers’ end', async () => {
    expect(await moved(ABSENT)).toEqual({ asked: 3, apart: [0] });
  });

  test.each<[string, string | null]>([
    ['earlier', world('2026-10-01T08:00:00.000Z')],
    ['later', world('2026-12-01T08:00:00.000Z')],
    ['no', null],
  ])(
    'given the permission with %s end, when it is to be open, then it is asked for with the papers’ end',
    async (_, at) => {
      expect(await moved(until({ until: at }))).toEqual({ asked: 3, apart: [0] });
    },
  );

  test('given the papers’ end stands, or the provider has none, then nothing is asked for', async () => {
    const left = { asked: 1, apart: [] };
    expect([await moved(until({ until: world(END) })), await moved(PRESENT)]).toEqual([left, left]);
  });

  test('given papers that ended, then nothing is asked for, whatever end stands', async () => {
    const ended = leaseState({ lease: { want: 'absent' } });
    expect(await moved(until({ until: null }), ended)).toEqual({ asked: 1, apart: [] });
  });

  test('given another grant to the same account that ends later, then its end stands, and is right for this one too', async () => {
    const later = { caseId: 'c-2', lease: LEASE, permission: 'pull', until: '2026-12-01T08:00:00.000Z' };
    const state = leaseState({ until: END });
    const right = holding(until({ until: world(later.until) }));
    expect(await converge(right.provider, 'open', { state, others: [later] })).toMatchObject({
      acted: false,
      until: END,
    });
  });

  test('given papers that end earlier than judged once the case is held, when opened, then nothing is sent', async () => {
    const underHold = leaseState({ until: '2026-10-01T08:00:00.000Z' });
    const { asked, provider } = holding(ABSENT);
    expect(await converge(provider, 'open', { state: leaseState({ until: END }), underHold })).toMatchObject({
      acted: false,
    });
    expect(asked).toEqual(['observe', 'observe']);
  });
});
