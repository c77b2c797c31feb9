import type { Lease } from '../../../../domain/access/lease.js';
import {
  itemKey,
  type LeftAnswer,
  type LeftItem,
  type LeftStanding,
} from '../../../../domain/leftBehind/leftBehind.js';
import { say } from '../../../../domain/say.js';
import {
  assess,
  asset,
  HASH,
  met,
  open,
  paper,
  planned,
  ref,
  refused,
  type World,
  withAssets,
} from '../../../support/controls/scene.js';

const ENDED = '2026-09-01T08:30:00.000Z';
const lease = (resource: string, change: Partial<Lease> = {}): Lease => ({
  id: `p-ana/${resource}`,
  person: 'p-ana',
  resource,
  permission: 'push',
  want: 'absent',
  wantSince: ENDED,
  basis: '',
  seen: 'absent',
  absentAt: ENDED,
  proofs: [],
  attempts: 1,
  everOpened: true,
  ...change,
});
/** What stays of an access, as it was listed last. */
const listed = (...items: LeftItem[]): LeftStanding => ({
  listedAt: ENDED,
  attempts: 1,
  unseen: [],
  items: Object.fromEntries(items.map((item) => [itemKey(item), item])),
});
const form = {
  data: 'never-held',
  weights: 'never-held',
  prompts: 'deleted',
  code: 'deleted',
  credentials: 'returned',
  paper: 'gone',
  packHash: HASH,
};
const certificate = paper('gone', { kind: 'deletion-certificate', signers: ['vendor'] });
const closing = (leases: Lease[], more: World = {}): World => ({
  form,
  intake: withAssets(asset('manual:claims'), asset('manual:other'), asset('manual:sorter', { kind: 'model' })),
  papers: [certificate],
  ...more,
  state: {
    status: 'closing',
    leases: Object.fromEntries(leases.map((l) => [l.id, l])),
    leftBehind: Object.fromEntries(leases.map((l) => [l.id, listed()])),
    ...more.state,
  },
});
const repo = lease('github:client/claims');

test('OF-1 is refused when access was open to what the vendor says it never held, or the final pack is missing', () => {
  const { packHash: _pack, ...packless } = form;
  const leases = [repo, lease('manual:claims'), lease('manual:sorter'), lease('manual:other', { everOpened: false })];
  expect(assess('OF-1', closing(leases, { form: { ...packless, code: 'never-held' } }))).toEqual(
    refused(
      say('OF-1.was-held', { item: 'code' }),
      say('OF-1.was-held', { item: 'data' }),
      say('OF-1.was-held', { item: 'weights' }),
      say('OF-1.no-pack'),
    ),
  );
});

test('OF-1 is open without evidence, certificate, proven absence or complete knowledge-transfer', () => {
  expect(assess('OF-1', closing([repo], { form: undefined }))).toEqual(open([say('OF-1.not-supplied')]));
  expect(assess('OF-1', closing([repo], { papers: [] }))).toEqual(
    open([say('controls.paper-unknown', { paper: 'gone' })]),
  );
  expect(
    assess('OF-1', closing([repo], { papers: [paper('gone', { kind: 'deletion-certificate', signers: ['client'] })] })),
  ).toEqual(open([say('controls.paper-signers', { paper: 'gone', signers: ['vendor'] })]));
  const { absentAt: _absent, ...seen } = repo;
  expect(assess('OF-1', closing([seen]))).toEqual(open([say('OF-1.access-unread', { grants: 1 })]));
  expect(assess('OF-1', closing([lease('github:client/claims', { wantSince: '2026-09-01T09:30:00.000Z' })]))).toEqual(
    open([say('OF-1.signed-early', { paper: 'gone' })], {}),
  );
  const kt3 = { ...planned('KT-3'), owner: 'vendor-contact' as const };
  expect(assess('OF-1', closing([repo], { controls: { 'KT-3': kt3 } }))).toEqual(
    open([say('OF-1.knowledge-open', { control: 'KT-3', why: say('KT-3.not-supplied') })]),
  );
});

const LATER = '2026-09-01T09:00:00.000Z';
const key = (answer?: Pick<LeftAnswer, 'is'>, change: Partial<LeftItem> = {}): LeftItem => ({
  ...{ kind: 'deploy-key', id: '7', since: ENDED, answerBy: LATER, seen: 'there', seenAt: ENDED },
  ...(answer && { answer: { by: 'p-sec', at: ENDED, reason: 'r', ...answer } }),
  ...change,
});
const left = (...leftBehind: LeftStanding[]) =>
  assess(
    'OF-1',
    closing([repo], { state: { leftBehind: Object.fromEntries(leftBehind.map((one) => [repo.id, one])) } }),
  );
const lacks = (...missing: ReturnType<typeof say>[]) => ({ ...open(missing), turn: 'security' });

test('OF-1 is open while what stays is not listed, not answered, or said to be removed and not seen gone', () => {
  expect(left()).toEqual(lacks(say('OF-1.left-unlisted', { grants: 1 })));
  const before = { ...listed(), listedAt: '2026-09-01T08:29:00.000Z' };
  expect(left(before)).toEqual(lacks(say('OF-1.left-unlisted', { grants: 1 })));
  expect(left(listed(key()))).toEqual(lacks(say('OF-1.left-unanswered', { items: 1 })));
  expect(left(listed(key({ is: 'removed' })))).toEqual(lacks(say('OF-1.left-unchecked', { items: 1 })));
  expect(left(listed(key({ is: 'removed' }, { seenAt: LATER })))).toEqual(
    lacks(say('OF-1.left-unanswered', { items: 1 })),
  );
});

test('OF-1 is met where what stays is gone, stays with somebody, or cannot be looked at any more', () => {
  const held = met([ref('OF-1', form), `paper:gone@${HASH}`]);
  expect(left(listed(key(undefined, { seen: 'gone' })))).toEqual(held);
  expect(left(listed(key({ is: 'stays' })))).toEqual(held);
  expect(left(listed(key({ is: 'removed' }, { seen: 'unseen', seenAt: LATER })))).toEqual(held);
  const { listedAt: _never, ...gaveUp } = { ...listed(), gaveUpAt: LATER };
  expect(left(gaveUp)).toEqual(held);
});

test('OF-1 is open while the case runs, whatever was opened so far', () => {
  expect(assess('OF-1', { state: { leases: {} } })).toMatchObject({ status: 'open' });
  const held = closing([lease('github:client/claims', { want: 'present' })], { state: { status: 'open' } });
  const world = { ...held, state: { ...held.state, status: 'open' as const } };
  expect(assess('OF-1', world)).toEqual(open([say('OF-1.access-open', { grants: 1 })]));
});

test('OF-1 is met by the certificate of the vendor, with knowledge-transfer complete or waived', () => {
  const waiver = { until: '2026-09-20T00:00:00.000Z', by: 'p-x', reason: 'r', requestedBy: 'p-y', since: ENDED };
  const world = closing([repo], { controls: { 'KT-3': planned('KT-3') } });
  expect(assess('OF-1', { ...world, state: { ...world.state, waivers: { 'KT-3': waiver } } })).toEqual(
    met([ref('OF-1', form), `paper:gone@${HASH}`, `waiver:KT-3@${waiver.until}`], waiver.until),
  );
});

test('OF-1 is met by itself, and says so, when no access was ever open', () => {
  const world = closing([lease('github:client/claims', { everOpened: false })], { form: undefined, papers: [] });
  expect(assess('OF-1', world)).toEqual(met(['no-access-was-ever-open']));
});
