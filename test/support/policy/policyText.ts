import { loadPolicy } from '../../../policy/loadPolicy.js';
import { parsePolicy } from '../../../policy/policyFile.js';
import type { Policy } from '../../../policy/policySchema.js';

/** The policy that comes with Drawbridge, as text. */
export const DEFAULT_TEXT = loadPolicy();

/** The default policy with one passage replaced. */
export function edited(from: string | RegExp, to: string): string {
  const text = DEFAULT_TEXT.replace(from, to);
  if (text === DEFAULT_TEXT) throw new Error(`The policy has no ${String(from)}`);
  return text;
}

/** The fields of one control, after its id. */
export const controlBlock = (id: string): RegExp => new RegExp(`^ {2}${id}:\\n(?: {4}.*\\n)+`, 'm');

/** The default policy with a line added to a control. */
export const withLine = (id: string, line: string): string => edited(`  ${id}:\n`, `  ${id}:\n    ${line}\n`);

/** The faults of a policy as `line:column sentence`. */
export function faultsOf(text: string): string[] {
  const read = parsePolicy(text);
  return read.ok ? [] : read.faults.map((f) => `${f.line}:${f.column} ${f.message}`);
}

/** A policy that has to be right. */
export function policyOf(text: string = DEFAULT_TEXT): Policy {
  const read = parsePolicy(text);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.policy;
}
