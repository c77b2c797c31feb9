/** A value that the words of a rule take up. Plain JSON; persons, roles, days and instants as the codes that they are. */
export type SaidValue = string | number | boolean | Said | readonly Why[];

/**
 * What a rule says: a code and the values that its words take up, never prose.
 *
 * The code is `<control id or area>.<what>`, for example `RP-1.too-slow` with `days` and `limit`; its words stand in `presentation/words/`, so that
 * rewording a sentence changes no record.
 */
export type Said = { readonly code: string; readonly [value: string]: SaidValue };

/** A person's own words, or what a rule says. */
export type Why = string | Said;

type Values = { readonly [value: string]: SaidValue | undefined };

// Taken once: inside a case a global is looked up anew each time.
const { entries } = Object;

function isWhole(values: Values & { code: string }): values is Said {
  for (const name in values) if (values[name] === undefined) return false;
  return true;
}

/** Says a code with its values; values that are undefined are left out. */
export function say(code: string, values: Values = {}): Said {
  // Rules say things all the time, and most with all their values: those are taken as they are.
  const whole = { code, ...values };
  if (isWhole(whole)) return whole;
  const said: { code: string; [value: string]: SaidValue } = { code };
  for (const [name, value] of entries(values)) if (value !== undefined) said[name] = value;
  return said;
}

/** True for what a rule says, false for a person's own words. */
export const isSaid = (why: unknown): why is Said => typeof why === 'object' && why !== null && 'code' in why;
