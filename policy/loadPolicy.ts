import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** SHA-256 of a policy's text in lower-case hexadecimal; the text is kept under it as long as a case refers to it. */
export const policyHash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The text of the policy that comes with Drawbridge, from beside this file or, once compiled, from the package's root. */
export function loadPolicy(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const file = [join(here, 'default.yaml'), join(here, '..', '..', 'policy', 'default.yaml')].find(existsSync);
  if (file === undefined) throw new Error('policy/default.yaml is missing from the installation.');
  return readFileSync(file, 'utf8');
}
