/**
 * Plays the demo with the built product on other versions of Node, whose binaries come as npm packages.
 *
 * Arguments: versions or majors; left out, the LTS lines after the one that Drawbridge is built with. The exit code is 1 when one of them fails.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const LTS = ['22', '24', '26'];
const CACHE = resolve('.cache/nodes');
const PACKAGE = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/** The binary of a version, installed where it is not there yet. */
function nodeOf(version) {
  const prefix = join(CACHE, version);
  mkdirSync(prefix, { recursive: true });
  const { status } = spawnSync(
    'npm',
    ['install', '--prefix', prefix, '--no-save', '--no-audit', '--no-fund', `${PACKAGE}@${version}`],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  if (status !== 0) throw new Error(`${PACKAGE}@${version} cannot be installed.`);
  return join(prefix, 'node_modules', PACKAGE, 'bin', 'node');
}

/** Plays the demo; its last lines, and whether it passed. */
function demo(node) {
  const args = ['dist/cli/main.js', 'rehearse', 'examples/scenarios/managed-team.yaml'];
  const { status, stdout, stderr } = spawnSync(node, args, { encoding: 'utf8', timeout: 900_000 });
  return {
    ok: status === 0,
    tail: (status === 0 ? stdout : `${stdout}${stderr}`)
      .trim()
      .split('\n')
      .slice(status === 0 ? -4 : -40),
  };
}

let failed = 0;
for (const version of process.argv.length > 2 ? process.argv.slice(2) : LTS) {
  const node = nodeOf(version);
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  console.log(`\nNode ${stdout.trim()}`);
  const { ok, tail } = demo(node);
  for (const line of tail) console.log(`  ${line}`);
  if (!ok) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
