import type { z } from 'zod';
import type { accessWindow } from '../../contract/report.js';
import type { RecordedEvent } from '../../domain/case/events.js';
import type { Reader } from '../words/fill.js';
import { wordsOf } from '../words/words.js';

export type AccessWindow = z.infer<typeof accessWindow>;

type Granted = Extract<RecordedEvent['event'], { type: 'AccessGranted' }>;
type FoundOnly = Extract<RecordedEvent['event'], { type: 'AccessFoundWithoutGrant' }>;

const opened = (event: Granted, at: string): AccessWindow => ({
  lease: event.lease,
  person: event.person,
  resource: event.resource,
  permission: event.permission,
  restsOn: event.restsOn,
  grantedAt: at,
  notAfter: event.notAfter,
  proofs: [],
  foundAfterEnd: 0,
  failures: 0,
  providerRequests: 0,
});

const foundOnly = ({ lease, person, resource, permission = 'unknown' }: FoundOnly, at: string): AccessWindow => ({
  lease,
  person,
  resource,
  permission,
  restsOn: [],
  endedAt: at,
  cause: 'never-granted',
  proofs: [],
  foundAfterEnd: 0,
  failures: 0,
  providerRequests: 0,
});

/** Puts one fact of access into the window that it belongs to. */
function note(window: AccessWindow, { at, event }: RecordedEvent, reader: Reader): void {
  switch (event.type) {
    case 'AccessOpened':
      window.openedAt ??= at;
      break;
    case 'AccessEnded':
      Object.assign(window, { endedAt: at, cause: event.cause, detail: wordsOf(event.detail, reader) });
      break;
    case 'AccessWithdrawn':
      Object.assign(window, { withdrawnAt: at, others: event.others });
      break;
    case 'AbsenceProven':
      window.others = event.others;
      window.proofs.push({ hours: event.hours, at });
      break;
    case 'AccessFoundAfterEnd':
      // What was proven before does not count any more: the proof starts again.
      window.withdrawnAt = undefined;
      window.proofs = [];
      window.foundAfterEnd++;
      break;
    case 'AccessFailed':
      window.failures++;
      break;
    case 'AccessObserved':
      Object.assign(window, { seenAt: at, others: event.others });
      window.providerRequests += event.providerRequests;
      break;
    default:
  }
}

/** When places were looked at last: whatever such a look found otherwise than before stands in the trail. */
export type PlaceSeen = { resource: string; lookedAt?: string };

/**
 * Every window of access that the trail tells of, in order of its grant or finding; a renewed basis with the same permission goes on in the
 * same window.
 */
export function accessWindows(rows: RecordedEvent[], reader: Reader, looks: readonly PlaceSeen[] = []): AccessWindow[] {
  const all: AccessWindow[] = [];
  const current = new Map<string, AccessWindow>();
  for (const row of rows) {
    const { event, at } = row;
    if (!('lease' in event)) continue;
    const running = current.get(event.lease);
    if (event.type === 'AccessFoundWithoutGrant') {
      const window = foundOnly(event, at);
      current.set(event.lease, window);
      all.push(window);
      continue;
    }
    if (event.type !== 'AccessGranted') {
      if (running !== undefined) note(running, row, reader);
      continue;
    }
    if (running !== undefined && running.endedAt === undefined && running.permission === event.permission) {
      Object.assign(running, { restsOn: event.restsOn, notAfter: event.notAfter });
      continue;
    }
    if (running !== undefined && running.endedAt === undefined)
      Object.assign(running, {
        endedAt: at,
        cause: 'permission-changed',
        detail: `Permission changed to ${event.permission}.`,
      });
    const window = opened(event, at);
    current.set(event.lease, window);
    all.push(window);
  }
  for (const window of current.values()) window.seenAt = lastSeen(window, looks);
  return all;
}

/** A look at a place is one at every access there that was seen before. */
function lastSeen({ resource, seenAt }: AccessWindow, looks: readonly PlaceSeen[]): string | undefined {
  const { lookedAt } = looks.find((look) => look.resource === resource) ?? {};
  return seenAt !== undefined && lookedAt !== undefined && lookedAt > seenAt ? lookedAt : seenAt;
}
