import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createMailRenderer, type MailRenderer } from '../../presentation/letters/renderMail.js';

const HERE = dirname(fileURLToPath(import.meta.url));

/* Where the build puts the compiled layout: beside this file when it runs from dist/, in dist/ when from the sources. */
const BUILT = [
  join(HERE, '../../presentation/letters/templates'),
  join(HERE, '../../dist/presentation/letters/templates'),
];

/**
 * Reads the compiled layout and builds the renderer.
 *
 * @param dirs folders to look into, first found wins; default: where the build puts it
 */
export async function loadMailRenderer(dirs: string[] = BUILT): Promise<MailRenderer> {
  for (const dir of dirs) {
    const layout = await readFile(join(dir, 'letter.html'), 'utf8').catch(() => undefined);
    if (layout !== undefined) return createMailRenderer(layout);
  }
  throw new Error('The mail layout has not been built: run `npm run build`.');
}
