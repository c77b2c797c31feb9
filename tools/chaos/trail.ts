import type { CaseEvent } from '../../domain/case/events.js';
import type { AccessEvidence } from './accessOracle.js';
import type { Committed } from './entitled.js';
import type { Change } from './provider.js';

type Find = (kind: string, what: string) => void;

/**
 * Ties the record of a case that has come to rest to the provider's own log. How long a closing may take has no bound here that means anything:
 * while processes die it is repeated for minutes, and what is still open in the end is found by who has access then.
 *
 * 1. Whatever opened access was looked at, and recorded, after it had taken effect.
 * 2. An opening on the record was given by the provider before.
 * 3. When a withdrawal is recorded, access is closed at the provider.
 */
export function judgeTrail(repository: string, rows: Committed[], evidence: AccessEvidence, find: Find): void {
  const log = evidence.changes.filter((one) => one.repository === repository).sort((a, b) => a.doneAt - b.doneAt);
  const logins = loginsOf(rows, evidence.accounts);
  for (const change of log.filter((one) => opensAnew(one, log)))
    if (!isRecorded(change, rows, logins))
      find('an opening that is not on the record', `${repository} ${change.login} at ${instant(change.doneAt)}`);
  for (const { event, committedAt } of rows) {
    if (event.type !== 'AccessOpened' && event.type !== 'AccessWithdrawn') continue;
    const before = log.filter(({ login, doneAt }) => login === logins.get(event.lease) && doneAt <= committedAt);
    const where = `${event.lease} at ${instant(committedAt)}`;
    if (event.type === 'AccessOpened' && !before.some(({ is }) => is === 'opened'))
      find('an opening on the record that the provider never gave', where);
    if (event.type === 'AccessWithdrawn' && before.at(-1)?.is === 'opened')
      find('a withdrawal on the record while access is open', where);
  }
}

/** Accounts at the provider by lease. */
function loginsOf(rows: Committed[], accounts: Map<string, string>): Map<string, string> {
  const granted = ({ event }: Committed) =>
    event.type === 'AccessGranted' ? [[event.lease, accounts.get(event.person) ?? event.person] as const] : [];
  return new Map(rows.flatMap(granted));
}

/** Asked for again, what is open stays as it is: such a request may come late, from a worker that stood still, and change nothing. */
function opensAnew(change: Change, log: Change[]): boolean {
  if (change.is !== 'opened') return false;
  const earlier = log.slice(0, log.indexOf(change)).filter(({ login }) => login === change.login);
  return earlier.at(-1)?.is !== 'opened';
}

const isRecorded = ({ login, doneAt }: Change, rows: Committed[], logins: Map<string, string>): boolean =>
  rows.some(({ event, committedAt }) => committedAt >= doneAt && tellsOf(event, logins) === login);

const tellsOf = (event: CaseEvent, logins: Map<string, string>): string | undefined =>
  event.type === 'AccessObserved' ? logins.get(event.lease) : undefined;

const instant = (ms: number): string => new Date(ms).toISOString();
