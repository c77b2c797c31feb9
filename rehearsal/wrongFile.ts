import type { Fault } from '../policy/located.js';

/** A file of a rehearsal that cannot be used. */
export class WrongFile extends Error {
  override readonly name = 'WrongFile';
  constructor(
    readonly file: string,
    readonly faults: Fault[],
  ) {
    super(`${file} cannot be used: ${faults[0]?.message ?? 'it is not readable'}`);
  }
}

/** A file that is wrong as a whole, or where nobody can say in which line. */
export const wrongFile = (file: string, message: string, path = ''): WrongFile =>
  new WrongFile(file, [{ line: 1, column: 1, path, message }]);
