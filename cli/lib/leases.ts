import type { CaseView } from '../../contract/caseView.js';
import { paint, painted, table } from './print.js';
import { readable, stamp } from './times.js';

/** Who holds which access, and what was last read back at the provider. */
export function leaseRows(leases: CaseView['leases'], { names, zone }: Pick<CaseView, 'names' | 'zone'>): string {
  const body = leases.map((lease) => [
    names[lease.person] ?? lease.person,
    lease.resource,
    lease.permission,
    painted(lease.want === 'present' ? paint.green('open') : paint.red('closed')),
    stamp(lease.wantSince, zone),
    lease.want === 'present' ? readable(lease.notAfter, undefined, zone) : (lease.cause ?? '-'),
    lease.seenAt === undefined ? 'not looked yet' : `${lease.seen} at ${stamp(lease.seenAt, zone)}`,
    lease.proofs.map((hours) => `${hours} h`).join(', '),
    lease.lastError,
  ]);
  const head = [
    'PERSON',
    'REPOSITORY',
    'PERMISSION',
    'ACCESS',
    'SINCE',
    'ENDS / CAUSE',
    'AT THE PROVIDER',
    'PROVEN ABSENT',
    'LAST FAILURE',
  ];
  return table(head, body);
}
