import type { Command } from 'commander';
import { CliError, type Fault } from '../exit.js';

const words = (field: string): string => field.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();

/** What somebody typed at the command line: `--aware` or `<paper>`, by its name as code has it, with its value. */
type Given = { shown: string; name: string; value: unknown };

const givenAt = (command: Command): Given[] => [
  ...command.options.map((option) => ({
    shown: option.long ?? option.flags,
    name: option.attributeName(),
    value: command.getOptionValue(option.attributeName()),
  })),
  ...command.registeredArguments.map((argument, i) => ({
    shown: `<${argument.name()}>`,
    name: argument.name(),
    value: command.processedArgs[i],
  })),
];

/** The option or argument from which a field of a request was made; the field in words where none is alike. */
function shownFor(field: string, value: unknown, given: Given[]): string {
  const found =
    given.find(({ name }) => name === field) ??
    given.find((one) => value !== undefined && one.value === value) ??
    given.find(({ name }) => field.startsWith(name) || field.toLowerCase().endsWith(name.toLowerCase()));
  return found?.shown ?? words(field);
}

/** The same error told by what was typed, where it speaks of the fields of a request. */
export function plainFaults(error: unknown, command: Command, body: Record<string, unknown>): unknown {
  if (!(error instanceof CliError) || error.more.code !== 'Malformed') return error;
  const given = givenAt(command);
  const faults = (error.more.faults ?? []).map((fault): Fault => {
    const [field = '', ...rest] = (fault.path ?? '').split(/[.[]/);
    const where = field === '' ? '' : [shownFor(field, body[field], given), ...rest.map(inner)].join(' ');
    return { ...fault, ...(where === '' ? {} : { shown: where }) };
  });
  const [first, ...more] = faults;
  if (first === undefined) return error;
  const sentence = `${first.shown === undefined ? '' : `${first.shown} `}${first.message}`;
  const message = more.length === 0 ? `${sentence}.` : `${faults.length} values are not right:`;
  return new CliError(error.exitCode, message, { ...error.more, faults });
}

/** `2]` of a list as `no. 3`. */
const inner = (part: string): string => (/^\d+\]$/.test(part) ? `no. ${Number.parseInt(part, 10) + 1}` : words(part));
