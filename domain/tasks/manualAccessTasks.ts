import type { Lease } from '../access/lease.js';
import { assetOf } from '../access/manualAccess.js';
import { leaseWork } from '../access/schedule.js';
import type { Asset } from '../case/intake.js';
import type { PersonId, Role } from '../case/roles.js';
import { CLIENT_ROLES } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { namedFor } from '../people/named.js';
import { type Instant, notAfter } from '../time.js';
import { dueAfter, nameOf, step, type WantedTask } from './task.js';

/** Business hours in which an ended access to a data set or model has to be closed by hand. */
const CLOSE_WITHIN_HOURS = 2;

const roleOf = (state: CaseState, person: PersonId): Role =>
  CLIENT_ROLES.find((r) => namedFor(state, r).includes(person)) ?? 'security';

const words = { pull: 'to read', triage: 'to read', push: 'to read and write' } as const;
const toDo = (permission: string): string => Object.entries(words).find(([p]) => p === permission)?.[1] ?? permission;

function actTask(state: CaseState, lease: Lease, asset: Asset, is: 'opened' | 'closed', now: Instant): WantedTask {
  const id = `attest:${lease.id}`;
  const open = is === 'opened';
  return {
    id,
    title: `${open ? 'Open' : 'Close'} ${asset.id} ${open ? 'to' : 'for'} ${nameOf(lease.person)}`,
    assignees: [asset.administrator],
    role: roleOf(state, asset.administrator),
    why: open
      ? `Everything that this access rests on is in force; it is granted ${toDo(lease.permission)}, and no longer than until ${lease.notAfter ?? 'it is ended'}.`
      : `The record has ended this access (${lease.cause ?? 'ended'}).`,
    how: [
      `${open ? 'Give' : 'Take away'} exactly that access by hand, then say so: ${step(`access attest ${state.caseId} ${lease.person} ${asset.id} ${is} --evidence "link or hash"`)}`,
    ],
    due: open ? dueAfter(state, id, now) : dueAfter(state, id, now, CLOSE_WITHIN_HOURS),
  };
}

function checkTask(state: CaseState, lease: Lease, asset: Asset, now: Instant): WantedTask {
  const id = `verify:${lease.id}`;
  return {
    id,
    title: `Check whether ${nameOf(lease.person)} reaches ${asset.id}`,
    assignees: [asset.checker],
    role: roleOf(state, asset.checker),
    why: `The record wants this access to be ${lease.want}; only what somebody else than its administrator has seen counts as proof.`,
    how: [
      `Look for yourself, then say what you found: ${step(`access verify ${state.caseId} ${lease.person} ${asset.id} present --evidence "link or hash"`)}, or the same with absent`,
    ],
    due: dueAfter(state, id, now),
  };
}

/** What has to be opened, closed or checked by hand now. */
export const manualAccessTasks = (state: CaseState, now: Instant): WantedTask[] =>
  Object.values(state.leases).flatMap((lease) => {
    const asset = assetOf(state, lease);
    const work = asset === undefined ? undefined : leaseWork(state, lease);
    if (asset === undefined || work === undefined || !notAfter(work.at, now)) return [];
    const done = work.intent === 'open' ? 'opened' : 'closed';
    return work.intent === 'look' || lease.attested?.is === done
      ? [checkTask(state, lease, asset, now)]
      : [actTask(state, lease, asset, done, now)];
  });

/** Instants at which something held by hand falls due by time alone. */
export const manualAccessInstants = (state: CaseState): Instant[] =>
  Object.values(state.leases).flatMap((lease) => {
    const work = assetOf(state, lease) === undefined ? undefined : leaseWork(state, lease);
    return work === undefined ? [] : [work.at];
  });
