import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** In place of the product: it writes its words down, each with a NUL behind it, after their number. */
const STUB = '#!/bin/sh\nprintf "%s\\0" "$#" "$@" >> "$ARGV"\n';

/** The words that `drawbridge` gets when a real shell runs these lines, line by line, in a folder of their own. */
export async function argvOf(lines: string[]): Promise<string[][]> {
  const dir = await mkdtemp(join(tmpdir(), 'drawbridge-shell-'));
  try {
    const argv = join(dir, 'argv');
    await writeFile(join(dir, 'drawbridge'), STUB);
    await chmod(join(dir, 'drawbridge'), 0o755);
    await writeFile(join(dir, 'script'), `${lines.join('\n')}\n`);
    await promisify(execFile)('/bin/sh', [join(dir, 'script')], {
      cwd: dir,
      env: { PATH: [dir, process.env.PATH].join(delimiter), ARGV: argv },
    });
    return parted((await readFile(argv, 'utf8')).split('\0').slice(0, -1));
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

function parted(words: string[]): string[][] {
  const all: string[][] = [];
  for (let at = 0; at < words.length; ) {
    const count = Number(words[at]);
    all.push(words.slice(at + 1, at + 1 + count));
    at += 1 + count;
  }
  return all;
}
