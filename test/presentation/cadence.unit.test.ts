import type { CaseEvent, RecordedEvent } from '../../domain/case/events.js';
import type { Role } from '../../domain/case/roles.js';
import { SYSTEM } from '../../domain/case/roles.js';
import { cadence } from '../../presentation/report/clocks.js';
import { Book } from '../support/domain/book.js';

const { plan } = new Book().state;
const owned = (owner: Role) => ({
  ...plan,
  meetings: [{ id: 'CA-1', every: 'working-day' as const, owner, graceHours: 8 }],
});
const rows = (events: CaseEvent[]): RecordedEvent[] =>
  events.map((event, i) => ({ seq: i + 1, at: '2026-09-01T08:00:00.000Z', actor: SYSTEM, commandId: 'c', event }));
const missed = (day: string): CaseEvent => ({ type: 'MeetingMissed', meeting: 'CA-1', day });
const recompiled = (owner: Role): CaseEvent => ({
  type: 'PlanRecompiled',
  plan: owned(owner),
  reason: 'Another model.',
});

test('given a meeting that changes hands, when it is missed before and after, then each miss is of the side that had to hold it', () => {
  const told = cadence(
    rows([
      recompiled('vendor-contact'),
      missed('2026-09-01'),
      { type: 'MeetingHeld', meeting: 'CA-1', day: '2026-09-02', attendees: 4, notes: 'None.' },
      recompiled('engineering-manager'),
      missed('2026-09-03'),
      missed('2026-09-04'),
    ]),
  );
  expect(told).toEqual([
    {
      meeting: 'CA-1',
      title: 'Daily asynchronous stand-up',
      held: 1,
      missed: 3,
      due: 0,
      attendees: 4,
      missedDays: ['2026-09-01', '2026-09-03', '2026-09-04'],
      missedBy: { client: 2, vendor: 1 },
    },
  ]);
});
