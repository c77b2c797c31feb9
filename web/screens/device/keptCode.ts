const KEY = 'device-code';

/** The code that was typed before a fresh sign-in led away from the page. */
export const keptCode = (): string => sessionStorage.getItem(KEY) ?? '';

/** Keeps a code in this tab until one is back, or forgets it. */
export function keepCode(code: string | undefined): void {
  if (code === undefined) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, code);
}
