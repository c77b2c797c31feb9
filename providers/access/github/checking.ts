import { z } from 'zod';
import { own } from '../../../domain/record.js';
import { type ProviderCheck, ProviderError } from '../port.js';
import { accountAnswer, anyAnswer, organisationAnswer, repositoryAnswer } from './answers.js';
import { unlessRefused } from './found.js';
import type { AnswerHeaders, Requests } from './requests.js';

/** By how much the clocks of both sides may differ, seconds: links and waits are reckoned in minutes. */
const CLOCK_SECONDS = 30;
/** Organisations that are looked at; who has more sees by these how it is. */
const MOST_ORGANISATIONS = 5;

const repositoriesAnswer = z.union([
  z.array(repositoryAnswer),
  z.object({ repositories: z.array(repositoryAnswer) }).transform(({ repositories }) => repositories),
]);

/**
 * Looks whether GitHub can be worked with, without changing anything: `reachable`, `token`, `scopes`, `clock`, `administration`,
 * `teams`, `organisation`; of an App `app`, `permissions` and `leftBehind` instead of `token` and `scopes`. Where one fails that
 * the rest needs, it ends there.
 */
export async function checkGitHub(requests: Requests, isApp: boolean): Promise<ProviderCheck[]> {
  return isApp ? await checkApp(requests) : await checkToken(requests);
}

/** What an App needs, and what it needs besides to see all that people leave behind. */
const NEEDED = { administration: 'write', members: 'read' };
const WANTED = { actions: 'read', contents: 'read', organization_administration: 'read', repository_hooks: 'read' };

async function checkApp(requests: Requests): Promise<ProviderCheck[]> {
  const found = await appOf(requests);
  if (found instanceof ProviderError) {
    const reachable = found.code === 'ProviderRefused';
    return [{ code: 'reachable', ok: reachable }, ...(reachable ? [{ code: 'app', ok: false }] : [])];
  }
  const { installation, headers } = found;
  const { app, id, account, permissions } = installation;
  const [needed, wanted] = [NEEDED, WANTED].map((all) => lacking(permissions, all));
  const administered = await administeredBy(requests, true);
  return [
    { code: 'reachable', ok: true },
    { code: 'app', ok: true, values: { app, installation: id, account } },
    clockOf(headers),
    { code: 'permissions', ok: needed === '', values: { missing: needed ?? '' } },
    { code: 'leftBehind', ok: wanted === '', values: { missing: wanted ?? '' } },
    administered.check,
    ...(await organisationsSeen(requests, administered.organisations)),
  ];
}

async function appOf(requests: Requests) {
  try {
    const installation = await requests.installation();
    if (installation === undefined) throw new ProviderError('ProviderRefused', 'No App asks.');
    const { headers } = await requests.look('GET /installation/repositories', { per_page: 1 }, anyAnswer);
    return { installation, headers };
  } catch (error) {
    if (error instanceof ProviderError) return error;
    throw error;
  }
}

/** What is missing, `name: level`; where writing is let, reading is too. */
const lacking = (held: Readonly<Record<string, string>>, all: Readonly<Record<string, string>>): string =>
  Object.entries(all)
    .filter(([name, level]) => ![level, 'write', 'admin'].includes(own(held, name) ?? ''))
    .map(([name, level]) => `${name}: ${level}`)
    .join(', ');

async function checkToken(requests: Requests): Promise<ProviderCheck[]> {
  const token = await tokenOf(requests);
  if (!Array.isArray(token)) {
    const { code } = token;
    const reachable = code === 'ProviderRefused';
    return [{ code: 'reachable', ok: reachable }, ...(reachable ? [{ code: 'token', ok: false }] : [])];
  }
  const [who, headers] = token;
  const administered = await administeredBy(requests, who.values?.kind === 'app');
  return [
    { code: 'reachable', ok: true },
    who,
    scopesOf(headers),
    clockOf(headers),
    administered.check,
    ...(await organisationsSeen(requests, administered.organisations)),
  ];
}

/** Who the token is, with the headers of the answer; or why that could not be learnt. */
async function tokenOf(requests: Requests): Promise<[ProviderCheck, AnswerHeaders] | ProviderError> {
  try {
    const user = await unlessRefused(() => requests.look('GET /user', {}, accountAnswer));
    if (user !== 'refused') {
      const values = { kind: 'account', id: user.data.id, login: user.data.login };
      return [{ code: 'token', ok: true, values }, user.headers];
    }
    /* An installation of an App is no account. */
    const { headers } = await requests.look('GET /installation/repositories', { per_page: 1 }, anyAnswer);
    return [{ code: 'token', ok: true, values: { kind: 'app' } }, headers];
  } catch (error) {
    if (error instanceof ProviderError) return error;
    throw error;
  }
}

/* Only tokens of the classic kind name their scopes; what others may do shows in what they see. */
function scopesOf(headers: AnswerHeaders): ProviderCheck {
  const named = headers['x-oauth-scopes'];
  if (typeof named !== 'string') return { code: 'scopes', ok: true, values: { kind: 'fine-grained' } };
  const scopes = named.split(',').map((one) => one.trim());
  const ok = scopes.includes('repo') && scopes.some((one) => /^(admin|write|read):org$/.test(one));
  return { code: 'scopes', ok, values: { kind: 'classic', scopes: scopes.join(', ').slice(0, 500) } };
}

function clockOf(headers: AnswerHeaders, now = Date.now()): ProviderCheck {
  const theirs = Date.parse(String(headers.date ?? ''));
  if (Number.isNaN(theirs)) return { code: 'clock', ok: false };
  const seconds = Math.round((theirs - now) / 1_000);
  return { code: 'clock', ok: Math.abs(seconds) <= CLOCK_SECONDS, values: { seconds } };
}

/** The repositories of the first page that the token administers, and whose they are. */
async function administeredBy(requests: Requests, isApp: boolean) {
  const route = isApp ? 'GET /installation/repositories' : 'GET /user/repos';
  const seen = await settled(() => requests.send(route, { per_page: 100 }, repositoriesAnswer));
  if (seen === undefined) return { check: { code: 'administration', ok: false }, organisations: [] };
  /* What an App may do is said of it as a whole, and not of each repository. */
  const ours = seen.filter(({ permissions }) => isApp || permissions?.admin === true);
  const owners = ours.filter(({ owner }) => owner.type === 'Organization').map(({ owner }) => owner.login);
  const values = { administered: ours.length, seen: seen.length };
  return {
    check: { code: 'administration', ok: ours.length > 0, values },
    organisations: [...new Set(owners)].slice(0, MOST_ORGANISATIONS),
  };
}

/** Whether teams, and what every member may do, can be seen in each organisation. */
async function organisationsSeen(requests: Requests, organisations: string[]): Promise<ProviderCheck[]> {
  let [teams, bases] = [0, 0];
  for (const org of organisations) {
    if ((await settled(() => requests.send('GET /orgs/{org}/teams', { org, per_page: 1 }, anyAnswer))) !== undefined)
      teams++;
    const found = await settled(() => requests.send('GET /orgs/{org}', { org }, organisationAnswer));
    if (typeof found?.default_repository_permission === 'string') bases++;
  }
  const of = organisations.length;
  return [
    { code: 'teams', ok: teams === of, values: { seen: teams, of } },
    { code: 'organisation', ok: bases === of, values: { seen: bases, of } },
  ];
}

/** What was answered; undefined for whatever went wrong. */
async function settled<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ProviderError) return undefined;
    throw error;
  }
}
