import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The command as it is installed. */
export const MAIN = fileURLToPath(new URL('../../../dist/cli/main.js', import.meta.url));

/** How a command line ended; without the line that tells whom a busy machine keeps waiting. */
export type Ran = { code: number | null; out: string; err: string };

const WAITING = /^Waiting for [^\n]* …\n/gm;

/** Where nobody has signed in. */
const NO_CONFIG = join(tmpdir(), 'drawbridge-nobody');

/** The environment of the tests without anything that would lead the command elsewhere. */
export function plainEnv(more: Record<string, string> = {}): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    ([name, value]) =>
      value !== undefined &&
      !/^(DRAWBRIDGE_|XDG_CONFIG_HOME|TEMPORAL_ADDRESS|DATABASE_URL|SMTP_URL|MAIL_FROM|GITHUB_|SCIM_|POSTGRES_ACCESS_URL|PORT$|NODE_OPTIONS)/.test(
        name,
      ),
  );
  return {
    ...Object.fromEntries(kept.map(([name, value]) => [name, value ?? ''])),
    NO_COLOR: '1',
    XDG_CONFIG_HOME: NO_CONFIG,
    ...more,
  };
}

/** Runs a command line to its end. */
export function drawbridge(args: string[], more: { env?: Record<string, string>; input?: string } = {}): Promise<Ran> {
  const child = spawn(process.execPath, [MAIN, ...args], { env: plainEnv(more.env), stdio: ['pipe', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  child.stdin.end(more.input ?? '');
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err: err.replace(WAITING, '') }));
  });
}
