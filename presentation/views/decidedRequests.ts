import type { EngineerView } from '../../contract/caseView.js';
import type { PersonId } from '../../domain/case/roles.js';
import type { CaseState } from '../../domain/case/state.js';
import { rejectedView } from './approvals.js';

/** What became of requests for one person's access, as that person reads it: why it was declined only where they asked themselves. */
export const decidedRequests = (state: CaseState, person: PersonId): EngineerView['decided'] =>
  Object.values(state.approvals).flatMap((approval): EngineerView['decided'] => {
    const { access, status, votes } = approval;
    if (access?.person !== person) return [];
    const { resource, profile, askedBy } = access;
    const approved = status === 'approved' ? votes.at(-1) : undefined;
    if (approved !== undefined) return [{ resource, profile, status: 'approved', at: approved.at }];
    const { rejected } = rejectedView(state, approval);
    if (rejected === undefined) return [];
    const why = askedBy === person ? { reason: rejected.reason } : {};
    return [{ resource, profile, status: 'rejected', at: rejected.at, ...why }];
  });
