/** Builds what is not built: the compiler, the workflow bundle, the layout of letters and the console run only when a source is newer than the last build. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';

const STAMP = 'dist/.built';
const { include } = JSON.parse(readFileSync('tsconfig.build.json', 'utf8'));
const SOURCES = [...include, 'web', 'tsconfig.json', 'tsconfig.build.json', 'package.json', 'package-lock.json'];

/** The latest change below a place, milliseconds since the epoch. */
function changedAt(place) {
  const at = statSync(place).mtimeMs;
  if (!statSync(place).isDirectory()) return at;
  // A folder changes when a file in it comes or goes.
  return readdirSync(place).reduce((latest, name) => Math.max(latest, changedAt(`${place}/${name}`)), at);
}

const built = existsSync(STAMP) ? statSync(STAMP).mtimeMs : 0;
if (process.argv.includes('--always') || SOURCES.some((place) => changedAt(place) > built)) {
  const started = new Date();
  for (const [command, ...args] of [
    // Types are checked by `npm run types`.
    [process.execPath, 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--noCheck'],
    [process.execPath, 'dist/workers/build.js'],
    [
      process.execPath,
      'node_modules/vite/bin/vite.js',
      'build',
      '--config',
      'web/vite.config.ts',
      '--logLevel',
      'warn',
    ],
  ]) {
    const { status } = spawnSync(command, args, { stdio: 'inherit' });
    if (status !== 0) process.exit(status ?? 1);
  }
  writeFileSync(STAMP, '');
  // What changed while it was building is built the next time.
  utimesSync(STAMP, started, started);
}
