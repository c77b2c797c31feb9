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
      disputedDays: [],
      missedBy: { client: 2, vendor: 1 },
    },
  ]);
});

const about = {
  dispute: 'dispute-1',
  about: 'meeting',
  ref: 'meeting:CA-1:2026-09-01',
  of: 'CA-1',
  when: '2026-09-01',
} as const;
const raised: CaseEvent = {
  type: 'DisputeRaised',
  ...about,
  reason: 'Held.',
  recordedBy: [],
  due: '2026-09-03T08:00:00.000Z',
};
const answered = (answer: 'uphold' | 'correct'): CaseEvent => ({
  type: 'DisputeAnswered',
  ...about,
  answer,
  reason: 'Asked around.',
  ...(answer === 'correct' ? { attendees: 6, notes: 'Plan.' } : {}),
});
const ATTENDED: CaseEvent = { type: 'MeetingHeld', meeting: 'CA-1', day: '2026-09-02', attendees: 4, notes: 'None.' };

test.each([
  [
    'open',
    [],
    { held: 1, missed: 2, attendees: 4, missedDays: ['2026-09-01', '2026-09-03'], disputedDays: ['2026-09-01'] },
  ],
  ['upheld', [answered('uphold')], { held: 1, missed: 2, missedDays: ['2026-09-01', '2026-09-03'], disputedDays: [] }],
  [
    'found right',
    [answered('correct')],
    {
      held: 2,
      missed: 1,
      attendees: 5,
      missedDays: ['2026-09-03'],
      disputedDays: [],
      missedBy: { client: 1, vendor: 0 },
    },
  ],
])(
  'given a disputed miss that is %s, then attendance says so, and the miss goes from the side that had it',
  (_is, more, told) => {
    const facts = [
      recompiled('vendor-contact'),
      missed('2026-09-01'),
      ATTENDED,
      recompiled('engineering-manager'),
      missed('2026-09-03'),
      raised,
      ...more,
    ];
    expect(cadence(rows(facts))).toMatchObject([told]);
  },
);
