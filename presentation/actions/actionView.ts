import type { TaskAction } from '../../contract/parts.js';
import type { Action } from '../../domain/tasks/action.js';
import { wordsOf } from '../words/words.js';
import { lineOf } from './lines.js';
import { commandLine } from './shell.js';

/** An action as the API answers it. */
export const actionView = (action: Action, caseId: string): TaskAction => ({
  do: action.do,
  with: action.with,
  ask: [...(action.ask ?? [])],
  ...(action.say !== undefined && { text: wordsOf(action.say) }),
  line: commandLine(lineOf(action, caseId)),
});
