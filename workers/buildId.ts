import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The package's description: beside the sources, or one folder up from dist/. */
const PLACES = ['../package.json', '../../package.json'].map((place) => fileURLToPath(new URL(place, import.meta.url)));
const HASH_DIGITS = 12;

/** Names a build by its version and its workflow code, such as `0.1.0-3f2a9c01b7de`: the same code is the same build. */
export function buildIdOf(bundlePath: string): string {
  const found = PLACES.find((place) => existsSync(place));
  if (found === undefined) throw new Error('The package.json of this build is missing.');
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(found, 'utf8')));
  const hash = createHash('sha256').update(readFileSync(bundlePath)).digest('hex');
  return `${version}-${hash.slice(0, HASH_DIGITS)}`;
}
