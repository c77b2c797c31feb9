import { Group } from '@mantine/core';
import type { CaseView } from '../../../contract/caseView.js';
import type { ApprovalView } from '../../../contract/parts.js';
import { PLACES } from '../../../presentation/console/places.js';
import { waits } from '../../../presentation/views/approvalMeant.js';
import { placeText } from '../../../presentation/words/places.js';
import { Go } from '../../kit/Go.js';
import { Empty } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { When } from '../../kit/When.js';
import { listed, nameOf, plain, roleName } from '../../kit/words.js';
import { useCases } from './useCases.js';

/** A request for access with the case in which it waits. */
export type Request = { seen: CaseView; approval: ApprovalView; access: NonNullable<ApprovalView['access']> };

/** Requests for access that wait for the owner of a resource, what is due first first. */
export const requestsOf = (cases: readonly CaseView[]): Request[] =>
  cases
    .flatMap((seen) =>
      seen.approvals.flatMap((approval) =>
        approval.access !== undefined && waits(approval) ? [{ seen, approval, access: approval.access }] : [],
      ),
    )
    .sort((a, b) => a.approval.due.localeCompare(b.approval.due));

/** Open requests over all cases: who wants what, who decides, and until when. */
export function Requested() {
  const { cases } = useCases();
  const all = requestsOf(cases);
  if (all.length === 0)
    return (
      <Empty title="Nobody waits for an answer to a request.">
        More access, or the same for longer, is requested on the page of a person, and decided by the owner of the
        resource.
      </Empty>
    );
  return all.map((one) => <Row key={`${one.seen.caseId} ${one.approval.id}`} one={one} />);
}

function Row({ one: { seen, approval, access } }: { one: Request }) {
  const { names, zone, caseId, title, vendor } = seen;
  return (
    <div className="row" style={{ gridTemplateColumns: 'minmax(0, 1fr) auto' }}>
      <div>
        <Group gap="sm">
          <b>{nameOf(names, access.person)}</b> on {placeText(access.resource)}
          <State is={approval.status === 'returned' ? 'open' : 'waiting'} word={waitsFor(approval, names)} />
        </Group>
        <div>
          {plain(access.profile)}, for: {access.task}
        </div>
        <div className="quiet">
          asked by {nameOf(names, access.askedBy)}, lapses <When at={approval.due} zone={zone} /> ·{' '}
          <Go to={`/cases/${caseId}/people`}>{title}</Go>, {vendor.name}
        </div>
      </div>
      <Go to={PLACES.decide(caseId, approval.id)}>{approval.youMayDecide ? 'Decide' : 'Open'}</Go>
    </div>
  );
}

function waitsFor({ status, decider, deciders }: ApprovalView, names: Record<string, string>): string {
  if (status === 'returned') return 'Questions to answer';
  return `Waits for ${decider === undefined ? listed(deciders.map(({ role }) => roleName(role).toLowerCase())) : nameOf(names, decider)}`;
}
