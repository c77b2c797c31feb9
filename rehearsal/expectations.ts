import { isDeepStrictEqual } from 'node:util';
import type { CaseView } from '../contract/caseView.js';
import { fromRef, isManual } from '../domain/access/resources.js';
import type { LedgerRow } from '../evidence/ledger.js';
import type { Cast } from './cast.js';
import type { Servers } from './ground.js';
import type { Expectation } from './schema.js';

/** What an expectation is held against, read when the case is settled. */
export type Scene = {
  view: CaseView;
  rows: LedgerRow[];
  cast: Cast;
  servers: Pick<Servers, 'github' | 'mailbox' | 'store' | 'warehouse'>;
};

/** An expectation in words, and what was found instead when it is not met. */
export type Verdict = { met: boolean; expected: string; found: string };

const verdict = (expected: string, wanted: string, found: string): Verdict => ({
  met: wanted === found,
  expected: `${expected} is ${wanted}`,
  found,
});

/** Holds one expectation against the case, the provider, the mailbox and the ledger. */
export async function check(expectation: Expectation, scene: Scene): Promise<Verdict[]> {
  if ('gate' in expectation) return Object.entries(expectation.gate).map(([stage, is]) => gate(scene, stage, is));
  if ('access' in expectation) return await access(scene, expectation.access);
  if ('account' in expectation) return [await account(scene, expectation.account)];
  if ('control' in expectation) return [await control(scene, expectation.control)];
  if ('task' in expectation) return [await task(scene, expectation.task)];
  if ('mail' in expectation) return [mail(scene, expectation.mail)];
  if ('event' in expectation) return [event(scene, expectation.event)];
  if ('flag' in expectation) return [await flag(scene, expectation.flag)];
  if ('person' in expectation) {
    const { who, is } = expectation.person;
    const known = await scene.servers.store.people.findByEmail(scene.cast.part(who).email);
    return [verdict(`what is kept of ${who}`, is, known === undefined ? 'erased' : 'known')];
  }
  if ('paper' in expectation) {
    const { id, is } = expectation.paper;
    return [verdict(`paper ${id}`, is, scene.view.papers.find((p) => p.id === id)?.state ?? 'unknown')];
  }
  return Object.entries(expectation.case).map(([field, is]) =>
    verdict(`the case's ${field}`, String(is), caseField(scene.view, field)),
  );
}

function caseField(view: CaseView, field: string): string {
  if (field === 'status') return view.status;
  if (field === 'turn') return view.attribution.turn;
  if (field === 'outcome') return view.closedOutcome ?? 'none';
  if (field === 'paused') return String(view.pause !== undefined);
  return view.status === 'closed' ? 'closed' : (view.stages.find((s) => s.status !== 'done')?.id ?? 'active');
}

function gate({ view }: Scene, stage: string, is: string): Verdict {
  const planned = view.stages.find((s) => s.id === stage);
  const open = planned?.status === 'done';
  const approval = view.approvals.find((a) => a.id === `gate:${stage}`);
  const found =
    planned === undefined ? 'unknown' : open ? 'open' : is === 'shut' ? 'shut' : (approval?.status ?? 'waiting');
  return verdict(`gate ${stage}`, is, found);
}

const isAmong = (on: { login: string }[], login: string): boolean =>
  on.some((one) => one.login.toLowerCase() === login.toLowerCase());

/** Read at the provider, not in the record. */
async function access(
  { cast, servers, view }: Scene,
  { who, resource, is }: Extract<Expectation, { access: unknown }>['access'],
): Promise<Verdict[]> {
  const { accounts, email } = cast.part(who);
  const person = await servers.store.people.findByEmail(email);
  const member = view.people.find((p) => p.person === person?.personId);
  const nameAt = (provider: 'github' | 'postgres') => member?.accounts?.[provider]?.name ?? accounts?.[provider] ?? '';
  const needed = member?.needs.map((n) => n.resource) ?? [];
  const where = resource === undefined ? needed : [resource];
  const each = where.map(async (one) => {
    if (isManual(one)) {
      const seen = view.leases.find((l) => l.person === person?.personId && l.resource === one)?.seen;
      return verdict(`${who} at ${one}, as checked by hand`, is, seen === 'present' ? 'present' : 'absent');
    }
    const { provider, id } = fromRef(one);
    const isIn =
      provider === 'postgres'
        ? await servers.warehouse.lets(nameAt(provider), id)
        : isAmong(await servers.github.collaborators(id), nameAt('github'));
    return verdict(`${who} at ${one}`, is, isIn ? 'present' : 'absent');
  });
  return await Promise.all(each);
}

