import { CLIENT_ROLES, VENDOR_ROLES } from '../../domain/case/roles.js';
import { dataDirOf, type LocalToken, readTokens, readUpFile, writeTokens } from '../../workers/upFiles.js';
import { badInput, unreachable } from '../exit.js';
import type { Globals } from './globals.js';
import { issueToken } from './issueToken.js';
import type { Session } from './session.js';

/** What a verb needs to be let in. */
export type Wanted = {
  /** The case that is acted on; people of a case sign in as the case names them. */
  caseId?: string;
  /** Role taken against a local `up` when nobody said one; without it `--as` has to be given. */
  role?: string;
};

const ROLES: readonly string[] = [...CLIENT_ROLES, ...VENDOR_ROLES, 'operator'];
/** Roles whose tokens are the same for every case. */
const EVERYWHERE: readonly string[] = ['operator'];

/** Finds address and token: `--token` or `DRAWBRIDGE_TOKEN`, else a role at the local `up`. */
export async function signIn(globals: Globals, wanted: Wanted): Promise<Session> {
  if (globals.as !== undefined && globals.token !== undefined)
    throw badInput('Use either --as or --token, not both: a token already has its role.');
  const token = globals.token || (globals.as === undefined ? process.env.DRAWBRIDGE_TOKEN : undefined);
  if (token) {
    const url = await addressOf(globals);
    refuseClearText(url);
    return { url, token };
  }
  return await signInLocally(globals, wanted);
}

/** The address of the API without signing in. */
export async function addressOf(globals: Globals): Promise<string> {
  const given = globals.url || process.env.DRAWBRIDGE_URL;
  if (given) return asAddress(given);
  const up = await readUpFile(dataDirOf(globals.data));
  if (up === undefined) throw noLocalUp();
  return up.apiUrl;
}

async function signInLocally(globals: Globals, wanted: Wanted): Promise<Session> {
  const { role, person } = parseAs(globals.as ?? wanted.role);
  const dataDir = dataDirOf(globals.data);
  const up = await readUpFile(dataDir);
  if (up === undefined) throw noLocalUp();
  const given = globals.url || process.env.DRAWBRIDGE_URL;
  // Tokens of the local data would be given away to a server elsewhere.
  if (given && asAddress(given) !== asAddress(up.apiUrl))
    throw badInput(`--as works only with the local drawbridge at ${up.apiUrl}. For ${given}, set DRAWBRIDGE_TOKEN.`);
  const caseId = EVERYWHERE.includes(role) ? undefined : wanted.caseId;
  const tokens = await readTokens(dataDir);
  const held = find(tokens, { role, caseId, person });
  if (held) return { url: up.apiUrl, token: held.token, role };
  if (caseId === undefined && person === undefined) throw needsCase(role);
  const [operator, reader] = ['operator', 'compliance'].map((one) => {
    const token = find(tokens, { role: one })?.token;
    if (token === undefined)
      throw unreachable('The local tokens are missing: stop "drawbridge up" and start it again.');
    return { url: up.apiUrl, token };
  });
  if (!operator || !reader) throw noLocalUp();
  const issued = await issueToken(operator, reader, { role, caseId, person });
  const kept = (await readTokens(dataDir)).filter((one) => !(one.role === role && same(one, { caseId, person })));
  await writeTokens(dataDir, [...kept, issued]);
  return { url: up.apiUrl, token: issued.token, role };
}

type Key = { role: string; caseId?: string; person?: string };

const same = (one: LocalToken, key: Omit<Key, 'role'>): boolean =>
  one.caseId === key.caseId && one.person === key.person;

const find = (tokens: LocalToken[], key: Key): LocalToken | undefined =>
  tokens.find((one) => one.role === key.role && same(one, key) && Date.parse(one.expiresAt) > Date.now());

function parseAs(as: string | undefined): { role: string; person?: string } {
  if (as === undefined)
    throw badInput('Not signed in. Use --as ROLE with a local drawbridge, or set DRAWBRIDGE_TOKEN.', {
      hint: `Roles: ${ROLES.join(', ')}.`,
    });
  const [role = '', ...rest] = as.split(':');
  if (!ROLES.includes(role)) throw badInput(`Unknown role "${role}". Use one of: ${ROLES.join(', ')}.`);
  const person = rest.join(':').trim();
  return person === '' ? { role } : { role, person };
}

function asAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw badInput('--url must be an address such as https://drawbridge.example.');
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

function refuseClearText(url: string): void {
  const { protocol, hostname } = new URL(url);
  const local = /^(127\.\d+\.\d+\.\d+|\[::1\]|localhost)$/.test(hostname);
  if (protocol === 'http:' && !local)
    throw badInput('Tokens are never sent over plain http to another machine. Use an https address.');
}

const noLocalUp = () =>
  unreachable(
    'No drawbridge runs on this data.',
    'Start one with "drawbridge up", or name one with --url and DRAWBRIDGE_TOKEN.',
  );

const needsCase = (role: string) =>
  badInput(`The role ${role} belongs to a case. Name the case, or the person as --as ${role}:address.`);
