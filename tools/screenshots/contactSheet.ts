import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Shot } from './shots.js';

/** A picture that was taken, and what is wrong with its page. */
export type Taken = Shot & { told: string[] };

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

const figure = ({ name, told }: Taken): string =>
  `<figure><a href="${name}.png"><img src="${name}.png" alt="${name}" loading="lazy"></a>
<figcaption>${name}${told.map((line) => `<br><mark>${escaped(line)}</mark>`).join('')}</figcaption></figure>`;

/** Writes `index.html`: all pictures on one page, those of one screen in a row. */
export async function writeContactSheet(dir: string, taken: Taken[]): Promise<void> {
  const rows = [...new Set(taken.map(({ screen }) => screen.name))].map(
    (name) =>
      `<h2>${name}</h2><div>${taken
        .filter(({ screen }) => screen.name === name)
        .map(figure)
        .join('')}</div>`,
  );
  const style =
    'body{font:14px system-ui;margin:24px}div{display:flex;gap:16px;overflow-x:auto}figure{margin:0;flex:none}img{height:420px;border:1px solid #999}';
  await writeFile(
    join(dir, 'index.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Screens</title><style>${style}</style>${rows.join('')}</html>`,
  );
}
