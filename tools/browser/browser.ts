import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './chromium.js';

/** A running browser with a temporary folder of its own, which goes with it. */
export type RunningBrowser = { browser: Browser; stop(): Promise<void> };

/** Every name but loopback's does not exist, and nothing is asked of the network unless a page asks for it. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE [::1]',
];

/** Starts a headless Chromium; `netLog` names a file for everything that it does on the network. */
export async function startBrowser({ netLog }: { netLog?: string } = {}): Promise<RunningBrowser> {
  const { executablePath, env } = await findChromium();
  const dir = await mkdtemp(join(tmpdir(), 'drawbridge-browser-'));
  const { PATH = '', LANG = 'C.UTF-8' } = process.env;
  try {
    const browser = await chromium.launch({
      executablePath,
      headless: true,
      // Nothing of the process goes along: neither its secrets nor its proxies.
      env: { PATH, LANG, HOME: dir, TMPDIR: dir, ...env },
      args: [...FLAGS, ...(netLog === undefined ? [] : [`--log-net-log=${netLog}`])],
    });
    const stop = async () => {
      await browser.close();
      await rm(dir, { recursive: true, force: true, maxRetries: 5 });
    };
    return { browser, stop };
  } catch (error) {
    await rm(dir, { recursive: true, force: true });
    throw error;
  }
}
