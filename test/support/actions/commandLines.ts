import type { Command } from 'commander';
import { buildProgram } from '../../../cli/program.js';
import type { RecordedEvent } from '../../../domain/case/events.js';
import { evolve, initialState } from '../../../domain/decider/evolve.js';
import { wantedTasks } from '../../../domain/tasks/wanted.js';
import { lineOf } from '../../../presentation/actions/lines.js';
import { commandLine, type Line, type Word } from '../../../presentation/actions/shell.js';
import { argvOf } from './shell.js';

/** What a reader might fill into a blank. */
const SAMPLES: Record<string, string> = {
  'PROVIDER:LOGIN': 'github:ada',
  N: '5',
  VALUE: '0.93',
  DAY: '2026-09-07',
  COUNTRY: 'PL',
};

const filledIn = (word: Word): Word => (typeof word === 'string' ? word : (SAMPLES[word.blank] ?? 'filled in'));

/** A line with every blank filled in. */
export const filled = ({ operands, options, ...rest }: Line): Line => ({
  ...rest,
  operands: operands.map(filledIn),
  options: options.map(([name, value]) => [name, value === true ? value : filledIn(value)]),
});

/** The command lines of all that the tasks of a case ask for, each once, from the tasks that were opened after that number. */
export function commandsIn(rows: RecordedEvent[], after = 0): string[] {
  const lines = new Set<string>();
  let state = initialState('c-1');
  for (const row of rows) {
    state = evolve(state, row);
    if (row.seq <= after || row.event.type !== 'TaskOpened') continue;
    const { id } = row.event.task;
    for (const task of wantedTasks(state, row.at))
      if (task.id === id)
        for (const action of task.actions) lines.add(commandLine(filled(lineOf(action, state.caseId))));
  }
  return [...lines];
}

/** Makes every verb take note of what it was asked for instead of doing it. */
function listen(command: Command, taken: (command: Command) => void): void {
  if (command.commands.length === 0) command.action(() => taken(command));
  for (const child of command.commands) listen(child, taken);
}

/** What the real command makes of a command line that a shell has read: the verb with its operands, or why it is refused. */
export function taken(argv: string[]): { verb: string; operands: string[]; options: Record<string, unknown> } | string {
  const program = buildProgram();
  const found: Command[] = [];
  listen(program, (command) => found.push(command));
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    return error instanceof Error ? error.message : 'refused';
  }
  const [command] = found;
  if (command === undefined) return `there is no verb ${argv[0] ?? ''}`;
  return { verb: verbOf(command), operands: command.args, options: command.opts() };
}

const verbOf = (command: Command): string =>
  command.parent?.parent ? `${verbOf(command.parent)} ${command.name()}` : command.name();

/** What is wrong with command lines once a shell has read them, held against the real command. */
export async function faultsOf(lines: string[]): Promise<string[]> {
  const argvs = await argvOf(lines);
  return lines.flatMap((line, i) => {
    const answer = taken(argvs[i] ?? []);
    return typeof answer === 'string' ? [`${line}: ${answer}`] : [];
  });
}
