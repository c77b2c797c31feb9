import type { CaseEvent } from '../../../domain/case/events.js';
import type { Committed } from '../../../tools/chaos/entitled.js';
import { type Evidence, judge } from '../../../tools/chaos/oracle.js';
import type { Change } from '../../../tools/chaos/provider.js';

const CASE = 'c-1';
const LEASE = 'p-1/client/case-1';
const paper = { id: 'a', kind: 'contributor-assignment', person: 'p-1' };

/** Facts of a case in which one person is let in and one letter is sent; read as the ledger would give them. */
const EVENTS: [string, object][] = [
  ['k-1', { type: 'PersonAccepted', person: 'p-1' }],
  ['k-2', { type: 'PaperDrafted', paper }],
  ['k-3', { type: 'PaperSigned', paper: 'a', by: 'p-1' }],
  ['k-4', { type: 'EvidenceSubmitted', control: 'IP-2', person: 'p-1', form: { paper: 'a' } }],
  ['effect:look', { type: 'AccessGranted', lease: LEASE, person: 'p-1' }],
  ['effect:open', { type: 'AccessObserved', lease: LEASE, seen: 'present' }],
  ['effect:opened', { type: 'AccessOpened', lease: LEASE }],
  ['effect:queued', { type: 'LetterQueued', letterId: 'l' }],
  ['effect:mail', { type: 'LetterAccepted', letterId: 'l', messageId: '<l>' }],
];
const CLOSED: [string, object][] = [
  ['effect:close', { type: 'AccessObserved', lease: LEASE, seen: 'absent' }],
  ['effect:closed', { type: 'AccessWithdrawn', lease: LEASE }],
];
/** The same, and the person is let out again. */
const REVOKED: [string, object][] = [...EVENTS, ['k-5', { type: 'PaperRevoked', paper: 'a' }], ...CLOSED];
/** And one who is let in once more. */
const BACK: [string, object][] = [
  ...EVENTS,
  ['k-5', { type: 'AccessSuspended', person: 'p-1' }],
  ...CLOSED,
  ['k-6', { type: 'AccessResumed', person: 'p-1' }],
  ['effect:again', { type: 'AccessObserved', lease: LEASE, seen: 'present' }],
  ['effect:back', { type: 'AccessOpened', lease: LEASE }],
];

const rowsOf = (events: [string, object][]): Committed[] =>
  events.map(([commandId, event], i) => ({
    ...{ caseId: CASE, seq: i + 1, commandId, committedAt: (i + 1) * 100 },
    event: JSON.parse(JSON.stringify(event)) as CaseEvent,
  }));

const receipts = (rows: Committed[]): Map<string, number> =>
  new Map(rows.map(({ commandId, seq }) => [commandId, seq]));

const opening: Change = {
  ...{ at: 450, doneAt: 460, awaited: true },
  ...{ repository: 'client/case-1', login: 'dev', is: 'opened' },
};
const closing: Change = { ...opening, at: 1_060, doneAt: 1_070, is: 'closed' };

/** A run in which all is well. */
function run(events = EVENTS): Evidence {
  const rows = rowsOf(events);
  const commands = [...receipts(rows)].filter(([id]) => id.startsWith('k'));
  return {
    traffic: {
      sent: commands.map(([commandId, seq]) => ({ caseId: CASE, commandId, act: 'act', receipt: { seq, hash: '' } })),
      cases: new Map([[1, { caseId: CASE, done: true }]]),
      unexpected: [],
      internal: [],
    },
    rows,
    accounts: new Map([['p-1', 'dev']]),
    changes: events === EVENTS ? [opening] : [opening, closing],
    databaseStops: [],
    collaborators: async () => (events === EVENTS ? ['dev'] : []),
    deliveries: [{ messageId: '<l>', resend: false }],
    store: {
      ledger: {
        verify: async () => ({ ok: true, caseId: CASE, rows: 0, head: { seq: 0, hash: '' }, stateMatches: true }),
      },
      commands: {
        find: async (_case, id) => {
          const seq = receipts(rows).get(id);
          const receipt = { seq: seq ?? 0, hash: '', at: '' };
          return seq === undefined
            ? undefined
            : { requestHash: '', outcome: { status: 'recorded', receipt, events: [], notes: [] } };
        },
      },
    },
    unsettled: new Map(),
    ends: [],
  };
}

