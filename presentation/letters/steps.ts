import type { Action, ActionKind } from '../../domain/tasks/action.js';
import { lineOf } from '../actions/lines.js';
import { commandLine } from '../actions/shell.js';
import type { Reader } from '../words/fill.js';
import { wordsOf } from '../words/words.js';
import type { Step } from './model.js';

/** What stands over an action that says nothing of its own. */
const PLAIN: Partial<Record<ActionKind, string>> = {
  ShowCase: 'Where the case stands:',
  ShowAccess: 'Where access stands:',
  ShowIncident: 'Where the incident stands:',
  GetEvidenceForm: 'Provide what takes its place:',
  SubmitEvidence: 'Provide what takes its place:',
};

/** Actions as steps; those that say the same are one step. */
export function stepsOf(actions: readonly Action[], caseId: string, reader: Reader): Step[] {
  const steps: Step[] = [];
  for (const action of actions) {
    const text = action.say === undefined ? (PLAIN[action.do] ?? '') : wordsOf(action.say, reader);
    const command = commandLine(lineOf(action, caseId));
    const last = steps.at(-1);
    if (last?.text === text) last.commands.push(command);
    else steps.push({ text, commands: [command] });
  }
  return steps;
}
