import type { Command } from 'commander';
import { buildProgram } from '../../cli/program.js';

/** The help of a command as it is printed. */
function helpOf(command: Command): string {
  let text = '';
  command.configureOutput({
    writeOut: (part) => {
      text += part;
    },
  });
  command.outputHelp();
  return text;
}

/** Every command that does something, with the words that call it. */
function verbsOf(parent: Command, words: string[] = []): { words: string; command: Command }[] {
  return parent.commands.flatMap((command) => {
    const own = [...words, command.name()];
    return command.commands.length > 0 ? verbsOf(command, own) : [{ words: own.join(' '), command }];
  });
}

const program = buildProgram();
const verbs = verbsOf(program);

test('given every verb, then its help has an example that calls it', () => {
  expect(verbs.length).toBeGreaterThan(70);
  const wrong = verbs.filter(({ words, command }) => !helpOf(command).includes(`\n  $ drawbridge ${words}`));
  expect(wrong.map(({ words }) => words)).toEqual([]);
});

test('given every verb, then what is required stands in its usage and under a heading of its own', () => {
  const wrong = verbs.filter(({ command }) => {
    const [usage = '', ...lines] = helpOf(command).split('\n');
    const required = command.options.filter(({ mandatory }) => mandatory);
    const heading = lines.includes('Required options:') === required.length > 0;
    return !heading || required.some(({ flags }) => !usage.includes(flags));
  });
  expect(wrong.map(({ words }) => words)).toEqual([]);
});

test('given every verb, then the options that all share take one line of its help', () => {
  const shared = program.options
    .flatMap(({ long }) => (long === undefined ? [] : [long]))
    .filter((o) => o !== '--version');
  expect(shared).toEqual(['--as', '--json', '--url', '--token', '--data', '--key']);
  const wrong = verbs.filter(({ command }) => {
    const lines = helpOf(command).split('\n');
    const told = lines.filter((line) => shared.every((option) => line.includes(option)));
    return (
      told.length !== 1 || lines.some((line) => shared.some((option) => new RegExp(`^ *${option}( |$)`).test(line)))
    );
  });
  expect(wrong.map(({ words }) => words)).toEqual([]);
});

test('given the program, then its help lists every verb, how to sign in, how to name people and the exit codes', () => {
  const help = helpOf(program);
  for (const command of program.commands) expect(help).toMatch(new RegExp(`^  ${command.name()}[ |]`, 'm'));
  expect(help).toContain('--as ROLE');
  expect(help).toContain('Naming a person of a case: the id of the case file (lea)');
  expect(help).toContain(
    'Exit codes: 0 done, 2 bad input, 3 refused or still open, 4 not found, 5 a service is unreachable, 1 anything else.',
  );
});
