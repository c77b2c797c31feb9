import type { TaskAction } from '../../contract/parts.js';
import type { Action } from '../../domain/tasks/action.js';
import type { Reader } from '../words/fill.js';
import { wordsOf } from '../words/words.js';
import { lineOf } from './lines.js';
import { commandLine } from './shell.js';

/** An action as the API answers it. */
export const actionView = (action: Action, caseId: string, reader: Reader): TaskAction => ({
  do: action.do,
  with: action.with,
  ask: [...(action.ask ?? [])],
  ...(action.say !== undefined && { text: wordsOf(action.say, reader) }),
  line: commandLine(lineOf(action, caseId)),
});
