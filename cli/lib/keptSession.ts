import { dataDirOf, readUpFile } from '../../workers/upFiles.js';
import { CliError, EXIT } from '../exit.js';
import { givenAddress, refuseClearText } from './address.js';
import type { Globals } from './globals.js';
import { type KeptSignIn, keptSignIns } from './keptSignIns.js';
import { paint } from './print.js';
import type { Session } from './session.js';

const DAY_MS = 86_400_000;
/** How long before its end a sign-in is announced to end, days. */
const SOON_DAYS = 7;

/** The sign-in that is kept for the address that is meant: the one that is given, that of the local `up`, else the latest. */
export async function keptFor(globals: Globals): Promise<KeptSignIn | undefined> {
  const kept = await keptSignIns();
  if (kept.length === 0) return undefined;
  const meant = givenAddress(globals) ?? (await readUpFile(dataDirOf(globals.data)))?.apiUrl;
  return meant === undefined ? kept[0] : kept.find(({ url }) => url === meant);
}

/**
 * What `drawbridge sign-in` has kept, for whoever names no token; `--as` names one of the roles of its person.
 * Undefined where nothing is kept, and for `--as` at the local `up`. Throws where the sign-in has ended.
 */
export async function keptSession(globals: Globals): Promise<Session | undefined> {
  const kept = await keptFor(globals);
  if (kept === undefined) return undefined;
  if (globals.as !== undefined && kept.url === (await readUpFile(dataDirOf(globals.data)))?.apiUrl) return undefined;
  const { url, token, expiresAt } = kept;
  refuseClearText(url);
  const leftMs = Date.parse(expiresAt) - Date.now();
  if (leftMs <= 0)
    throw new CliError(EXIT.refused, `Your sign-in at ${url} has ended.`, {
      hint: `Sign in again: drawbridge sign-in --url ${url}`,
    });
  if (leftMs < SOON_DAYS * DAY_MS && !globals.json)
    process.stderr.write(
      `${paint.dim(`Your sign-in at ${url} ends in ${Math.ceil(leftMs / DAY_MS)} days. Renew it with "drawbridge sign-in".`)}\n`,
    );
  return { url, token, ...(globals.as !== undefined && { actAs: globals.as }) };
}
