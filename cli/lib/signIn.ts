import { TOKEN_ROLES } from '../../contract/tokens.js';
import { dataDirOf, type LocalToken, readTokens, writeTokens } from '../../workers/upFiles.js';
import { badInput, unreachable } from '../exit.js';
import { givenAddress, localAddress, refuseClearText } from './address.js';
import type { Globals } from './globals.js';
import { issueToken, type TokenKey, type TokenWish } from './issueToken.js';
import { keptSession } from './keptSession.js';
import type { Session } from './session.js';

type TokenRole = (typeof TOKEN_ROLES)[number];

/** What a verb needs to be let in. */
export type Wanted = {
  /** The case that is acted on; people of a case sign in as the case names them. */
  caseId?: string;
  /** Role taken against a local `up` when nobody said one; without it `--as` has to be given. */
  role?: TokenRole;
  /** Only reads: against a local `up` without `--as`, its reader does. */
  reads?: true;
  /** Who may act before there is a case: the people whom a case file names, by role. */
  people?(role: TokenRole): { name: string; email: string }[];
};

/** Who reads at a local `up` where nobody says who reads: nobody in any case. */
const READER = { role: 'compliance', name: 'Local compliance', email: 'compliance@drawbridge.example' } as const;
/** Roles whose tokens are the same for every case. */
const EVERYWHERE: readonly string[] = ['operator'];

/**
 * Finds address and token: `--token` or `DRAWBRIDGE_TOKEN` for the address given with it, else what `drawbridge sign-in` has kept,
 * else a role at the local `up`.
 */
export async function signIn(globals: Globals, wanted: Wanted): Promise<Session> {
  if (globals.as !== undefined && globals.token !== undefined)
    throw badInput('Use either --as or --token, not both: a token already has its role.');
  const token = globals.token || (globals.as === undefined ? process.env.DRAWBRIDGE_TOKEN : undefined);
  if (!token) return (await keptSession(globals)) ?? (await signInLocally(globals, wanted));
  const url = givenAddress(globals);
  // The address of a data folder is whatever somebody wrote into the folder that this happens to run in.
  if (url === undefined)
    throw badInput('A token is sent only to an address that you give. Set DRAWBRIDGE_URL or --url.', {
      hint: 'For a local "drawbridge up", unset DRAWBRIDGE_TOKEN or use --as ROLE.',
    });
  refuseClearText(url);
  return { url, token };
}

async function signInLocally(globals: Globals, wanted: Wanted): Promise<Session> {
  const { role, person } = parseAs(globals.as ?? wanted.role ?? (wanted.reads ? READER.role : undefined));
  const url = await localAddress(globals);
  const dataDir = dataDirOf(globals.data);
  const anyReader = wanted.reads === true && globals.as === undefined;
  const caseId = anyReader || EVERYWHERE.includes(role) ? undefined : wanted.caseId;
  const tokens = await readTokens(dataDir);
  const founder = wanted.people === undefined ? undefined : founderOf(wanted.people(role), role, person);
  const key: TokenKey = { role, caseId, person: founder?.email ?? person };
  const held = find(tokens, key);
  if (held) return { url, token: held.token, role };
  const operator = find(tokens, { role: 'operator' })?.token;
  if (operator === undefined)
    throw unreachable('The local tokens are missing. Stop "drawbridge up" and start it again.');
  const issued = await issueToken({ url, token: operator }, founder ?? wishOf(role, caseId, person), key);
  const kept = (await readTokens(dataDir)).filter((one) => !same(one, key));
  await writeTokens(dataDir, [...kept, issued]);
  return { url, token: issued.token, role };
}

/** Whom the operator issues a token for: somebody of the case, else a person by address, else the local reader. */
function wishOf(role: TokenRole, caseId: string | undefined, person: string | undefined): TokenWish {
  if (caseId !== undefined) return { role, caseId, person };
  if (person?.includes('@')) return { role, email: person };
  if (role === READER.role && person === undefined) return READER;
  throw badInput(`The role ${role} belongs to a case. Name the case, or the person as --as ${role}:ADDRESS.`);
}

/** The person of a case file who opens the case: the first of the role, or the one meant by name or address. */
function founderOf(people: { name: string; email: string }[], role: TokenRole, text: string | undefined): TokenWish {
  const words = text?.toLowerCase() ?? '';
  const found = people.find(({ name, email }) => email.toLowerCase() === words || name.toLowerCase().includes(words));
  if (found !== undefined) return { role, name: found.name, email: found.email };
  throw badInput(
    people.length === 0
      ? `The case file names nobody as ${role}. Add a person under client.people.${role}.`
      : `The case file names nobody called "${text}" as ${role}. Use one of: ${people.map(({ email }) => email).join(', ')}.`,
  );
}

const same = (one: LocalToken, { role, caseId, person }: TokenKey): boolean =>
  one.role === role && one.caseId === caseId && one.person === person;

const find = (tokens: LocalToken[], key: TokenKey): LocalToken | undefined =>
  tokens.find((one) => same(one, key) && Date.parse(one.expiresAt) > Date.now());

function parseAs(as: string | undefined): { role: TokenRole; person?: string } {
  const roles = TOKEN_ROLES.join(', ');
  if (as === undefined)
    throw badInput('Not signed in. Use "drawbridge sign-in", --as ROLE with a local drawbridge, or DRAWBRIDGE_TOKEN.', {
      hint: `Roles: ${roles}.`,
    });
  const [name = '', ...rest] = as.split(':');
  const role = TOKEN_ROLES.find((one) => one === name);
  if (role === undefined) throw badInput(`Unknown role "${name}". Use one of: ${roles}.`);
  const person = rest.join(':').trim();
  return person === '' ? { role } : { role, person };
}
