import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildMailTemplates } from './buildMail.js';
import { bundleWorkflows } from './bundle.js';

/** Builds everything that is not made by the compiler: the workflow bundle, and the mail's layout. */
export async function build(): Promise<void> {
  await bundleWorkflows(fileURLToPath(new URL('../workflow-bundle.js', import.meta.url)));
  await buildMailTemplates(fileURLToPath(new URL('../presentation/letters/templates', import.meta.url)));
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await build();
