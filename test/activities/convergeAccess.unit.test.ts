import type { EffectContext } from '../../activities/contract.js';
import { createConvergeAccess } from '../../activities/convergeAccess.js';
import type { CaseState } from '../../domain/case/state.js';
import { type AccessProvider, type Observed, ProviderError } from '../../providers/access/port.js';
import { LEASE, leaseState } from '../support/activities/leaseState.js';
import { WHO } from '../support/controls/fixtures.js';

const NOW = '2026-09-10T10:00:00.000Z';
const context = (now = NOW): EffectContext => ({
  caseId: 'c-1',
  caseTime: now,
  clockOffsetMs: Date.parse(now) - Date.now(),
});

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
    kind: 'github',
    observe: async () => {
      ask('observe', () => undefined);
      return now;
    },
    open: (_target, _permission, whileAllowed) =>
      whileAllowed(async () => ask('open push', () => (now = { state: 'present', permission: 'push' }))),
    close: async () => ask('close', () => (now = { state: 'absent' })),
    list: async () => [],
  };
  return { asked, provider };
}

const ANA = { login: 'ana-dev' };

const converge = (
  provider: AccessProvider,
  intent: 'open' | 'close' | 'look',
  {
    state = leaseState(),
    person = ANA as { login: string } | 'erased' | 'none',
    now = NOW,
    notAfter = undefined as string | undefined,
    underHold = undefined as CaseState | undefined,
    stillHeld = true,
    wasThere = undefined as true | undefined,
    again = undefined as true | undefined,
  } = {},
) =>
  createConvergeAccess({ store: storeOf(state, person, underHold ?? state, stillHeld), provider })(
    {
      id: 'e-1',
      kind: 'converge-access',
      lease: LEASE,
      person: WHO.ana,
      resource: 'github:client/claims',
      permission: 'push',
      intent,
      decidedAt: now,
      ...(notAfter !== undefined && { notAfter }),
      ...(wasThere && { wasThere }),
    },
    { ...context(now), ...(again && { again }) },
  );

function storeOf(
  state: CaseState,
  person: { login: string } | 'erased' | 'none',
  underHold: CaseState,
  stillHeld: boolean,
) {
  return {
    cases: { get: async () => ({ state, stateHash: '', head: { seq: 0, hash: '' } }) },
    people: { login: async () => (person === 'none' ? undefined : person) },
    openings: {
      hold: <T>(_case: string, open: (held: { state: CaseState; stillHeld(): Promise<boolean> }) => Promise<T>) =>
        open({ state: underHold, stillHeld: async () => stillHeld }),
    },
  };
}

const seen = (intent: 'open' | 'close', change: object) => ({ kind: 'access-seen', lease: LEASE, intent, ...change });

test('given papers in force, when it is to be opened, then it is opened and read back by a request of its own', async () => {
  const { asked, provider } = holding({ state: 'absent' });
  expect(await converge(provider, 'open')).toEqual(
    seen('open', { seen: 'present', permission: 'push', acted: true, providerRequests: 3 }),
  );
  expect(asked).toEqual(['observe', 'open push', 'observe']);
});

test('what is there already is left alone; another permission is put right', async () => {
  const same = holding({ state: 'present', permission: 'push' });
  expect(await converge(same.provider, 'open')).toMatchObject({ seen: 'present', acted: false, providerRequests: 1 });
  const less = holding({ state: 'present', permission: 'pull' });
  expect(await converge(less.provider, 'open')).toMatchObject({ permission: 'push', acted: true });
});

test.each<[string, CaseState, string | undefined]>([
  ['its assignment has lapsed meanwhile', leaseState({ until: '2026-09-10T09:59:59.000Z' }), undefined],
  ['the record has ended it', leaseState({ lease: { want: 'absent' } }), undefined],
  ['its last instant is now', leaseState(), NOW],
])('nothing is opened when %s', async (_, state, notAfter) => {
  const { asked, provider } = holding({ state: 'absent' });
  expect(await converge(provider, 'open', { state, notAfter })).toMatchObject({ seen: 'absent', acted: false });
  expect(asked).toEqual(['observe']);
});

