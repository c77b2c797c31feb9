import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const LAYOUT = 'letter';

/**
 * Compiles the MJML layout to `letter.html` in `outDir`, which `loadMailRenderer` reads; production has no MJML.
 *
 * Throws when the layout has any error.
 */
export async function buildMailTemplates(outDir: string): Promise<void> {
  const { default: compile } = await import('mjml');
  const source = await readFile(join(sourceDir(), `${LAYOUT}.mjml`), 'utf8');
  /* Without `fonts: {}` MJML would have the reader's mail program fetch fonts. */
  const { html, errors } = await compile(source, { validationLevel: 'strict', fonts: {}, keepComments: false });
  if (errors.length > 0) throw new Error(errors.map(({ formattedMessage }) => formattedMessage).join('\n'));
  await mkdir(outDir, { recursive: true });
  await writeFile(join(outDir, `${LAYOUT}.html`), html);
}

/* The sources lie beside this file's folder, or, when this runs from dist/, one folder further up. */
function sourceDir(): string {
  const root = HERE.endsWith(join('dist', 'workers')) ? resolve(HERE, '../..') : resolve(HERE, '..');
  return join(root, 'presentation/letters/templates');
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await buildMailTemplates(process.argv[2] ?? resolve(HERE, '../presentation/letters/templates'));
}
