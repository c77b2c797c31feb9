import { dataDirOf, readUpFile } from '../../workers/upFiles.js';
import { badInput, unreachable } from '../exit.js';
import type { Globals } from './globals.js';

/** No `drawbridge up` has this data. */
export const noLocalUp = () =>
  unreachable(
    'No drawbridge runs on this data.',
    'Start one with "drawbridge up", or sign in to one: drawbridge sign-in --url ADDRESS',
  );

/** The address that the shell gives: `--url` or `DRAWBRIDGE_URL`. A token of the shell goes to no other. */
export function givenAddress(globals: Globals): string | undefined {
  const given = globals.url || process.env.DRAWBRIDGE_URL;
  return given ? asAddress(given) : undefined;
}

/** The address of the local `up`. The tokens kept beside it go to no other. */
export async function localAddress(globals: Globals): Promise<string> {
  const up = await readUpFile(dataDirOf(globals.data));
  if (up === undefined) throw noLocalUp();
  const given = givenAddress(globals);
  if (given === undefined || given === up.apiUrl) return up.apiUrl;
  throw badInput(
    `--as works only with the local drawbridge at ${up.apiUrl}. For ${given}, use "drawbridge sign-in" or DRAWBRIDGE_TOKEN.`,
  );
}

function asAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw badInput('--url must be an address such as https://drawbridge.example.');
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

/** Throws where a token would go over the network in clear. */
export function refuseClearText(url: string): void {
  const { protocol, hostname } = new URL(url);
  const local = /^(127\.\d+\.\d+\.\d+|\[::1\]|localhost)$/.test(hostname);
  if (protocol === 'http:' && !local)
    throw badInput('Tokens are never sent over plain http to another machine. Use an https address.');
}
