import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The prebuilt workflow bundle: beside the compiled folders, also for tests that run from the sources. */
const PLACES = ['../workflow-bundle.js', '../dist/workflow-bundle.js'].map((place) =>
  fileURLToPath(new URL(place, import.meta.url)),
);

/** Where the build puts the workflow bundle. Throws when it has not been built. */
export function bundlePath(): string {
  const found = PLACES.find((place) => existsSync(place));
  if (found === undefined) throw new Error('The workflow bundle has not been built: run `npm run build`.');
  return found;
}
