import type { CaseState } from '../case/state.js';
import { awaitedUserEntityControls } from '../controls/awaitedControls.js';
import { roleOf } from '../controls/sides.js';
import { say } from '../say.js';
import type { Instant } from '../time.js';
import { dueAfter, type WantedTask } from './task.js';

/** Each control that a SOC 2 report leaves to the client, for its owner, while the attestation waits for it. */
export const userEntityTasks = (state: CaseState, now: Instant): WantedTask[] =>
  awaitedUserEntityControls(state, now).map(({ id: control, what, owner }) => {
    const id = `user-entity:${control}`;
    return {
      id,
      what: say('tasks.user-entity', { id: control }),
      assignees: [owner],
      role: roleOf(state, owner),
      why: [say('tasks.user-entity-why', { what })],
      actions: [
        { do: 'ConfirmUserEntityControl', with: { id: control }, ask: ['evidence'], say: say('tasks.user-entity-how') },
      ],
      due: dueAfter(state, id, now),
    };
  });
