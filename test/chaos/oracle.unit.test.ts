import type { Committed } from '../../chaos/entitled.js';
import { type Evidence, judge } from '../../chaos/oracle.js';
import type { Change } from '../../chaos/provider.js';
import type { CaseEvent } from '../../domain/case/events.js';

const CASE = 'c-1';
const paper = { id: 'a', kind: 'contributor-assignment', person: 'p-1' };

/** Facts of a case in which one person is let in and one letter is sent; read as the ledger would give them. */
const EVENTS: [string, object][] = [
  ['k-1', { type: 'PersonAccepted', person: 'p-1' }],
  ['k-2', { type: 'PaperDrafted', paper }],
  ['k-3', { type: 'PaperSigned', paper: 'a', by: 'p-1' }],
  ['k-4', { type: 'EvidenceSubmitted', control: 'IP-2', person: 'p-1', form: { paper: 'a' } }],
  ['effect:mail', { type: 'LetterAccepted', letterId: 'l', messageId: '<l>' }],
];
const REVOKED: [string, object] = ['k-5', { type: 'PaperRevoked', paper: 'a' }];

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

/** A run in which all is well. */
function run(events = EVENTS): Evidence {
  const rows = rowsOf(events);
  const commands = [...receipts(rows)].filter(([id]) => id.startsWith('k'));
  return {
    traffic: {
      sent: commands.map(([commandId, seq]) => ({ caseId: CASE, commandId, act: 'act', receipt: { seq, hash: '' } })),
      cases: new Map([[1, { caseId: CASE, done: true }]]),
      unexpected: [],
    },
    rows,
    accounts: new Map([['p-1', 'dev']]),
    changes: [opening],
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
  };
}

test('a run in which all is well is found to be so, a letter that arrived twice with its mark included', async () => {
  const well = run();
  expect(await judge(well)).toEqual({});
  expect(await judge({ ...well, deliveries: [...well.deliveries, { messageId: '<l>', resend: true }] })).toEqual({});
  expect(await judge(run([...EVENTS, REVOKED]))).toEqual({});
});

const late: Change = { ...opening, at: 650, doneAt: 660 };
/** Sent before the revocation was recorded, and done after it. */
const overtaken: Change = { ...opening, at: 550, doneAt: 650 };
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
  ['access held without papers', () => ({ ...run([...EVENTS, REVOKED]), collaborators: async () => ['dev'] })],
  ['access wanted and not held', (e) => ({ ...e, collaborators: async () => [] })],
  ['access opened without papers', () => ({ ...run([...EVENTS, REVOKED]), changes: [late] })],
  [
    'access that took effect after its end was recorded',
    () => ({ ...run([...EVENTS, REVOKED]), changes: [overtaken] }),
  ],
  ['a letter that never arrived', (e) => ({ ...e, deliveries: [] })],
  ['a letter doubled without a word', (e) => ({ ...e, deliveries: [...e.deliveries, ...e.deliveries] })],
  [
    'a letter that arrived and is not on the record',
    (e) => ({ ...e, deliveries: [...e.deliveries, { messageId: '<x>', resend: false }] }),
  ],
  ['a case that is stuck', (e) => ({ ...e, unsettled: new Map([[CASE, '1 letters wait']]) })],
])('%s is found', async (kind, spoil) => {
  expect(Object.keys(await judge(spoil(run())))).toEqual([kind]);
});

test('an opening that took effect after its end was recorded is no fault when nobody held the record', async () => {
  const revoked = run([...EVENTS, REVOKED]);
  expect(await judge({ ...revoked, changes: [{ ...overtaken, awaited: false }] })).toEqual({});
  expect(await judge({ ...revoked, changes: [overtaken], databaseStops: [560] })).toEqual({});
});
