import type { CaseEvent } from '../case/events.js';
import type { PersonId } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { namedFor } from '../people/named.js';
import { type Instant, MINUTE_MS, notAfter, plusMs } from '../time.js';
import type { TaskRef, Tone } from './letter.js';
import { toldOf } from './told.js';

type Queued = Extract<CaseEvent, { type: 'LetterQueued' }>;
type Extended = Extract<CaseEvent, { type: 'LetterExtended' }>;

/** How long a letter about access waits for more of it: a provider opens one grant after the other. */
const GATHER_MS = 2 * MINUTE_MS;

/**
 * The letters that a batch of facts asks for: to each person one about their tasks, and one about what has happened.
 *
 * Ids are `<number of the first causing entry>-<person>`, so that the same facts are the same letter for ever.
 *
 * @param firstSeq number of the first of the facts in the ledger
 */
export const lettersFor = (
  state: CaseState,
  events: CaseEvent[],
  firstSeq: number,
  now: Instant,
): (Queued | Extended)[] => [
  ...taskLetters(events.flatMap((event, i) => asksOf(state, event, firstSeq + i))),
  ...notices(state, events, firstSeq, now),
];

/** Somebody is asked for a task by the entry of that number. */
type Ask = { to: PersonId; seq: number; ref: TaskRef };

/** What counts where several entries ask for the same task at once. */
const TONES: readonly Tone[] = ['escalated', 'new', 'late', 'reminder'];

function asksOf(state: CaseState, event: CaseEvent, seq: number): Ask[] {
  const asks = (id: string, tone: Tone, people?: PersonId[]): Ask[] => {
    const task = state.tasks[id];
    // What is done again within the same batch is not announced.
    if (task === undefined) return [];
    const { what, due, assignees } = task;
    const ref = { task: id, tone, what, ...(due === undefined ? {} : { due }) };
    return (people ?? assignees).map((to) => ({ to, seq, ref }));
  };
  switch (event.type) {
    case 'TaskOpened':
      return asks(event.task.id, 'new');
    case 'ReminderDue':
      return asks(event.task, state.tasks[event.task]?.lateSince === undefined ? 'reminder' : 'late');
    case 'ApprovalDelegated':
      return Object.values(state.approvals)
        .filter(({ deciders }) => deciders.some(({ role }) => role === event.role))
        .flatMap(({ id }) => asks(`decide:${id}`, 'new', [event.to]));
    case 'ApprovalEscalated':
      return asks(`decide:${event.approval}`, 'escalated', namedFor(state, event.to));
    default:
      return [];
  }
}

function taskLetters(asks: Ask[]): Queued[] {
  return [...groupBy(asks, ({ to }) => to)].map(([to, mine]) => {
    const tasks = [...groupBy(mine, ({ ref }) => ref.task).values()].flatMap(loudest);
    return { type: 'LetterQueued', letterId: idOf(mine, to), to, letter: { template: 'tasks', tasks } };
  });
}

const loudest = (asks: Ask[]): TaskRef[] =>
  asks
    .map(({ ref }) => ref)
    .sort((a, b) => TONES.indexOf(a.tone) - TONES.indexOf(b.tone))
    .slice(0, 1);

/** Somebody is told of the fact of that number. */
type Told = { to: PersonId; seq: number; gathers: boolean };

function notices(state: CaseState, events: CaseEvent[], firstSeq: number, now: Instant): (Queued | Extended)[] {
  const told = events.flatMap((event, i): Told[] =>
    [...new Set(toldOf(state, event))].map((to) => ({
      to,
      seq: firstSeq + i,
      gathers: event.type === 'AccessOpened',
    })),
  );
  return [...groupBy(told, ({ to }) => to)].map(([to, mine]) => notice(state, to, mine, now));
}

/** A letter that still gathers takes up what comes meanwhile; it goes out at once with anything but more of the same. */
function notice(state: CaseState, to: PersonId, mine: Told[], now: Instant): Queued | Extended {
  const facts = mine.map(({ seq }) => seq);
  const gathers = mine.every((one) => one.gathers);
  const waiting = Object.values(state.letters).find(
    (l) => l.to === to && l.attempts === 0 && l.letter.template === 'notice' && !notAfter(l.nextAttemptAt, now),
  );
  if (waiting !== undefined)
    return {
      type: 'LetterExtended',
      letterId: waiting.letterId,
      facts,
      sendAt: gathers ? waiting.nextAttemptAt : now,
    };
  return {
    type: 'LetterQueued',
    letterId: idOf(mine, to),
    to,
    letter: { template: 'notice', facts },
    ...(gathers ? { sendAt: plusMs(now, GATHER_MS) } : {}),
  };
}

const idOf = (causes: { seq: number }[], to: PersonId): string => `${Math.min(...causes.map((c) => c.seq))}-${to}`;

function groupBy<T>(items: T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
