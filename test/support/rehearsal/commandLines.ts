import type { Command } from 'commander';
import { buildProgram } from '../../../cli/program.js';
import type { RecordedEvent } from '../../../domain/case/events.js';

/** Commands that the letters of a case tell people to type, each once; ids of persons and papers differ and stay. */
export function commandsIn(rows: Pick<RecordedEvent, 'event'>[]): string[] {
  const steps = rows.flatMap(({ event }) => (event.type === 'LetterQueued' ? event.letter.how : []));
  return [...new Set(steps.flatMap((s) => [...s.matchAll(/`drawbridge ([^`]+)`/g)].map((m) => m[1] ?? '')))];
}

/** What is wrong with command lines, held against the real command: unknown verbs, options, and arguments that lack. */
export const faultsOf = (lines: string[]): string[] => lines.flatMap((line) => faultOf(line) ?? []);

function faultOf(line: string): string | undefined {
  const words = line.replace(/ > \S+$/, '').match(/"[^"]*"|\S+/g) ?? [];
  let command: Command = buildProgram();
  for (;;) {
    const next = command.commands.find((c) => c.name() === words[0]);
    if (next === undefined) break;
    command = next;
    words.shift();
  }
  if (command.commands.length > 0) return `${line}: there is no verb ${words[0] ?? ''}`;
  const given: string[] = [];
  while (words.length > 0) {
    const word = words.shift() ?? '';
    if (!word.startsWith('--')) {
      given.push(word);
      continue;
    }
    const option = command.options.find((o) => o.long === word);
    if (option === undefined) return `${line}: there is no option ${word}`;
    if (option.required) words.shift();
  }
  const wanted = command.registeredArguments;
  const least = wanted.filter((a) => a.required).length;
  return given.length < least || given.length > wanted.length
    ? `${line}: ${given.length} arguments, ${least} to ${wanted.length} wanted`
    : undefined;
}