test('a run in which all is well is found to be so, a letter that arrived twice with its mark included', async () => {
  const well = run();
  expect(await judge(well)).toEqual({});
  expect(await judge({ ...well, deliveries: [...well.deliveries, { messageId: '<l>', resend: true }] })).toEqual({});
  expect(await judge(run(REVOKED))).toEqual({});
  const reopening: Change = { ...opening, at: 1_320, doneAt: 1_330 };
  const back = { ...run(BACK), changes: [opening, closing, reopening], collaborators: async () => ['dev'] };
  expect(await judge(back)).toEqual({});
  const passing: [string, object] = ['effect:not-yet', { type: 'LetterFailed', letterId: 'l', nextAttemptAt: 'soon' }];
  expect(await judge({ ...run([...EVENTS, passing]), ...STILL_IN })).toEqual({});
});

const late: Change = { ...opening, at: 1_020, doneAt: 1_030 };
/** Sent before the revocation was recorded, and done after it. */
const overtaken: Change = { ...opening, at: 950, doneAt: 1_050 };
const STILL_IN: Pick<Evidence, 'changes' | 'collaborators'> = {
  changes: [opening],
  collaborators: async () => ['dev'],
};
const GIVEN_UP: [string, object] = ['effect:failed', { type: 'LetterFailed', letterId: 'l', code: 'MailRefused' }];
const lost = { caseId: CASE, commandId: 'k-9', act: 'act', receipt: { seq: 9, hash: '' } };

test.each<[string, (well: Evidence) => Evidence]>([
  [
    'an acknowledged command that is not in the ledger as its receipt says',
    (e) => ({ ...e, traffic: { ...e.traffic, sent: [lost] } }),
  ],
  [
    'a command recorded more than once',
    (e) => ({ ...e, rows: [...e.rows, ...rowsOf([['effect:mail~2', { type: 'Nothing' }]])] }),
  ],
  ['access held without papers', () => ({ ...run(REVOKED), collaborators: async () => ['dev'] })],
  ['access wanted and not held', (e) => ({ ...e, collaborators: async () => [] })],
  ['access opened without papers', () => ({ ...run(REVOKED), changes: [opening, late, closing] })],
  [
    'an opening that is not on the record',
    (e) => ({ ...e, changes: [opening, closing, { ...opening, doneAt: 1_080 }] }),
  ],
  ['an opening on the record that the provider never gave', (e) => ({ ...e, changes: [] })],
  ['a withdrawal on the record while access is open', () => ({ ...run(REVOKED), changes: [opening] })],
  [
    'access that took effect after its end was recorded',
    () => ({ ...run(REVOKED), changes: [opening, overtaken, closing] }),
  ],
  ['a letter that never arrived', (e) => ({ ...e, deliveries: [] })],
  ['a letter that was never accepted', () => ({ ...run(EVENTS.slice(0, -1)), deliveries: [], ...STILL_IN })],
  ['a letter given up for good', () => ({ ...run([...EVENTS, GIVEN_UP]), ...STILL_IN })],
  ['a letter doubled without a word', (e) => ({ ...e, deliveries: [...e.deliveries, ...e.deliveries] })],
  [
    'a letter that arrived and is not on the record',
    (e) => ({ ...e, deliveries: [...e.deliveries, { messageId: '<x>', resend: false }] }),
  ],
  ['an internal error of the API', (e) => ({ ...e, traffic: { ...e.traffic, internal: ['case 1: open k-1'] } })],
  ['a process that ended by itself', (e) => ({ ...e, ends: ['worker 0 with code 1'] })],
  ['a case that is stuck', (e) => ({ ...e, unsettled: new Map([[CASE, '1 letters wait']]) })],
])('%s is found', async (kind, spoil) => {
  expect(Object.keys(await judge(spoil(run())))).toEqual([kind]);
});

test('an opening that took effect after its end was recorded is no fault when nobody held the record', async () => {
  const revoked = run(REVOKED);
  expect(await judge({ ...revoked, changes: [opening, { ...overtaken, awaited: false }, closing] })).toEqual({});
  expect(await judge({ ...revoked, changes: [opening, overtaken, closing], databaseStops: [960] })).toEqual({});
});

test('an opening of what is open already, and one whose case is not at rest yet, need nothing on the record', async () => {
  const again = { ...opening, at: 850, doneAt: 860 };
  expect(await judge({ ...run(), changes: [opening, again] })).toEqual({});
  const stuck = {
    ...run(),
    changes: [opening, closing, { ...opening, doneAt: 1_080 }],
    unsettled: new Map([[CASE, 'it waits']]),
  };
  expect(Object.keys(await judge(stuck))).toEqual(['a case that is stuck']);
});
