import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const exec = promisify(execFile);

/** A Chromium of this machine, and what its process needs in its environment. */
export type Chromium = { executablePath: string; env: Record<string, string> };

/** Unpacks into `TMPDIR` and prints where the program is; apart, because it changes the environment of its process. */
const UNPACK = `const { default: chromium } = await import(process.argv[1]); process.stdout.write(await chromium.executablePath());`;

/** What makes the package unpack its own NSS libraries, so that a bare system will do. */
const WITH_LIBRARIES = { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };

/** Fonts of its own first, so that pages are as wide everywhere; the system's for the signs that these lack. */
const fontsIn = (dir: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(dir, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(dir, 'font-cache')}</cachedir>
  ${['sans-serif', 'system-ui', 'Arial', 'Helvetica'].map((name) => `<alias binding="same"><family>${name}</family><prefer><family>Open Sans</family></prefer></alias>`).join('\n  ')}
</fontconfig>
`;

/**
 * Finds a Chromium: the one at `CHROMIUM_PATH` when that is set, otherwise the one that npm installs.
 *
 * The latter is unpacked once (2 s, 200 MB) below `cacheDir`, default `.cache/chromium` of the working directory; a
 * folder is complete or not there, so any number of processes may ask at once.
 */
export async function findChromium(cacheDir = resolve('.cache/chromium')): Promise<Chromium> {
  const given = process.env.CHROMIUM_PATH;
  if (given) return { executablePath: given, env: {} };
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const dir = join(cacheDir, await versionOf(entry));
  if (!(await exists(dir))) await unpack(entry, dir);
  return {
    executablePath: join(dir, 'chromium'),
    env: { LD_LIBRARY_PATH: join(dir, 'al2023', 'lib'), FONTCONFIG_FILE: join(dir, 'fonts.conf') },
  };
}

async function unpack(entry: string, dir: string): Promise<void> {
  await mkdir(dirname(dir), { recursive: true });
  const half = await mkdtemp(`${dir}-`);
  const code = ['--input-type=module', '--eval', UNPACK, pathToFileURL(entry).href];
  await exec(process.execPath, code, { env: { ...process.env, ...WITH_LIBRARIES, NODE_OPTIONS: '', TMPDIR: half } });
  await writeFile(join(half, 'fonts.conf'), fontsIn(dir));
  try {
    await rename(half, dir);
  } catch (error) {
    // Somebody else was quicker, and theirs is the same.
    await rm(half, { recursive: true });
    if (!(await exists(dir))) throw error;
  }
}

/** The package hides its description from resolution, so it is looked for above the entry. */
async function versionOf(entry: string): Promise<string> {
  for (let at = dirname(entry); at !== dirname(at); at = dirname(at)) {
    const text = await readFile(join(at, 'package.json'), 'utf8').catch(() => '{}');
    const found = /"version":\s*"([^"]+)"/.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error(`No package around ${entry}.`);
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
