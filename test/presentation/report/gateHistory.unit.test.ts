import type { CaseEvent, RecordedEvent } from '../../../domain/case/events.js';
import { say } from '../../../domain/say.js';
import { gateHistory } from '../../../presentation/report/gateHistory.js';
import { as } from '../../support/domain/book.js';

const HASH = 'a'.repeat(64);
const given = (reason: string): CaseEvent => ({
  type: 'ApprovalGiven',
  approval: 'gate:contract',
  contentHash: HASH,
  role: 'legal',
  reason,
});
const done: CaseEvent = { type: 'ApprovalCompleted', approval: 'gate:contract', contentHash: HASH };
const opened: CaseEvent = { type: 'StageCompleted', stage: 'contract' };
const shut: CaseEvent = { type: 'StageReopened', stage: 'contract', reason: say('approvals.content-changed') };
const asked = (id: string): CaseEvent => ({
  type: 'ApprovalRequested',
  approval: {
    id,
    kind: 'gate',
    subject: 'contract',
    contentHash: HASH,
    requesters: [],
    deciders: [{ role: 'legal', quorum: 1 }],
    rule: 'all',
    due: '2026-09-09T08:00:00.000Z',
  },
});
const at = (i: number): string => `2026-09-01T08:0${i}:00.000Z`;
const rows = (...events: CaseEvent[]): RecordedEvent[] =>
  events.map((event, i) => ({ seq: i + 1, at: at(i), actor: as('legal'), commandId: 'c', event }));
const vote = (i: number, reason: string) => ({ by: 'legal', role: 'legal', onBehalfOf: undefined, at: at(i), reason });

test('given a gate that opened, shut and opened again, then each stands with its own votes, and a shutting with its reason', () => {
  const trail = rows(
    asked('gate:contract'),
    given('A'),
    done,
    opened,
    shut,
    asked('gate:contract'),
    given('B'),
    done,
    opened,
  );
  expect(gateHistory(trail, 'contract', {})).toEqual([
    { what: 'opened', at: at(3), decidedBy: [vote(1, 'A')] },
    { what: 'closed', at: at(4), decidedBy: [], reason: expect.stringMatching(/\.$/) },
    { what: 'opened', at: at(8), decidedBy: [vote(6, 'B')] },
  ]);
});

test('given a vote on what was asked before, or on another gate, then it is no part of the decision', () => {
  const other: CaseEvent = {
    ...given('C'),
    type: 'ApprovalGiven',
    approval: 'gate:people',
    contentHash: HASH,
    role: 'legal',
    reason: 'C',
  };
  const trail = rows(asked('gate:contract'), given('A'), asked('gate:contract'), other, given('B'), done, opened);
  expect(gateHistory(trail, 'contract', {})).toEqual([{ what: 'opened', at: at(6), decidedBy: [vote(4, 'B')] }]);
  expect(gateHistory(trail, 'people', {})).toEqual([]);
});
