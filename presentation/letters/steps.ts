import type { Action, ActionKind } from '../../domain/tasks/action.js';
import { lineOf } from '../actions/lines.js';
import { commandLine, type Line } from '../actions/shell.js';
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

/** The line of whoever signs in by role; a blank form is printed to anybody. */
const signedIn = (line: Line, as: string | undefined): Line =>
  as === undefined ? line : { ...line, options: [...line.options, ['--as', as]] };

/** Actions as steps; those that say the same are one step. `as`: how the reader signs in, where that is by role. */
export function stepsOf(actions: readonly Action[], caseId: string, reader: Reader, as?: string): Step[] {
  const steps: Step[] = [];
  for (const action of actions) {
    const text = action.say === undefined ? (PLAIN[action.do] ?? '') : wordsOf(action.say, reader);
    const command = commandLine(
      action.do === 'GetEvidenceForm' ? lineOf(action, caseId) : signedIn(lineOf(action, caseId), as),
    );
    const last = steps.at(-1);
    if (last?.text === text) last.commands.push(command);
    else steps.push({ text, commands: [command] });
  }
  return steps;
}
