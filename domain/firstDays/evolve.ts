import type { CaseEvent, RecordedEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { change, own, put } from '../record.js';
import type { FirstDay } from './firstDay.js';

export type FirstDayEvent = Extract<
  CaseEvent,
  { type: 'FirstDayAgreed' | 'FirstDayAnnounced' | 'FirstDayConfirmed' | 'FirstDayRefused' | 'FirstDayLate' }
>;

/** Folds the facts of first days. */
export function evolveFirstDays(state: CaseState, event: FirstDayEvent, { at, actor }: RecordedEvent): CaseState {
  const { firstDays = {} } = state;
  const { person } = event;
  const set = (f: (firstDay: FirstDay) => FirstDay): CaseState => ({
    ...state,
    firstDays: change(firstDays, person, f),
  });
  switch (event.type) {
    case 'FirstDayAgreed':
      return { ...state, firstDays: put(firstDays, person, agreed(own(firstDays, person), event, at)) };
    case 'FirstDayAnnounced':
      return set(({ refused: _before, ...f }) => ({ ...f, announced: { day: event.day, at } }));
    case 'FirstDayConfirmed':
      return set(({ refused: _before, ...f }) => ({ ...f, confirmed: { day: event.day, by: actor.personId, at } }));
    case 'FirstDayRefused':
      return set(({ announced: _wrong, refusedDays = [], ...f }) => ({
        ...f,
        refused: { day: event.day, reason: event.reason },
        refusedDays: [...refusedDays, event.day],
      }));
    case 'FirstDayLate':
      return set((f) => ({ ...f, lateSince: event.due, missedBy: event.side }));
    default: {
      const never: never = event;
      return never;
    }
  }
}

/** Another day is late by that day alone. */
function agreed(
  before: FirstDay | undefined,
  { person, manager, due }: Extract<FirstDayEvent, { type: 'FirstDayAgreed' }>,
  at: string,
): FirstDay {
  if (before === undefined) return { person, manager, due, dueSince: at };
  if (before.due === due) return { ...before, manager };
  const { lateSince: _before, missedBy: _by, ...others } = before;
  return { ...others, manager, due, dueSince: at };
}
