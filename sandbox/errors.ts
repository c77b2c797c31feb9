/** Stable codes of what can keep the embedded parts from running. */
export type LocalPartsErrorCode = 'LocalPartsUnavailable' | 'DataInUse';

/** One sentence for the person at the keyboard: what is missing or in the way, and what to do about it. */
export class LocalPartsError extends Error {
  constructor(
    readonly code: LocalPartsErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'LocalPartsError';
  }
}

/** The text of anything thrown; some libraries reject with `undefined`. */
export function reasonOf(thrown: unknown): string {
  if (thrown instanceof AggregateError && thrown.errors.length > 0) return reasonOf(thrown.errors[0]);
  return isObject(thrown) && 'message' in thrown ? String(thrown.message) : String(thrown ?? 'no reason given');
}

/** The code of anything thrown, if it has one; not by `instanceof`, which fails for errors from another realm. */
export function codeOf(thrown: unknown): string | undefined {
  return isObject(thrown) && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;
}

function isObject(thrown: unknown): thrown is object {
  return typeof thrown === 'object' && thrown !== null;
}

/** Loads a package that only `up`, demo and tests need; throws `LocalPartsUnavailable` when the install left it out. */
export async function loadPart<T>(part: string, load: () => Promise<T>): Promise<T> {
  return await load().catch((error: unknown) => {
    if (codeOf(error) !== 'ERR_MODULE_NOT_FOUND') throw error;
    const sentence = `${part} is not part of a production install: run "npm ci" without --omit=dev.`;
    throw new LocalPartsError('LocalPartsUnavailable', sentence);
  });
}
