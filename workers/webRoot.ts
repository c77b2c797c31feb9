import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The built console: beside the compiled folders, also for tests that run from the sources. */
const PLACES = ['../web/', '../dist/web/'].map((place) => fileURLToPath(new URL(place, import.meta.url)));

/** Where the build puts the console; undefined where it has not been built. */
export const webRoot = (): string | undefined =>
  PLACES.find((place) => existsSync(`${place}index.html`) && existsSync(`${place}assets`));
