import type { z } from 'zod';
import type { lease } from '../../contract/parts.js';
import { desiredAccess } from '../../domain/access/desiredAccess.js';
import type { CaseState } from '../../domain/case/state.js';
import type { Instant } from '../../domain/time.js';

/** Leases with what each rests on now; one that has ended rests on nothing, and its report tells what it had rested on. */
export function leaseViews(state: CaseState, now: Instant): z.infer<typeof lease>[] {
  const refs = new Map(desiredAccess(state, now).map((d) => [d.id, d.restsOn]));
  return Object.values(state.leases).map(({ basis: _b, waiversEnd: _w, ...one }) => ({
    ...one,
    restsOn: one.want === 'present' ? (refs.get(one.id) ?? []) : [],
  }));
}
