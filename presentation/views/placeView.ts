import type { PlaceOfCase } from '../../contract/places.js';
import { accessRows } from '../../domain/access/accessRows.js';
import type { CaseState } from '../../domain/case/state.js';
import { own } from '../../domain/record.js';
import { accountViews } from './accounts.js';

/** What a case says of one place: who holds what there by its grants, and accounts that are there by none. For the client alone. */
export function placeOfCase(state: CaseState, resource: string): Omit<PlaceOfCase, 'title' | 'vendor'> {
  const held = accessRows(state).flatMap(({ place, status }): PlaceOfCase['held'] => {
    const lease = own(state.leases, place);
    return lease === undefined || lease.resource !== resource ? [] : [{ ...lease, status }];
  });
  return {
    caseId: state.caseId,
    resource,
    zone: state.intake.client.timeZone,
    held,
    accounts: accountViews(state).filter((account) => account.resource === resource),
  };
}
