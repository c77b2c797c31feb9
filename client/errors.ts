import type { ErrorCode } from '../domain/case/errors.js';

/** Why a case gave no answer; `code` is in the one table. A 503 among them means: repeat with the same command id. */
export class CaseError extends Error {
  override readonly name = 'CaseError';
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
  }
}
