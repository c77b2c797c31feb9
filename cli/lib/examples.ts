import type { Command } from 'commander';

/** Adds examples under a verb's help, one command a line. */
export const withExamples = (command: Command, ...lines: string[]): Command =>
  command.addHelpText('after', `\nExamples:\n${lines.map((line) => `  $ drawbridge ${line}`).join('\n')}`);
