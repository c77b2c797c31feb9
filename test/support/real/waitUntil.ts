/**
 * Polls until the condition gives something other than false, null or undefined, and returns it.
 *
 * `timeoutMs` is 120,000 by default, `everyMs` 25. Fails with `what` and the last error when time is up.
 */
export async function waitUntil<T>(
  what: string,
  condition: () => T | Promise<T>,
  { timeoutMs = 120_000, everyMs = 25 } = {},
): Promise<Exclude<T, false | null | undefined>> {
  const deadline = Date.now() + timeoutMs;
  let lastError: unknown;
  for (;;) {
    try {
      const value = await condition();
      lastError = undefined;
      if (isMet(value)) return value;
    } catch (error) {
      lastError = error;
    }
    if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs} ms in vain: ${what}.`, { cause: lastError });
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

function isMet<T>(value: T): value is Exclude<T, false | null | undefined> {
  return value !== false && value !== null && value !== undefined;
}
