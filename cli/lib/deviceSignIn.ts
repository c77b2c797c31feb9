import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { z } from 'zod';
import { askedDevice, polledDevice } from '../../contract/device.js';
import { CliError, EXIT } from '../exit.js';
import { askJson } from './http.js';
import { paint, safe } from './print.js';

const SYSTEMS: Partial<Record<NodeJS.Platform, string>> = { darwin: 'macOS', win32: 'Windows', linux: 'Linux' };

/** What the person is told that asks: which program, on which machine. */
function deviceName(): string {
  const host = hostname()
    .replace(/[^A-Za-z0-9.-]/g, '')
    .slice(0, 40);
  const system = SYSTEMS[process.platform] ?? process.platform;
  return `drawbridge command line${host === '' ? '' : ` on ${host}`}, ${system}`;
}

type Allowed = Extract<z.infer<typeof polledDevice>, { status: 'allowed' }>;

const REFUSED = 'You turned this sign-in away in the browser.';
const EXPIRED = 'Nobody confirmed the code within ten minutes. Run "drawbridge sign-in" again.';

/** Asks to be let in, says what to do in the browser, and waits until somebody has done it. Throws {@link CliError}. */
export async function signInByDevice(url: string, scope: 'read' | 'act'): Promise<Allowed> {
  const body = { device: deviceName(), scope };
  const asked = await askJson({ url }, '/api/device/ask', askedDevice, { body });
  const { userCode, verificationUri, deviceCode, expiresInSeconds } = asked;
  process.stderr.write(
    `${[
      `Open ${paint.bold(safe(verificationUri))} in your browser, sign in there and enter this code:`,
      '',
      `    ${paint.bold(safe(userCode))}`,
      '',
      'It works once, for ten minutes. Tell it to nobody. Waiting …',
    ].join('\n')}\n`,
  );
  return await untilAnswered(url, deviceCode, { pauseSeconds: asked.pauseSeconds, expiresInSeconds });
}

type Times = { pauseSeconds: number; expiresInSeconds: number };

async function untilAnswered(url: string, deviceCode: string, times: Times): Promise<Allowed> {
  const endsAt = Date.now() + times.expiresInSeconds * 1_000;
  let { pauseSeconds } = times;
  while (Date.now() < endsAt) {
    await wait(pauseSeconds * 1_000);
    const answer = await poll(url, deviceCode);
    if (answer === 'away') pauseSeconds *= 2;
    else if (answer.status === 'allowed') return answer;
    else if ('pauseSeconds' in answer) pauseSeconds = answer.pauseSeconds;
    else throw new CliError(EXIT.refused, answer.status === 'refused' ? REFUSED : EXPIRED);
  }
  throw new CliError(EXIT.refused, EXPIRED);
}

/** A server that is away for a moment is asked again, later (RFC 8628, 3.5). */
const poll = (url: string, deviceCode: string) =>
  askJson({ url }, '/api/device/poll', polledDevice, { body: { deviceCode } }).catch((error: unknown) => {
    if (error instanceof CliError && error.exitCode === EXIT.unreachable) return 'away' as const;
    throw error;
  });
