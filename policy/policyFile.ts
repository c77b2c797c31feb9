import type { Found } from './found.js';
import { type Fault, parseLocated } from './located.js';
import { contradictions } from './policyRules.js';
import { type Policy, policySchema } from './policySchema.js';
import { dotted } from './sentences.js';

/** Something to think about in a policy that can be used as it is. */
export type Warning = Fault;

/** A policy that can be used, and where its parts stand in the file; or what is wrong with it. */
export type ReadPolicy =
  | { ok: true; policy: Policy; warnings: Warning[]; locate(found: Found): Fault }
  | { ok: false; faults: Fault[] };

/** Policies that were read last, by their text: those in force are asked for again and again. */
const lately = new Map<string, ReadPolicy>();
const KEPT = 4;

/** Reads a policy file and checks everything that can be told without a case; faults name line and column. Never throws. */
export function parsePolicy(text: string): ReadPolicy {
  const known = lately.get(text);
  if (known !== undefined) return known;
  const read = readPolicy(text);
  if (!read.ok) return read;
  lately.set(text, read);
  const [oldest] = lately.size > KEPT ? lately.keys() : [];
  if (oldest !== undefined) lately.delete(oldest);
  return read;
}

function readPolicy(text: string): ReadPolicy {
  const read = parseLocated(text, policySchema, { what: 'policy file' });
  if (!read.ok) return read;
  const locate = ({ path, message }: Found): Fault => ({
    ...read.at(path),
    path: dotted(path),
    message,
  });
  const { faults, warnings } = contradictions(read.value);
  return faults.length > 0
    ? { ok: false, faults: faults.map(locate) }
    : { ok: true, policy: read.value, warnings: warnings.map(locate), locate };
}
