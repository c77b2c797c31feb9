import { CommanderError } from 'commander';
import pc from 'picocolors';
import { LocalPartsError } from '../sandbox/errors.js';
import { databaseFault } from '../store/errors.js';
import { CliError, EXIT, type ExitCode, type Fault } from './exit.js';
import { safe } from './lib/print.js';
import { buildProgram } from './program.js';

/** Runs one command line and answers with its exit code; what went wrong is said on standard error. */
export async function run(argv: string[]): Promise<ExitCode> {
  try {
    await buildProgram().parseAsync(argv);
    return EXIT.done;
  } catch (error) {
    const end = endOf(error);
    if (end === undefined) return EXIT.done;
    if (argv.includes('--json')) sayJson(end);
    else sayWords(end);
    if (end.exitCode === EXIT.other && process.env.DRAWBRIDGE_DEBUG && error instanceof Error)
      process.stderr.write(`${error.stack}\n`);
    return end.exitCode;
  }
}

/** The end that an error means; undefined when it is none, as after `--help`. */
function endOf(error: unknown): CliError | undefined {
  if (error instanceof CliError) return error;
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return undefined;
    // Asked for a group of verbs without one: its help was shown.
    if (error.code === 'commander.help') return new CliError(EXIT.badInput, '');
    return new CliError(EXIT.badInput, sentence(error.message.replace(/^error: /, '')));
  }
  if (error instanceof LocalPartsError) return new CliError(exitOfPart(error), error.message);
  if (error instanceof Error && error.name === 'TemporalNotReady') return new CliError(EXIT.unreachable, error.message);
  const database = databaseFault(error);
  if (database !== undefined) return new CliError(EXIT.unreachable, database);
  if (error instanceof Error && error.name === 'DatabaseNotReady') return new CliError(EXIT.refused, error.message);
  if (error instanceof Error && error.name === 'UntrustedFile') return new CliError(EXIT.refused, error.message);
  if (error instanceof Error && error.name === 'ConfigError') return new CliError(EXIT.badInput, error.message);
  return new CliError(EXIT.other, error instanceof Error ? sentence(error.message) : 'Something went wrong.');
}

const exitOfPart = (error: LocalPartsError): ExitCode =>
  error.code === 'LocalPartsUnavailable' ? EXIT.unreachable : EXIT.other;

function sentence(text: string): string {
  const first = text.trim();
  const started = first.charAt(0).toUpperCase() + first.slice(1);
  return /[.?!)]$/.test(started) ? started : `${started}.`;
}

function sayWords({ message, more }: CliError): void {
  const red = pc.createColors(Boolean(process.stderr.isTTY) && !process.env.NO_COLOR).red;
  const lines = [
    ...(message === '' ? [] : [red(safe(message))]),
    ...worthTelling(message, more.faults ?? []).map(
      (fault) => `  ${safe(placeOf(fault, more.file))}${safe(fault.message)}`,
    ),
    ...(more.hint === undefined ? [] : [safe(more.hint)]),
  ];
  if (lines.length > 0) process.stderr.write(`${lines.join('\n')}\n`);
}

/** A single fault without a place says what the sentence has said. */
const worthTelling = (message: string, faults: Fault[]): Fault[] =>
  faults.filter((fault) => fault.line !== undefined || !message.includes(fault.message));

/** `file:line:column` as editors understand it, else the path inside the input. */
function placeOf({ line, column, path, shown }: Fault, file: string | undefined): string {
  const at = line === undefined ? '' : `:${line}${column === undefined ? '' : `:${column}`}`;
  if (line !== undefined) return `${file ?? 'line'}${at} `;
  if (shown !== undefined) return `${shown} `;
  return path ? `${file === undefined ? '' : `${file}: `}${path}: ` : '';
}

function sayJson({ exitCode, message, more }: CliError): void {
  const { code, faults, hint, file } = more;
  process.stderr.write(`${JSON.stringify({ error: { exitCode, code, message, file, faults, hint } })}\n`);
}