test('given papers that ended while the provider was looked at, when the case is held, then nothing is opened', async () => {
  const { asked, provider } = holding({ state: 'absent' });
  const underHold = leaseState({ lease: { want: 'absent' } });
  expect(await converge(provider, 'open', { underHold })).toMatchObject({ seen: 'absent', acted: false });
  // Looked at again: the first look may be from before an opening that was under way.
  expect(asked).toEqual(['observe', 'observe']);
});

test('given a hold that is lost before the request, then nothing is sent, and it counts as a failed attempt', async () => {
  const { asked, provider } = holding({ state: 'absent' });
  expect(await converge(provider, 'open', { stillHeld: false })).toMatchObject({
    kind: 'access-failed',
    code: 'OpeningTooLate',
  });
  expect(asked).toEqual(['observe']);
});

test('given papers that lapse while the request may be under way, then nothing is opened', async () => {
  const { asked, provider } = holding({ state: 'absent' });
  const state = leaseState({ until: '2026-09-10T10:00:29.000Z' });
  expect(await converge(provider, 'open', { state })).toMatchObject({ seen: 'absent', acted: false });
  expect(asked).toEqual(['observe']);
});

test('given an end on the record, when it is to be closed, then it is closed and seen to be absent', async () => {
  const { asked, provider } = holding({ state: 'present', permission: 'push' });
  const state = leaseState({ lease: { want: 'absent' } });
  expect(await converge(provider, 'close', { state })).toEqual(
    seen('close', { seen: 'absent', acted: true, providerRequests: 3 }),
  );
  expect(asked).toEqual(['observe', 'close', 'observe']);
});

test('a closing that the provider dropped silently is not reported as absence', async () => {
  const { provider } = holding({ state: 'present', permission: 'push' }, { drops: ['close'] });
  const state = leaseState({ lease: { want: 'absent' } });
  expect(await converge(provider, 'close', { state })).toMatchObject({ seen: 'present', acted: true });
});

test('given access that was there and is gone, when it is to be opened, then it is answered as gone and nothing is opened', async () => {
  const gone = holding({ state: 'absent' });
  expect(await converge(gone.provider, 'open', { wasThere: true })).toMatchObject({ seen: 'absent', acted: false });
  expect(gone.asked).toEqual(['observe']);
  const other = holding({ state: 'present', permission: 'pull' });
  expect(await converge(other.provider, 'open', { wasThere: true })).toMatchObject({ permission: 'push', acted: true });
});

test('given a closing that finds nothing, then it counts as its own work only after an attempt that did not come to its end', async () => {
  const state = leaseState({ lease: { want: 'absent' } });
  const { provider } = holding({ state: 'absent' });
  expect(await converge(provider, 'close', { state })).toMatchObject({ seen: 'absent', acted: false });
  expect(await converge(provider, 'close', { state, again: true })).toMatchObject({ seen: 'absent', acted: true });
});

test('what the record wants again meanwhile is not closed, and a look changes nothing', async () => {
  const wanted = holding({ state: 'present', permission: 'push' });
  expect(await converge(wanted.provider, 'close')).toMatchObject({ seen: 'present', acted: false });
  const back = holding({ state: 'present', permission: 'push' });
  const state = leaseState({ lease: { want: 'absent', absentAt: NOW } });
  expect(await converge(back.provider, 'look', { state })).toMatchObject({ seen: 'present', acted: false });
  expect(back.asked).toEqual(['observe']);
});

test('a provider that does not answer, and a person without an account, are outcomes', async () => {
  const broken = holding({ state: 'absent' }, { breaks: ['open push'] });
  expect(await converge(broken.provider, 'open')).toEqual({
    kind: 'access-failed',
    lease: LEASE,
    intent: 'open',
    code: 'ProviderUnavailable',
    message: 'It did not answer.',
    retryAfterMs: 1_000,
  });
  const { provider, asked } = holding({ state: 'absent' });
  expect(await converge(provider, 'open', { person: 'none' })).toMatchObject({
    code: 'RecipientUnknown',
  });
  expect(await converge(provider, 'close', { person: 'erased' })).toMatchObject({ code: 'RecipientErased' });
  expect(asked).toEqual([]);
});