/** Read at the provider, of an account by the name that it goes by now. */
async function account(
  { servers: { github } }: Scene,
  { login, on, is, permission }: Extract<Expectation, { account: unknown }>['account'],
): Promise<Verdict> {
  const name = fromRef(on).id;
  const isIt = (one: string): boolean => one.toLowerCase() === login.toLowerCase();
  const present = (await github.collaborators(name)).find((one) => isIt(one.login));
  const state = present ? 'present' : github.invited(name).some(isIt) ? 'invited' : 'absent';
  const found = permission === undefined ? state : `${state} with ${present?.permission ?? 'nothing'}`;
  return verdict(`the account ${login} on ${on}`, permission === undefined ? is : `${is} with ${permission}`, found);
}

const idOf = async ({ cast, servers }: Scene, who: string): Promise<string | undefined> =>
  (await servers.store.people.findByEmail(cast.part(who).email))?.personId;

async function control(
  scene: Scene,
  { id, who, is }: Extract<Expectation, { control: unknown }>['control'],
): Promise<Verdict> {
  const person = who === undefined ? undefined : await idOf(scene, who);
  const found = scene.view.controls.find((c) => c.id === id && (who === undefined || c.person === person));
  const status =
    found === undefined ? 'unknown' : is === 'waiting' && found.waitsBehind.length > 0 ? 'waiting' : found.status;
  return verdict(`${id}${who === undefined ? '' : ` of ${who}`}`, is, status);
}

async function task(scene: Scene, wanted: Extract<Expectation, { task: unknown }>['task']): Promise<Verdict> {
  const { id, about, of, is } = wanted;
  const holder = of === undefined ? undefined : await idOf(scene, of);
  const found = scene.view.tasks.filter(
    (t) =>
      (id === undefined || t.id === id || t.id.startsWith(`${id}:`)) &&
      (about === undefined ||
        [t.title, t.why, ...t.actions.map(({ text }) => text)].join(' ').toLowerCase().includes(about.toLowerCase())) &&
      (holder === undefined || t.assignees.includes(holder)),
  );
  const status =
    found.length === 0 ? 'none' : is === 'late' && found.some((t) => t.lateSince !== undefined) ? 'late' : 'open';
  return verdict(`the task ${[id, about, of && `of ${of}`].filter(Boolean).join(', ')}`, is, status);
}

/** Read from the mailbox: what was really delivered, by its subject and its text. */
function mail(
  { cast, servers: { mailbox }, view }: Scene,
  { to, address: corrected, about, is, times, atLeast }: Extract<Expectation, { mail: unknown }>['mail'],
): Verdict {
  const address = (corrected ?? cast.part(to).email).toLowerCase();
  const tells = ({ id, subject }: { id: string; subject: string }): boolean =>
    `${subject} ${mailbox.read(id)?.text ?? ''}`.replace(/\s+/g, ' ').toLowerCase().includes(about.toLowerCase());
  const found = mailbox
    .list()
    .filter((m) => m.messageId.includes(view.caseId) && m.to.some((t) => t.toLowerCase() === address) && tells(m));
  const what = `mail to ${to} about "${about}"`;
  if (times !== undefined) return verdict(`${what}, times sent`, String(times), String(found.length));
  if (atLeast !== undefined)
    return {
      met: found.length >= atLeast,
      expected: `${what} is sent at least ${atLeast} times`,
      found: String(found.length),
    };
  return verdict(what, is, found.length > 0 ? 'sent' : 'not-sent');
}

function event(
  { rows }: Scene,
  { type, where, times, atLeast = 1 }: Extract<Expectation, { event: unknown }>['event'],
): Verdict {
  const fits = (row: LedgerRow): boolean =>
    row.event.type === type &&
    Object.entries(where ?? {}).every(([key, value]) => isDeepStrictEqual(valueAt(row.event, key), value));
  const count = rows.filter(fits).length;
  const what = `${type}${where === undefined ? '' : ` with ${JSON.stringify(where)}`}`;
  if (times !== undefined) return verdict(`${what}, times in the ledger`, String(times), String(count));
  return { met: count >= atLeast, expected: `${what} is in the ledger`, found: `${count} times` };
}

const valueAt = (event: object, key: string): unknown => Object.entries(event).find(([k]) => k === key)?.[1];

async function flag(scene: Scene, { id, who, is }: Extract<Expectation, { flag: unknown }>['flag']): Promise<Verdict> {
  const person = who === undefined ? undefined : await idOf(scene, who);
  const found = scene.view.flags.find((f) => f.id === id && f.person === person);
  return verdict(`red flag ${id}${who === undefined ? '' : ` of ${who}`}`, is, found?.status ?? 'none');
}
