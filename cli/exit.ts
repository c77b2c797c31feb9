import { ERRORS, isErrorCode } from '../domain/case/errors.js';

/** What the command's exit code says to a script. */
export const EXIT = { done: 0, other: 1, badInput: 2, refused: 3, notFound: 4, unreachable: 5 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** One thing that is wrong in an input, and where; `shown`: the place as whoever typed it knows it. */
export type Fault = {
  line?: number;
  column?: number;
  path?: string;
  setting?: string;
  shown?: string;
  message: string;
};

/** An end that is not success: one sentence for the person at the keyboard, and the exit code for a script. */
export class CliError extends Error {
  constructor(
    readonly exitCode: ExitCode,
    message: string,
    readonly more: {
      code?: string;
      faults?: Fault[];
      file?: string;
      hint?: string;
      /** Number of the refusal in the ledger. */
      seq?: number;
    } = {},
  ) {
    super(message);
    this.name = 'CliError';
  }
}

/** Input that is wrong: exit code 2. */
export const badInput = (message: string, more: CliError['more'] = {}): CliError =>
  new CliError(EXIT.badInput, message, more);

/** A service that does not answer: exit code 5. */
export const unreachable = (message: string, hint?: string): CliError =>
  new CliError(EXIT.unreachable, message, hint === undefined ? {} : { hint });

/** Refusals that the HTTP status alone would take for something else. */
const BY_CODE: Record<string, ExitCode> = {
  CaseQuarantined: EXIT.refused,
  CommandIdReused: EXIT.badInput,
  UntilOutOfRange: EXIT.refused,
  ControlDoesNotApply: EXIT.refused,
};

/** The exit code of an answer of the API, by its stable code first and its HTTP status second. */
export function exitCodeOf(code: string | undefined, httpStatus?: number): ExitCode {
  if (code !== undefined && Object.hasOwn(BY_CODE, code)) return BY_CODE[code] ?? EXIT.other;
  const status = httpStatus ?? (code !== undefined && isErrorCode(code) ? ERRORS[code].status : 500);
  if (status === 400 || status === 413 || status === 415 || status === 422) return EXIT.badInput;
  if (status === 401 || status === 403 || status === 409 || status === 429) return EXIT.refused;
  if (status === 404) return EXIT.notFound;
  if (status === 502 || status === 503 || status === 504) return EXIT.unreachable;
  return EXIT.other;
}
