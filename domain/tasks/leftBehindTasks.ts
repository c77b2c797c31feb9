import type { CaseState } from '../case/state.js';
import { itemKey, type LeftItem } from '../leftBehind/leftBehind.js';
import { type Ended, endedAccess, isAsked, isStillThere, itemsOf, standingOf } from '../leftBehind/standing.js';
import { type Said, say } from '../say.js';
import { earliest } from '../time.js';
import type { Action } from './action.js';
import { keepers } from './keepers.js';
import type { WantedTask } from './task.js';

/** Most things that one task asks about at a time. */
const MOST_ASKED = 20;

/** What may have been left behind by whoever had access, for each access that has ended: whether it was removed, or whose it is now. */
export const leftBehindTasks = (state: CaseState): WantedTask[] =>
  state.status !== 'open' && state.status !== 'closing'
    ? []
    : endedAccess(state).flatMap((lease): WantedTask[] => {
        const asked = itemsOf(state, lease).filter(isAsked);
        const due = earliest(asked.map(({ answerBy }) => answerBy));
        return due === undefined ? [] : [taskOf(state, lease, asked, due)];
      });

function taskOf(state: CaseState, lease: Ended, asked: LeftItem[], due: string): WantedTask {
  const { id, person, resource } = lease;
  const { unseen = [] } = standingOf(state, lease) ?? {};
  const more = asked.length - MOST_ASKED;
  return {
    id: `left-behind:${id}`,
    what: say('tasks.left-behind', { person, resource, items: asked.length }),
    ...keepers(state),
    why: [
      say('tasks.left-behind-why', { person }),
      ...(unseen.length > 0 ? [say('tasks.left-behind-unseen', { parts: unseen })] : []),
      ...(more > 0 ? [say('tasks.left-behind-more', { more })] : []),
      say('tasks.left-behind-silence', { until: due }),
    ],
    actions: asked.slice(0, MOST_ASKED).map(
      (item): Action => ({
        do: 'AnswerLeftBehind',
        with: { person, resource, item: itemKey(item) },
        ask: ['is', 'whose', 'reason'],
        say: saidOf(item),
      }),
    ),
    due,
  };
}

function saidOf(item: LeftItem): Said {
  const { kind, id, at } = item;
  if (isStillThere(item)) return say('tasks.left-item-still', { kind, id });
  return at === undefined ? say('tasks.left-item', { kind, id }) : say('tasks.left-item-dated', { kind, id, at });
}
