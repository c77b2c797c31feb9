import { writeFile } from 'node:fs/promises';
import { badInput } from '../exit.js';
import type { Work } from './act.js';
import { type Ask, send } from './http.js';
import { say } from './print.js';
import { withProgress } from './progress.js';

/** Fetches a page and writes it to a file that its owner alone can read. */
export async function writePage({ globals, session }: Work, path: string, out: string, ask: Ask = {}): Promise<void> {
  const html = await withProgress('Writing the page', globals.json === true, async () =>
    (await send(session, path, { ...ask, accept: 'text/html' })).text(),
  );
  await writeFile(out, html, { mode: 0o600 }).catch(() => {
    throw badInput(`Cannot write ${out}.`);
  });
  say(globals.json ? JSON.stringify({ file: out }) : `Written to ${out}.`);
}
