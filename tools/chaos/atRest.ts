import type { CaseState } from '../../domain/case/state.js';

/** What a case still waits for; undefined when it has come to rest. */
export function waitsFor({ letters, leases }: CaseState): string | undefined {
  const waiting = Object.keys(letters).length;
  if (waiting > 0) return `${waiting} letters wait`;
  const lease = Object.values(leases).find((l) =>
    l.want === 'present' ? l.seen !== 'present' : l.absentAt === undefined,
  );
  return lease === undefined ? undefined : `${lease.id} is wanted ${lease.want} and seen ${lease.seen}`;
}
