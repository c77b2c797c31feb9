import type { Fault } from './located.js';
import { parsePolicy, type Warning } from './policyFile.js';

/** Whether a policy can be used: faults that stand against it, or warnings on what to think about. */
export function checkPolicy(text: string): { ok: true; warnings: Warning[] } | { ok: false; faults: Fault[] } {
  const read = parsePolicy(text);
  return read.ok ? { ok: true, warnings: read.warnings } : read;
}
