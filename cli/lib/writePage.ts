import { writeFile } from 'node:fs/promises';
import { badInput } from '../exit.js';
import type { Work } from './act.js';
import { type Ask, send } from './http.js';
import { say } from './print.js';
import { withProgress } from './progress.js';

/** Writes a text to a file that its owner alone can read, and says so. */
export async function saveText({ globals }: Pick<Work, 'globals'>, out: string, text: string): Promise<void> {
  await writeFile(out, text, { mode: 0o600 }).catch(() => {
    throw badInput(`Cannot write ${out}.`);
  });
  say(globals.json ? JSON.stringify({ file: out }) : `Written to ${out}.`);
}

/** Fetches a page and writes it to a file that its owner alone can read. */
export async function writePage(work: Work, path: string, out: string, ask: Ask = {}): Promise<void> {
  const html = await withProgress('Writing the page', work.globals.json === true, async () =>
    (await send(work.session, path, { ...ask, accept: 'text/html' })).text(),
  );
  await saveText(work, out, html);
}
