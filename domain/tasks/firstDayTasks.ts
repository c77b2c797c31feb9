import type { CaseState } from '../case/state.js';
import { awaitsConfirmation, lateFrom, openFirstDays } from '../firstDays/clock.js';
import type { FirstDay } from '../firstDays/firstDay.js';
import { inPlaceOf, namedFor } from '../people/named.js';
import { mayStart } from '../replacement/clockwork.js';
import { say } from '../say.js';
import type { Instant } from '../time.js';
import { dueAfter, type WantedTask } from './task.js';

/** First days that the vendor has to announce, once nothing is missing any more, and those that the client has to confirm. */
export const firstDayTasks = (state: CaseState, now: Instant): WantedTask[] =>
  openFirstDays(state).flatMap((firstDay) =>
    awaitsConfirmation(state, firstDay, now) ? [confirm(state, firstDay, now)] : announce(state, firstDay, now),
  );

function announce(state: CaseState, firstDay: FirstDay, now: Instant): WantedTask[] {
  const { person, announced, refused } = firstDay;
  if (announced !== undefined || !mayStart(state, person, now)) return [];
  return [
    {
      id: `first-day:${person}`,
      what: say('tasks.first-day', { person }),
      assignees: namedFor(state, 'vendor-contact'),
      role: 'vendor-contact',
      why: [
        say('tasks.first-day-why', { manager: firstDay.manager }),
        ...(refused === undefined
          ? []
          : [say('tasks.first-day-refused', { day: refused.day, reason: refused.reason })]),
      ],
      actions: [{ do: 'AnnounceFirstDay', with: { person }, ask: ['day'] }],
      due: lateFrom(state, firstDay),
    },
  ];
}

function confirm(state: CaseState, { person, manager, announced }: FirstDay, now: Instant): WantedTask {
  const id = `confirm-first-day:${person}`;
  const day = announced?.day ?? '';
  const able = [...namedFor(state, 'engineering-manager'), ...namedFor(state, 'in-house-engineer')];
  const named = inPlaceOf(state, manager);
  const role = namedFor(state, 'in-house-engineer').includes(named) ? 'in-house-engineer' : 'engineering-manager';
  return {
    id,
    what: say('tasks.confirm-first-day', { person, day }),
    assignees: able.includes(named) ? [named] : namedFor(state, 'engineering-manager'),
    role: able.includes(named) ? role : 'engineering-manager',
    why: [say('tasks.confirm-first-day-why')],
    actions: [
      { do: 'AnswerFirstDay', with: { person, day, answer: 'confirm' }, ask: ['reason'], say: say('tasks.was-there') },
      { do: 'AnswerFirstDay', with: { person, day, answer: 'refuse' }, ask: ['reason'], say: say('tasks.was-absent') },
    ],
    due: dueAfter(state, id, now),
  };
}
